import { choleskyInverse, choleskyOf, choleskySolve } from "./cholesky.ts";
import { chanceOf } from "./logOdds.ts";

/** One case: which inputs are not zero and what they are, how much it counts, and how much of it came true (0-1). */
export type Case = {
  readonly inputs: readonly (readonly [input: number, value: number])[];
  readonly weight: number;
  readonly outcome: number;
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
const CLOSE_ENOUGH = 1e-10;

function linear({ inputs }: Case, beta: Float64Array): number {
  let sum = beta[0] ?? 0;
  for (const [input, value] of inputs) sum += value * (beta[input + 1] ?? 0);
  return sum;
}

/** Penalised log-likelihood; log(1 + exp(x)) is written so that it never overflows. */
function likelihood(cases: readonly Case[], beta: Float64Array, penalties: readonly number[]) {
  let sum = 0;
  for (const one of cases) {
    const x = linear(one, beta);
    const softplus = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    sum += one.weight * (one.outcome * x - softplus);
  }
  penalties.forEach((penalty, input) => {
    sum -= 0.5 * penalty * (beta[input + 1] ?? 0) ** 2;
  });
  return sum;
}

/** Gradient and curvature of the penalised log-likelihood; only the lower triangle is filled. */
function derivatives(cases: readonly Case[], beta: Float64Array, penalties: readonly number[]) {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const [at, values]: [number[], number[]] = [[], []];
  for (const one of cases) {
    const chance = chanceOf(linear(one, beta));
    const residual = one.weight * (one.outcome - chance);
    const spread = one.weight * chance * (1 - chance);
    at.length = 0;
    values.length = 0;
    at.push(0);
    values.push(1);
    for (const [input, value] of one.inputs) {
      at.push(input + 1);
      values.push(value);
    }
    for (let i = 0; i < at.length; i++) {
      const [row, value] = [at[i] ?? 0, values[i] ?? 0];
      gradient[row] = (gradient[row] ?? 0) + residual * value;
      for (let j = 0; j <= i; j++) {
        const column = at[j] ?? 0;
        const place = row >= column ? row * size + column : column * size + row;
        curvature[place] = (curvature[place] ?? 0) + spread * value * (values[j] ?? 0);
      }
    }
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
  let beta = new Float64Array(penalties.length + 1);
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const came = cases.reduce((sum, { weight, outcome }) => sum + weight * outcome, 0);
  beta[0] = Math.log((came + 0.5) / (total - came + 0.5));
  let best = likelihood(cases, beta, penalties);
  let iterations = 0;
  let factor: Float64Array | undefined;
  for (; iterations < MOST_STEPS; iterations++) {
    const { gradient, curvature } = derivatives(cases, beta, penalties);
    factor = choleskyOf(curvature, beta.length);
    const step = choleskySolve(factor, gradient);
    const before = best;
    let share = 1;
    for (let halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
      const next = beta.map((value, index) => value + share * (step[index] ?? 0));
      const found = likelihood(cases, next, penalties);
      if (found < best && halving < MOST_HALVINGS - 1) continue;
      if (found >= best) [beta, best] = [next, found];
      break;
    }
    const largest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (
      largest < CLOSE_ENOUGH ||
      (best - before <= CLOSE_ENOUGH * 1e-4 * Math.abs(best) && largest < 1e-7)
    )
      break;
  }
  const inverse = factor ? choleskyInverse(factor, beta.length) : [];
  return {
    intercept: beta[0] ?? 0,
    coefficients: Array.from(beta.subarray(1)),
    variances: inverse,
    iterations: iterations + 1,
  };
}
