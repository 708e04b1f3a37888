import { type Complex, multiply } from "./complex.ts";
import { newBusinessFactor } from "./newBusiness.ts";
import type { Portfolio } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";

// Taken out of Math once: looking a global up costs more than the sum it is used in.
const { abs, cos: cosine, sin: sine } = Math;

/** cos and sin of an angle per amount and share, turned on step by step. */
export type Turning = {
  cos: Float64Array;
  sin: Float64Array;
  cosStep: Float64Array;
  sinStep: Float64Array;
};

/** Angles that have been turned so many times already. */
export function turningOf(angles: Float64Array, times = 0): Turning {
  const [cosStep, sinStep] = [angles.map(cosine), angles.map(sine)];
  return {
    cos:
      times === 0 ? new Float64Array(angles.length).fill(1) : angles.map((a) => cosine(times * a)),
    sin: times === 0 ? new Float64Array(angles.length) : angles.map((a) => sine(times * a)),
    cosStep,
    sinStep,
  };
}

export function turn({ cos, sin, cosStep, sinStep }: Turning): void {
  for (let at = 0; at < cos.length; at++) {
    const c = cos[at] as number;
    const s = sin[at] as number;
    const dc = cosStep[at] as number;
    const ds = sinStep[at] as number;
    cos[at] = c * dc - s * ds;
    sin[at] = s * dc + c * ds;
  }
}

/**
 * The characteristic function of the total at `start` times a frequency, `start + 1` times it …: each call gives the
 * next value. Within a state of the factor and for a given chance of each group, deals are independent and their
 * factors multiply.
 */
export function characteristic(
  portfolio: Portfolio,
  scenarios: Scenarios,
  frequency: number,
  start = 1,
): () => Complex {
  const { amounts, shares, newBusiness } = portfolio;
  const turnings = shares.map(({ share }) =>
    turningOf(
      amounts.map((a) => a * share * frequency),
      start - 1,
    ),
  );
  const first = turnings[0] ?? turningOf(new Float64Array(0));
  const plain = shares.length === 1;
  const blended = plain ? first : turningOf(new Float64Array(amounts.length));
  const sizes =
    newBusiness &&
    turningOf(
      Float64Array.from(newBusiness.amounts, (amount) => amount * frequency),
      start - 1,
    );
  const [only = new Float64Array(0), ...more] = scenarios.chances;
  if (plain && more.length === 0 && !newBusiness && scenarios.variantWeights.length === 1)
    return () => turnedProduct(portfolio.starts, first, only);
  return () => {
    turnings.forEach(turn);
    if (!plain) blend(blended, turnings, portfolio);
    const total: Complex = { re: 0, im: 0 };
    scenarios.chances.forEach((chances, state) => {
      const value = inState(portfolio, blended, chances, scenarios.variantWeights);
      const weight = scenarios.weights[state] ?? 0;
      total.re += weight * value.re;
      total.im += weight * value.im;
    });
    if (newBusiness && sizes) {
      turn(sizes);
      const { re, im } = newBusinessFactor(newBusiness, sizes);
      multiply(total, re, im);
    }
    return total;
  };
}

/** The mean over the shares at which a deal may close. */
function blend(into: Turning, turnings: readonly Turning[], { shares }: Portfolio): void {
  for (let at = 0; at < into.cos.length; at++) {
    let [cos, sin] = [0, 0];
    turnings.forEach((turning, share) => {
      const weight = shares[share]?.weight ?? 0;
      cos += weight * (turning.cos[at] ?? 0);
      sin += weight * (turning.sin[at] ?? 0);
    });
    into.cos[at] = cos;
    into.sin[at] = sin;
  }
}

/** Below this nothing is left of the product: it must not reach the range where arithmetic is slow. */
const NOTHING = 1e-40;

function inState(
  { starts, cohorts }: Portfolio,
  turning: Turning,
  chances: Float64Array,
  variantWeights: readonly number[],
): Complex {
  const variants = variantWeights.length;
  if (variants === 1) return known(starts, turning, chances);
  const total: Complex = { re: 1, im: 0 };
  for (let cohort = 0; cohort + 1 < cohorts.length; cohort++) {
    let re = 0;
    let im = 0;
    for (let variant = 0; variant < variants; variant++) {
      const value: Complex = { re: 1, im: 0 };
      for (let group = cohorts[cohort] ?? 0; group < (cohorts[cohort + 1] ?? 0); group++) {
        const p = chances[group * variants + variant] ?? 0;
        const own = product(turning, starts[group] ?? 0, starts[group + 1] ?? 0, p);
        multiply(value, own.re, own.im);
      }
      const weight = variantWeights[variant] ?? 0;
      re += weight * value.re;
      im += weight * value.im;
    }
    multiply(total, re, im);
    if (abs(total.re) + abs(total.im) < NOTHING) return { re: 0, im: 0 };
  }
  return total;
}

/** The product over all groups whose chances are known. */
function known(starts: readonly number[], { cos, sin }: Turning, chances: Float64Array): Complex {
  let re = 1;
  let im = 0;
  for (let group = 0; group < chances.length; group++) {
    const p = chances[group] as number;
    const to = starts[group + 1] as number;
    for (let at = starts[group] as number; at < to; at++) {
      const a = 1 - p + p * (cos[at] as number);
      const b = p * (sin[at] as number);
      const real = re * a - im * b;
      im = re * b + im * a;
      re = real;
    }
    if (abs(re) + abs(im) < NOTHING) return { re: 0, im: 0 };
  }
  return { re, im };
}

/** Turns on and multiplies in one walk: the usual case, and the one with most deals. */
function turnedProduct(
  starts: readonly number[],
  { cos, sin, cosStep, sinStep }: Turning,
  chances: Float64Array,
): Complex {
  let re = 1;
  let im = 0;
  for (let group = 0; group < chances.length; group++) {
    const p = chances[group] as number;
    const to = starts[group + 1] as number;
    for (let at = starts[group] as number; at < to; at++) {
      const c = cos[at] as number;
      const s = sin[at] as number;
      const dc = cosStep[at] as number;
      const ds = sinStep[at] as number;
      const turned = c * dc - s * ds;
      const across = s * dc + c * ds;
      cos[at] = turned;
      sin[at] = across;
      const a = 1 - p + p * turned;
      const b = p * across;
      const real = re * a - im * b;
      im = re * b + im * a;
      re = real;
    }
    if (abs(re) + abs(im) < NOTHING) re = im = 0;
  }
  return { re, im };
}

function product({ cos, sin }: Turning, from: number, to: number, p: number): Complex {
  let re = 1;
  let im = 0;
  for (let at = from; at < to; at++) {
    const a = 1 - p + p * (cos[at] as number);
    const b = p * (sin[at] as number);
    const real = re * a - im * b;
    im = re * b + im * a;
    re = real;
    if ((at & 63) === 0 && abs(re) + abs(im) < NOTHING) return { re: 0, im: 0 };
  }
  return { re, im };
}
