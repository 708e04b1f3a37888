import { describe, expect, it } from "vitest";
import { ridgeLogistic } from "../../../src/core/statistics/ridgeLogistic.ts";

const X = [
  [0.5, 1],
  [1.5, 0],
  [-1, 1],
  [2, 0],
  [0, 1],
  [-0.5, 0],
  [1, 1],
  [-2, 0],
  [0.2, 1],
  [-1.2, 1],
];
const y = [1, 1, 0, 1, 0, 0, 1, 0, 1, 0.3];
const weights = [1, 2, 1, 0.5, 1, 1, 1, 2, 1, 1];
const cases = X.map((row, at) => ({
  inputs: row.flatMap((value, input) => (value === 0 ? [] : [[input, value] as const])),
  weight: weights[at] ?? 0,
  outcome: y[at] ?? 0,
}));

describe("ridge logistic regression", () => {
  it("finds the maximum that scipy finds", () => {
    // scipy 1.17: minimize(f, zeros(3), jac=g, method='BFGS', options=dict(gtol=1e-13)) of the penalised negative
    // log-likelihood with these weights and penalties .7 and .2, polished by five Newton steps; inv(H) for variances.
    const fit = ridgeLogistic(cases, [0.7, 0.2]);
    expect(fit.intercept).toBeCloseTo(-0.21324649616159455, 9);
    expect(fit.coefficients[0]).toBeCloseTo(1.5359750643067296, 9);
    expect(fit.coefficients[1]).toBeCloseTo(0.48845299372781154, 9);
    const expected = [1.5280356567328908, 0.474330449454189, 1.8711613434742906];
    fit.variances.forEach((variance, at) => {
      expect(variance).toBeCloseTo(expected[at] ?? Number.NaN, 6);
    });
  });

  it("without inputs gives the share that came true", () => {
    const plain = [1, 1, 0, 0, 0].map((outcome) => ({ inputs: [], weight: 1, outcome }));
    expect(ridgeLogistic(plain, []).intercept).toBeCloseTo(Math.log(2 / 3), 10);
  });

  it("stays finite where an input separates the outcomes", () => {
    const separate = [0, 0, 1, 1].map((outcome) => ({
      inputs: [[0, outcome * 2 - 1]] as const,
      weight: 1,
      outcome,
    }));
    const { coefficients } = ridgeLogistic(separate, [0.1]);
    expect(coefficients[0]).toBeGreaterThan(1);
    expect(coefficients[0]).toBeLessThan(10);
  });
});
