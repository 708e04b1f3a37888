import { minimise } from "../../statistics/minimise.ts";

/** Level and slope that follow the values; the slope fades by `damping` every period. */
export type Holt = {
  readonly alpha: number;
  readonly beta: number;
  readonly damping: number;
  readonly level: number;
  readonly slope: number;
  readonly squares: number;
};

const [LEAST, MOST] = [1e-4, 0.9999];
const STARTS: readonly (readonly [number, number])[] = [
  [0.3, 0.1],
  [0.8, 0.3],
];
const inside = (low: number, high: number, x: number) => low + (high - low) / (1 + Math.exp(-x));
const outside = (share: number) => Math.log(share / (1 - share));

/**
 * Holt's smoothing with a slope that is damped by a factor between the two limits (both 1: the undamped trend), fitted
 * so that the surprises are smallest in the square. They are linear in the first level and slope, so those are solved
 * and only the three shares are searched.
 */
export function holt(values: readonly number[], damping: readonly [number, number]): Holt {
  const [lowest, highest] = damping;
  const shares = ([a = 0, b = 0, d = 0]: readonly number[]) =>
    [
      inside(LEAST, MOST, a),
      inside(LEAST, MOST, b),
      lowest === highest ? lowest : inside(lowest, highest, d),
    ] as const;
  const free = lowest === highest ? 0 : 1;
  const found = STARTS.map(([alpha, beta]) =>
    minimise(
      (at) => leastSurprises(values, ...shares(at)).squares,
      [outside(alpha), outside(beta), 0].slice(0, 2 + free),
      1,
    ),
  );
  const best = found.reduce((least, one) => (one.value < least.value ? one : least));
  return fitted(values, ...shares(best.at));
}

/** What the level will be so many periods ahead. */
export function holtAhead({ level, slope, damping }: Holt, periods: number): number {
  let [value, step] = [level, slope];
  for (let ahead = 0; ahead < periods; ahead++) {
    step *= damping;
    value += step;
  }
  return value;
}

function fitted(values: readonly number[], alpha: number, beta: number, damping: number): Holt {
  const { level: first, slope: before } = leastSurprises(values, alpha, beta, damping);
  let [level, slope, squares] = [first, before, 0];
  for (const value of values) {
    const expected = level + damping * slope;
    const surprise = value - expected;
    squares += surprise * surprise;
    level = expected + alpha * surprise;
    slope = damping * slope + alpha * beta * surprise;
  }
  return { alpha, beta, damping, level, slope, squares };
}

/**
 * First level and slope by least squares, and what they leave: of the values, of a unit of level and of a unit of slope
 * one pass gives what each is surprised by.
 */
function leastSurprises(
  values: readonly number[],
  alpha: number,
  beta: number,
  damping: number,
): { readonly level: number; readonly slope: number; readonly squares: number } {
  // Counted from the first value, so that the squares keep their digits.
  const start = values[0] ?? 0;
  let [level, slope, levelOfLevel, slopeOfLevel, levelOfSlope, slopeOfSlope] = [0, 0, 1, 0, 0, 1];
  let [vv, ll, ls, ss, vl, vs] = [0, 0, 0, 0, 0, 0];
  const turn = alpha * beta;
  const stays = 1 - alpha;
  for (const value of values) {
    const byLevel = levelOfLevel + damping * slopeOfLevel;
    const bySlope = levelOfSlope + damping * slopeOfSlope;
    const expected = level + damping * slope;
    const surprise = value - start - expected;
    vv += surprise * surprise;
    ll += byLevel * byLevel;
    ls += byLevel * bySlope;
    ss += bySlope * bySlope;
    vl += surprise * byLevel;
    vs += surprise * bySlope;
    level = expected + alpha * surprise;
    slope = damping * slope + turn * surprise;
    levelOfLevel = byLevel * stays;
    slopeOfLevel = damping * slopeOfLevel - turn * byLevel;
    levelOfSlope = bySlope * stays;
    slopeOfSlope = damping * slopeOfSlope - turn * bySlope;
  }
  const determinant = ll * ss - ls * ls;
  const told = determinant > 1e-12 * ll * ss;
  const first = told ? (vl * ss - vs * ls) / determinant : vl / ll;
  const before = told ? (vs * ll - vl * ls) / determinant : 0;
  const squares = Math.max(0, vv - first * vl - before * vs);
  return { level: start + first, slope: before, squares };
}
