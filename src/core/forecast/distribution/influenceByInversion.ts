import { type Turning, turn, turningOf } from "./characteristic.ts";
import type { DealInfluence } from "./dealInfluence.ts";
import { type Frequencies, frequenciesOf } from "./inversion.ts";
import { latticeStep } from "./latticeStep.ts";
import { chancePerDeal, type Portfolio, spanOf } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";
import { bySmoothnessOf } from "./smoothness.ts";
import { windowOf } from "./window.ts";

/** Products that may be taken in all: it bounds the grid on which totals that are not smooth are rounded. */
const EFFORT = 2e7;

/** Without any one deal, and at every frequency looked at, the function must stay small. */
const CERTAINLY = 30;

/**
 * The chance of the target with and without each deal: the product of all other deals' factors, from products of those
 * before and those behind it, is inverted for all deals at once.
 */
export function influenceByInversion(
  portfolio: Portfolio,
  scenarios: Scenarios,
  target: number,
): DealInfluence[] {
  const count = portfolio.amounts.length;
  const span = spanOf(portfolio);
  const most = Math.floor((2 * EFFORT) / (count * scenarios.weights.length));
  const isSmooth = bySmoothnessOf(portfolio, scenarios, CERTAINLY).rough.weights.length === 0;
  let step = latticeStep(portfolio.amounts);
  let amounts = portfolio.amounts;
  if (!isSmooth && (step === undefined || span / step > most)) {
    step = span / Math.min(16_000, Math.max(500, most));
    const cell = step;
    amounts = amounts.map((amount) => Math.round(amount / cell) * cell);
  }
  const rounded = { ...portfolio, amounts };
  const { low, high } = windowOf(rounded, scenarios);
  const largest = amounts.reduce((a, b) => Math.max(a, b), 0);
  const frequencies = frequenciesOf({ low: low - largest, high, step }, 20_000);
  const wanted = target + addedByRounding(portfolio, amounts);
  const goal =
    step === undefined ? wanted : (Math.ceil((wanted / step) * (1 - 1e-13)) - 0.5) * step;
  const below = { won: new Float64Array(count), lost: new Float64Array(count) };
  addFrequencies(rounded, scenarios, frequencies, goal, below);
  return Array.from(amounts, (amount, deal) => ({
    ifWon: 1 - within(below.won[deal] ?? 0, goal - amount, frequencies),
    ifLost: 1 - within(below.lost[deal] ?? 0, goal, frequencies),
  }));
}

/** What rounding the amounts adds to the mean, which the target then has to follow. */
function addedByRounding(portfolio: Portfolio, rounded: Float64Array): number {
  if (rounded === portfolio.amounts) return 0;
  const chances = chancePerDeal(portfolio, portfolio.chances);
  return rounded.reduce(
    (sum, amount, deal) => sum + (amount - (portfolio.amounts[deal] ?? 0)) * (chances[deal] ?? 0),
    0,
  );
}

/** Adds the straight part of the series and keeps to what a probability can be. */
function within(waves: number, x: number, { start, period }: Frequencies): number {
  const share = (x - start) / period;
  if (share <= 0) return 0;
  return share >= 1 ? 1 : Math.min(1, Math.max(0, share + waves));
}

type Below = { readonly won: Float64Array; readonly lost: Float64Array };

function addFrequencies(
  portfolio: Portfolio,
  scenarios: Scenarios,
  { base, count, kernel, start }: Frequencies,
  goal: number,
  below: Below,
): void {
  const each = scenarios.chances.map((chances) => chancePerDeal(portfolio, chances));
  const chances = portfolio.amounts.map((_, deal) =>
    scenarios.weights.reduce((sum, weight, state) => sum + weight * (each[state]?.[deal] ?? 0), 0),
  );
  const turning = turningOf(portfolio.amounts.map((amount) => amount * base));
  const others = turningOf(new Float64Array(portfolio.amounts.length));
  let small = 0;
  for (let j = 1; j <= count && small < 3; j++) {
    turn(turning);
    const at = { angle: base * j * (goal - start), from: base * j * start, weight: kernel(j) };
    let largest = 0;
    each.forEach((p, state) => {
      productsOfOthers(turning, p, others);
      const weight = at.weight * (scenarios.weights[state] ?? 0);
      largest = Math.max(largest, addState(turning, others, p, chances, { ...at, weight }, below));
    });
    small = largest < 1e-24 ? small + 1 : 0;
  }
}

/** For each deal the product of the factors of all other deals. */
function productsOfOthers({ cos, sin }: Turning, p: Float64Array, others: Turning): void {
  const [re, im] = [others.cos, others.sin];
  let a = 1;
  let b = 0;
  for (let deal = 0; deal < p.length; deal++) {
    re[deal] = a;
    im[deal] = b;
    const chance = p[deal] as number;
    const c = 1 - chance + chance * (cos[deal] as number);
    const s = chance * (sin[deal] as number);
    const next = a * c - b * s;
    b = a * s + b * c;
    a = next;
    if (a * a + b * b < 1e-120) a = b = 0;
  }
  a = 1;
  b = 0;
  for (let deal = p.length - 1; deal >= 0; deal--) {
    const before = re[deal] as number;
    const beforeIm = im[deal] as number;
    re[deal] = before * a - beforeIm * b;
    im[deal] = before * b + beforeIm * a;
    const chance = p[deal] as number;
    const c = 1 - chance + chance * (cos[deal] as number);
    const s = chance * (sin[deal] as number);
    const next = a * c - b * s;
    b = a * s + b * c;
    a = next;
    if (a * a + b * b < 1e-120) a = b = 0;
  }
}

type At = { readonly angle: number; readonly from: number; readonly weight: number };

/** Adds one frequency in one state; returns the square of the largest characteristic function. */
function addState(
  { cos, sin }: Turning,
  { cos: re, sin: im }: Turning,
  p: Float64Array,
  chances: Float64Array,
  { angle, from, weight }: At,
  { won, lost }: Below,
): number {
  const [c0, s0, cg, sg] = [Math.cos(from), Math.sin(from), Math.cos(angle), Math.sin(angle)];
  let largest = 0;
  for (let deal = 0; deal < p.length; deal++) {
    const r = re[deal] as number;
    const i = im[deal] as number;
    const a = weight * (r * c0 + i * s0);
    const b = weight * (i * c0 - r * s0);
    const c = cos[deal] as number;
    const s = sin[deal] as number;
    const chance = p[deal] as number;
    const overall = chances[deal] as number;
    const wave = a * (sg * c - cg * s) + b * (1 - cg * c - sg * s);
    won[deal] = (won[deal] as number) + (chance / overall) * wave;
    lost[deal] = (lost[deal] as number) + ((1 - chance) / (1 - overall)) * (a * sg + b * (1 - cg));
    const size = r * r + i * i;
    if (size > largest) largest = size;
  }
  return largest;
}
