import { type Turning, turn, turningOf } from "./characteristic.ts";
import type { DealInfluence } from "./dealInfluence.ts";
import { type Frequencies, frequenciesOf } from "./inversion.ts";
import { latticeStep } from "./latticeStep.ts";
import { chancePerDeal, type Portfolio, spanOf } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";
import { bySmoothnessOf } from "./smoothness.ts";
import { windowOf } from "./window.ts";

/** Products that may be taken in all: it bounds the grid on which totals that are not smooth are rounded. */
const EFFORT = 5e6;

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
  const isSmooth = bySmoothnessOf(portfolio, scenarios).weight > 0.999;
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
  const frequencies = frequenciesOf({ low: low - largest, high, step }, 1e6);
  const goal =
    step === undefined ? target : (Math.ceil((target / step) * (1 - 1e-13)) - 0.5) * step;
  const below = { won: new Float64Array(count), lost: new Float64Array(count) };
  addFrequencies(rounded, scenarios, frequencies, goal, below);
  return Array.from(amounts, (amount, deal) => ({
    ifWon: 1 - within(below.won[deal] ?? 0, goal - amount, frequencies),
    ifLost: 1 - within(below.lost[deal] ?? 0, goal, frequencies),
  }));
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
    small = largest < 1e-12 ? small + 1 : 0;
  }
}

/** For each deal the product of the factors of all other deals. */
function productsOfOthers({ cos, sin }: Turning, p: Float64Array, { cos: re, sin: im }: Turning) {
  let [a, b] = [1, 0];
  const times = (deal: number) => {
    const chance = p[deal] ?? 0;
    const [c, s] = [1 - chance + chance * (cos[deal] ?? 0), chance * (sin[deal] ?? 0)];
    [a, b] = Math.abs(a) + Math.abs(b) < 1e-60 ? [0, 0] : [a * c - b * s, a * s + b * c];
  };
  for (let deal = 0; deal < p.length; deal++) {
    [re[deal], im[deal]] = [a, b];
    times(deal);
  }
  [a, b] = [1, 0];
  for (let deal = p.length - 1; deal >= 0; deal--) {
    const [c, s] = [re[deal] ?? 0, im[deal] ?? 0];
    [re[deal], im[deal]] = [c * a - s * b, c * b + s * a];
    times(deal);
  }
}

type At = { readonly angle: number; readonly from: number; readonly weight: number };

/** Adds one frequency in one state; returns the largest of the characteristic functions. */
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
    const [r, i] = [re[deal] ?? 0, im[deal] ?? 0];
    const [a, b] = [weight * (r * c0 + i * s0), weight * (i * c0 - r * s0)];
    const [c, s] = [cos[deal] ?? 0, sin[deal] ?? 0];
    const [chance, overall] = [p[deal] ?? 0, chances[deal] ?? 0];
    won[deal] =
      (won[deal] ?? 0) + (chance / overall) * (a * (sg * c - cg * s) + b * (1 - cg * c - sg * s));
    lost[deal] = (lost[deal] ?? 0) + ((1 - chance) / (1 - overall)) * (a * sg + b * (1 - cg));
    largest = Math.max(largest, Math.abs(r) + Math.abs(i));
  }
  return largest;
}
