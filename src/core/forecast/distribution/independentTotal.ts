import { cells } from "./cells.ts";
import { characteristic } from "./characteristic.ts";
import { echoOf } from "./echo.ts";
import type { Found } from "./found.ts";
import { inversion } from "./inversion.ts";
import { withLargest, withoutLargest } from "./largestDeals.ts";
import { isPlain, type Portfolio } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";
import { windowOf } from "./window.ts";

export type Budget = {
  /** Products of complex numbers, and steps of a convolution, that may be taken. */
  readonly effort: number;
  /** How much the answer counts: the weight of its state of the common factor. */
  readonly weight: number;
};

/** Below this decay of the characteristic function the total is so discrete that bounds are worth more than a series. */
export const SMOOTH = 18;

/** Steps of a convolution for one product of complex numbers. */
const GRID_STEPS = 2;

/** Up to so many deals are added up on a grid; more of them only where the state hardly counts. */
const GRIDDED = 1500;

/** The distribution of independent deals that are too many to be added up exactly. */
export function independentTotal(
  portfolio: Portfolio,
  scenarios: Scenarios,
  step: number | undefined,
  { effort, weight }: Budget,
): Found {
  const [chances = new Float64Array(0)] = scenarios.chances;
  const plain = isPlain(portfolio);
  const { rest, large } = plain
    ? withoutLargest(portfolio, chances)
    : { rest: portfolio, large: [] };
  const isGridded = plain && (portfolio.amounts.length <= GRIDDED || weight < 1);
  if (!isGridded || decay(rest, chances) >= SMOOTH) {
    const each = Math.max(1, portfolio.amounts.length * scenarios.variantWeights.length);
    const inverted = inversion(
      { ...windowOf(rest, scenarios), step },
      {
        values: (base, from) => characteristic(rest, scenarios, base, from),
        ...(plain ? { echo: echoOf(rest, chances) } : {}),
      },
      {
        most: Math.min(300_000, Math.max(200, Math.floor(effort / each))),
        reach: Math.max(5000, Math.min(1e6, effort * weight)),
        negligible: Math.min(1e-3, 1e-9 / weight),
      },
    );
    if (inverted) return { method: "inverted", total: withLargest(inverted, large) };
  }
  return isGridded ? onGrid(portfolio, scenarios, effort) : blurred(portfolio, scenarios, weight);
}

/** How far the characteristic function typically falls (natural logarithm): the product of max(p, 1 - p). */
export function decay({ amounts, starts }: Portfolio, chances: Float64Array): number {
  let sum = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const p = chances[group] ?? 0;
    const fall = Math.log(Math.max(p, 1 - p));
    for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++)
      if ((amounts[at] ?? 0) > 0) sum -= fall;
  }
  return sum;
}

function onGrid(portfolio: Portfolio, scenarios: Scenarios, effort: number): Found {
  const { low, high } = windowOf(portfolio, scenarios);
  const wide = Math.max(1000, Math.min(500_000, (GRID_STEPS * effort) / portfolio.amounts.length));
  const step = (high - Math.max(0, low)) / Math.floor(wide);
  return {
    method: "bracketed",
    total: cells(portfolio, scenarios, step),
    bounds: () => [
      cells(portfolio, scenarios, step, "down"),
      cells(portfolio, scenarios, step, "up"),
    ],
  };
}

/** Frequencies at which a blur has taken the characteristic function away, in multiples of its reciprocal. */
const FADED = 7.5;

/** Products of complex numbers for a blurred series: more would only narrow a blur that cannot be seen. */
const BLUR_EFFORT = 1e7;

/** States of the common factor that count for less than this may be blurred the more, the less they count. */
const FULL_WEIGHT = 0.1;

/**
 * Totals that stay discrete because few deals are open, with evidence, shares or new business beside them: each total is
 * spread by a normal distribution narrow enough that the series ends.
 */
export function blurred(portfolio: Portfolio, scenarios: Scenarios, weight = 1): Found {
  const { low, high } = windowOf(portfolio, scenarios);
  const states = scenarios.weights.length * scenarios.variantWeights.length;
  const each = Math.max(1, portfolio.amounts.length * states);
  const effort = BLUR_EFFORT * Math.min(1, weight / FULL_WEIGHT);
  const most = Math.max(300, Math.min(10_000, Math.floor(effort / each)));
  const spread = (FADED * (high - low)) / (2 * Math.PI * most);
  const window = { low: low - 6 * spread, high: high + 6 * spread };
  const values = (base: number, from: number) => {
    const next = characteristic(portfolio, scenarios, base, from);
    let j = from - 1;
    return () => {
      const { re, im } = next();
      const fade = Math.exp(-((++j * base * spread) ** 2) / 2);
      return { re: fade * re, im: fade * im };
    };
  };
  const found = inversion(
    window,
    { values },
    { most: 2 * most, reach: 2 * most, negligible: 1e-9 },
  );
  if (!found) throw new Error("A blurred series did not end");
  // What equals a total counts as reached: the blur is moved below it.
  return {
    method: "blurred",
    total: {
      low: Math.max(0, low),
      high,
      atMost: (x) => (x < 0 ? 0 : found.atMost(x + 3 * spread)),
    },
  };
}
