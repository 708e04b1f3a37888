import { choleskyInverse, choleskyOf, choleskySolve } from "./cholesky.ts";
import { chanceOf } from "./logOdds.ts";

/** One case: which inputs are not zero and what they are, how much it counts, and how much of it came true (0-1). */
export type Case = {
  readonly inputs: readonly (readonly [input: number, value: number])[];
  readonly weight: number;
  readonly outcome: number;
  /** Log-odds that are given beforehand. */
  readonly offset?: number;
};

export type LogisticFit = {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  /** Variances of intercept and coefficients, from the curvature at the maximum. */
  readonly variances: readonly number[];
  readonly iterations: number;
};

const MOST_STEPS = 50;
const MOST_HALVINGS = 30;
/** Newton steps square the distance: one more full step after so small a gain is exact. */
const CLOSE_ENOUGH = 1e-12;

/** All cases side by side: those of one take the places from its start up to the next one's. */
type Packed = {
  readonly starts: Int32Array;
  readonly inputs: Int32Array;
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly outcomes: Float64Array;
  readonly offsets: Float64Array;
};

/** The intercept is each case's first input, with the value 1. */
function packed(cases: readonly Case[]): Packed {
  const size = cases.reduce((sum, { inputs }) => sum + inputs.length + 1, 0);
  const all: Packed = {
    starts: new Int32Array(cases.length + 1),
    inputs: new Int32Array(size),
    values: new Float64Array(size),
    weights: Float64Array.from(cases, ({ weight }) => weight),
    outcomes: Float64Array.from(cases, ({ outcome }) => outcome),
    offsets: Float64Array.from(cases, ({ offset }) => offset ?? 0),
  };
  let at = 0;
  cases.forEach(({ inputs }, index) => {
    all.starts[index] = at;
    all.values[at++] = 1;
    for (const [input, value] of inputs) {
      all.inputs[at] = input + 1;
      all.values[at++] = value;
    }
  });
  all.starts[cases.length] = at;
  return all;
}

function linear(cases: Packed, index: number, beta: Float64Array): number {
  const { starts, inputs, values, offsets } = cases;
  let sum = offsets[index] ?? 0;
  const end = starts[index + 1] ?? 0;
  for (let at = starts[index] ?? 0; at < end; at++)
    sum += (values[at] ?? 0) * (beta[inputs[at] ?? 0] ?? 0);
  return sum;
}

/** Penalised log-likelihood; log(1 + exp(x)) is written so that it never overflows. */
function likelihood(cases: Packed, beta: Float64Array, penalties: readonly number[]) {
  let sum = 0;
  for (let index = 0; index < cases.weights.length; index++) {
    const x = linear(cases, index, beta);
    const softplus = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    sum += (cases.weights[index] ?? 0) * ((cases.outcomes[index] ?? 0) * x - softplus);
  }
  penalties.forEach((penalty, input) => {
    sum -= 0.5 * penalty * (beta[input + 1] ?? 0) ** 2;
  });
  return sum;
}

/** Adds what one case tells, each pair of its inputs once. */
function addCase(
  { starts, inputs, values }: Packed,
  index: number,
  residual: number,
  spread: number,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const size = gradient.length;
  const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
  for (let i = start; i < end; i++) {
    const [row, value] = [inputs[i] ?? 0, values[i] ?? 0];
    gradient[row] = (gradient[row] ?? 0) + residual * value;
    for (let j = start; j <= i; j++) {
      const column = inputs[j] ?? 0;
      const place = row >= column ? row * size + column : column * size + row;
      curvature[place] = (curvature[place] ?? 0) + spread * value * (values[j] ?? 0);
    }
  }
}

/** Gradient and curvature of the penalised log-likelihood; only the lower triangle is filled. */
function derivatives(cases: Packed, beta: Float64Array, penalties: readonly number[]) {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const { weights, outcomes } = cases;
  for (let index = 0; index < weights.length; index++) {
    const chance = chanceOf(linear(cases, index, beta));
    const weight = weights[index] ?? 0;
    const residual = weight * ((outcomes[index] ?? 0) - chance);
    addCase(cases, index, residual, weight * chance * (1 - chance), gradient, curvature);
  }
  penalties.forEach((penalty, input) => {
    const row = input + 1;
    gradient[row] = (gradient[row] ?? 0) - penalty * (beta[row] ?? 0);
    curvature[row * size + row] = (curvature[row * size + row] ?? 0) + penalty;
  });
  return { gradient, curvature };
}

/**
 * Logistic regression with a quadratic penalty on each coefficient and none on the intercept, by Newton steps that are
 * halved where they would overshoot (iteratively reweighted least squares). A penalty above zero makes it converge even
 * where the inputs separate the outcomes.
 */
export function ridgeLogistic(cases: readonly Case[], penalties: readonly number[]): LogisticFit {
  const all = packed(cases);
  let beta = new Float64Array(penalties.length + 1);
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const came = cases.reduce((sum, { weight, outcome }) => sum + weight * outcome, 0);
  // Given log-odds stand for the start as well.
  if (cases.every(({ offset }) => offset === undefined))
    beta[0] = Math.log((came + 0.5) / (total - came + 0.5));
  let best = likelihood(all, beta, penalties);
  let iterations = 0;
  let factor: Float64Array | undefined;
  for (; iterations < MOST_STEPS; iterations++) {
    const { gradient, curvature } = derivatives(all, beta, penalties);
    factor = choleskyOf(curvature, beta.length);
    const step = choleskySolve(factor, gradient);
    const gain = step.reduce((sum, value, index) => sum + value * (gradient[index] ?? 0), 0);
    // What is left to gain is below what rounding leaves of the sum: a full step ends it.
    const isLast = gain <= CLOSE_ENOUGH * (1 + Math.abs(best));
    let share = 1;
    for (let halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
      const next = beta.map((value, index) => value + share * (step[index] ?? 0));
      const found = likelihood(all, next, penalties);
      if (!isLast && found < best) continue;
      [beta, best] = [next, found];
      break;
    }
    if (isLast) break;
  }
  return {
    intercept: beta[0] ?? 0,
    coefficients: Array.from(beta.subarray(1)),
    variances: factor ? choleskyInverse(factor, beta.length) : [],
    iterations: iterations + 1,
  };
}
