import type { Complex } from "./characteristic.ts";
import { stepsUpTo } from "./latticeStep.ts";
import type { TotalDistribution } from "./totalDistribution.ts";

/** The stretch that holds the distribution, and the step of the lattice on which it lives, if it lives on one. */
export type Window = {
  readonly low: number;
  readonly high: number;
  readonly step?: number | undefined;
};

/** The frequencies at which the characteristic function is asked, as a Fourier series on a window. */
export type Frequencies = {
  readonly start: number;
  readonly period: number;
  readonly base: number;
  /** Most that can be of use: on a lattice there are no more. */
  readonly count: number;
  /** The factor 1 / (pi j), or what stands for it on a lattice. */
  readonly kernel: (j: number) => number;
  readonly step?: number | undefined;
};

/** On a lattice the window starts half a step below a lattice point and holds an odd number of points. */
export function frequenciesOf({ low, high, step }: Window, most: number): Frequencies {
  if (step === undefined) {
    const period = high - low;
    return {
      start: low,
      period,
      base: (2 * Math.PI) / period,
      count: most,
      kernel: (j) => 1 / (Math.PI * j),
    };
  }
  const first = Math.floor(low / step);
  const points = 2 * Math.ceil((Math.ceil(high / step) - first + 1) / 2) + 1;
  const period = points * step;
  return {
    start: (first - 0.5) * step,
    period,
    base: (2 * Math.PI) / period,
    count: Math.min(most, (points - 1) / 2),
    kernel: (j) => 1 / (points * Math.sin((Math.PI * j) / points)),
    step,
  };
}

/** Where the characteristic function is this small three times running, the rest of it does not count. */
const SMALL = 1e-12;

/**
 * The distribution from its characteristic function, which `next` gives at base, 2 base, … (Gil-Pelaez as a Fourier
 * series on a window; Hong 2013 on a lattice). Undefined when it does not fall to nothing within `most` frequencies,
 * unless a lattice has no more of them.
 */
export function inversion(
  window: Window,
  next: (base: number) => () => Complex,
  most: number,
): TotalDistribution | undefined {
  const frequencies = frequenciesOf(window, most);
  const { start, period, base, count, kernel, step } = frequencies;
  const value = next(base);
  const [cosines, sines]: [number[], number[]] = [[], []];
  let small = 0;
  for (let j = 1; j <= count && small < 3; j++) {
    const { re, im } = value();
    const [c, s] = [Math.cos(base * j * start), Math.sin(base * j * start)];
    const weight = kernel(j);
    cosines.push(weight * (re * c + im * s));
    sines.push(weight * (im * c - re * s));
    small = Math.hypot(re, im) < SMALL ? small + 1 : 0;
  }
  if (small < 3 && (step === undefined || count === most)) return undefined;
  const snapped = (x: number) => (step === undefined ? x : latticePoint(x, start, step));
  return {
    low: step === undefined ? window.low : start + step / 2,
    high: step === undefined ? window.high : latticePoint(window.high, start, step) + step / 2,
    atMost: (x) => {
      if (x < start) return 0;
      return x >= start + period ? 1 : seriesAt(cosines, sines, base * (snapped(x) - start));
    },
    ...(step === undefined ? {} : { settle: (x: number) => snapped(x) - step / 2 }),
  };
}

/** Half a step above the lattice point at or below x. */
function latticePoint(x: number, start: number, step: number): number {
  return Math.max(start, (stepsUpTo(x, step) + 0.5) * step);
}

// Taken out of Math once: looking a global up costs more than the sum it is used in.
const { sin, cos } = Math;

/** y / period + sum of a sin(jy) + b (1 - cos(jy)), held between 0 and 1. */
function seriesAt(a: readonly number[], b: readonly number[], angle: number): number {
  let sum = angle / (2 * Math.PI);
  for (let j = 0; j < a.length; j++) {
    const at = (j + 1) * angle;
    sum += (a[j] ?? 0) * sin(at) + (b[j] ?? 0) * (1 - cos(at));
  }
  return Math.min(1, Math.max(0, sum));
}
