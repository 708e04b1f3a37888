import type { Complex } from "./complex.ts";
import type { Echo } from "./echo.ts";
import { stepsUpTo } from "./latticeStep.ts";
import { type Stretch, seriesAt } from "./series.ts";
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

/** What is inverted: its characteristic function, and where that may come back. */
export type Wave = {
  /** The values at `from` x base, `from + 1` x base … */
  readonly values: (base: number, from: number) => () => Complex;
  /** A bound of its size at every `stride` x base; left out: it is taken not to come back. */
  readonly echo?: Echo | undefined;
};

export type Precision = {
  /** Frequencies that may be asked in a row before it must have fallen to nothing, and in all. */
  readonly most: number;
  /** How far echoes are looked for. */
  readonly reach: number;
  /** What is left out may move a probability by about a hundred times this. */
  readonly negligible: number;
};

/** Small three times running: it has fallen to nothing. */
const RUNNING = 3;

/**
 * The distribution from its characteristic function (Gil-Pelaez as a Fourier series on a window; Hong 2013 on a
 * lattice). Round amounts bring that function back at high frequencies: these echoes are looked for and added.
 * Undefined when it does not fall to nothing within `most` frequencies, unless a lattice has no more of them.
 */
export function inversion(
  window: Window,
  wave: Wave,
  precision: Precision,
): TotalDistribution | undefined {
  const frequencies = frequenciesOf(window, precision.reach);
  const stretches = stretchesOf(frequencies, wave, precision);
  if (!stretches) return undefined;
  const { start, period, base, step } = frequencies;
  const snapped = (x: number) => (step === undefined ? x : latticePoint(x, start, step));
  return {
    low: step === undefined ? window.low : start + step / 2,
    high: step === undefined ? window.high : latticePoint(window.high, start, step) + step / 2,
    atMost: (x) => {
      if (x < start) return 0;
      return x >= start + period ? 1 : seriesAt(stretches, base * (snapped(x) - start));
    },
    ...(step === undefined ? {} : { settle: (x: number) => snapped(x) - step / 2 }),
  };
}

function stretchesOf(
  frequencies: Frequencies,
  { values, echo }: Wave,
  { most, negligible }: Precision,
): Stretch[] | undefined {
  const { base, count } = frequencies;
  const limit = Math.max(1e-12, Math.min(1e-6, negligible / 1000));
  let room = most;
  /** Adds the frequencies from one on until nothing comes any more; tells where that is. */
  const add = (from: number, past: number, isSmall: (size: number, j: number) => boolean) => {
    const next = values(base, from);
    const stretch: Stretch = { from, a: [], b: [] };
    let j = from;
    for (let small = 0; j <= count && (small < RUNNING || j <= past); j++) {
      if (--room < 0) return undefined;
      const value = next();
      addTerm(stretch, frequencies, j, value);
      small = isSmall(Math.sqrt(value.re * value.re + value.im * value.im), j) ? small + 1 : 0;
    }
    stretches.push(stretch);
    return j;
  };
  const stretches: Stretch[] = [];
  let done = add(1, 0, (size) => size < limit);
  if (done === undefined || !echo) return done === undefined ? undefined : stretches;
  const wide = done;
  const stride = Math.max(1, Math.floor(wide / 3));
  let at = wide;
  let next = echo(base, at, stride);
  while (at <= count) {
    if (next(negligible * at) <= negligible * at) {
      at += stride;
      continue;
    }
    done = add(Math.max(done, at - wide), at, (value, j) => value < negligible * j);
    if (done === undefined) return undefined;
    at = done + 1;
    next = echo(base, at, stride);
  }
  return stretches;
}

function addTerm(
  stretch: Stretch,
  { base, start, kernel }: Frequencies,
  j: number,
  value: Complex,
) {
  const [c, s] = [Math.cos(base * j * start), Math.sin(base * j * start)];
  const weight = kernel(j);
  stretch.a.push(weight * (value.re * c + value.im * s));
  stretch.b.push(weight * (value.im * c - value.re * s));
}

/** Half a step above the lattice point at or below x. */
function latticePoint(x: number, start: number, step: number): number {
  return Math.max(start, (stepsUpTo(x, step) + 0.5) * step);
}
