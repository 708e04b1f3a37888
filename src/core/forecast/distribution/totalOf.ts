import { atoms } from "./atoms.ts";
import { cells } from "./cells.ts";
import { edgeworth } from "./edgeworth.ts";
import { type Found, mixtureOf } from "./found.ts";
import { blurred, decay, independentTotal, SMOOTH } from "./independentTotal.ts";
import { latticeStep } from "./latticeStep.ts";
import { chancePerDeal, isPlain, type Portfolio, spanOf } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";
import type { TotalDistribution } from "./totalDistribution.ts";

/** Deals x states x doubtful chances up to which every state is worked out deal by deal. */
const BY_DEAL = 400_000;
/** Products of complex numbers, or steps of a convolution, that one answer may take. */
const EFFORT = 4e7;
/** So many times all totals of half the deals are walked through until a quantile is found. */
const LISTINGS = 60;

/** The distribution of the uncertain deals' total, by the method that is most exact for them and affordable. */
export function totalOf(portfolio: Portfolio, scenarios: Scenarios): Found {
  const plain = isPlain(portfolio);
  const step = plain ? latticeStep(portfolio.amounts) : undefined;
  const exact = plain ? exactTotal(portfolio, scenarios, step) : undefined;
  if (exact) return { method: "exact", total: exact };
  const dust = plain ? dustOf(portfolio) : 0;
  if (dust > 0) return withoutDust(portfolio, scenarios, dust);
  const { weights, chances, variantWeights } = scenarios;
  const states = weights.length;
  if (portfolio.amounts.length * states * variantWeights.length > BY_DEAL)
    return { method: "expanded", total: edgeworth(portfolio, scenarios, step) };
  // Few deals with evidence, shares or new business: no series would end, so all states are blurred in one.
  if (!plain && decay(portfolio, Float64Array.from(portfolio.chances)) < SMOOTH)
    return blurred(portfolio, scenarios);
  const parts = chances.map((one, state) =>
    independentTotal(portfolio, { weights: [1], chances: [one], variantWeights }, step, {
      effort: EFFORT / states,
      weight: weights[state] ?? 0,
    }),
  );
  return mixtureOf(parts, weights);
}

function exactTotal(
  portfolio: Portfolio,
  scenarios: Scenarios,
  step: number | undefined,
): TotalDistribution | undefined {
  const states = scenarios.weights.length;
  const count = portfolio.amounts.length;
  const onSets = 2 ** (count / 2);
  const onCells =
    step === undefined ? Number.POSITIVE_INFINITY : (count * spanOf(portfolio)) / step;
  const canList = states * onSets <= (states === 1 ? 33_000 : 400_000);
  if (canList && LISTINGS * onSets < onCells) return atoms(portfolio, scenarios);
  return step !== undefined && states * onCells <= (states === 1 ? 4e7 : 1e8)
    ? cells(portfolio, scenarios, step)
    : undefined;
}

/** Amounts that all together are less than this part of the deviation are not worth a method of their own. */
const DUST = 1e-7;

/** The amount up to which deals are dust; 0 when there is none. */
function dustOf({ amounts, chances, starts }: Portfolio): number {
  const each = chancePerDeal({ amounts, starts }, chances);
  let variance = 0;
  let least = Number.POSITIVE_INFINITY;
  amounts.forEach((amount, at) => {
    const p = each[at] ?? 0;
    variance += amount * amount * p * (1 - p);
    if (amount > 0) least = Math.min(least, amount);
  });
  const limit = (DUST * Math.sqrt(variance)) / amounts.length;
  return least <= limit ? limit : 0;
}

/** Dust stands in the total at its mean. */
function withoutDust(portfolio: Portfolio, scenarios: Scenarios, limit: number): Found {
  const each = chancePerDeal(portfolio, portfolio.chances);
  let shift = 0;
  const amounts = portfolio.amounts.map((amount, at) => {
    if (amount > limit) return amount;
    shift += amount * (each[at] ?? 0);
    return 0;
  });
  const { method, total, bounds } = totalOf({ ...portfolio, amounts }, scenarios);
  return {
    method,
    total: moved(total, shift),
    ...(bounds
      ? {
          bounds: () => {
            const [down, up] = bounds();
            return [moved(down, shift), moved(up, shift)] as const;
          },
        }
      : {}),
  };
}

function moved({ low, high, atMost, settle }: TotalDistribution, by: number): TotalDistribution {
  return {
    low: low + by,
    high: high + by,
    atMost: (x) => atMost(x - by),
    ...(settle ? { settle: (x: number) => by + settle(x - by) } : {}),
  };
}
