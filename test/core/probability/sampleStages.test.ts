import { expect, it } from "vitest";
import { stageCoverage } from "./stageCoverage.ts";

it("finds sample companies' true stage probabilities again, within their intervals and without a lean", {
  timeout: 120_000,
}, () => {
  const stages = stageCoverage(16, 1);
  expect(stages).toHaveLength(6);
  let held = 0;
  for (const { stage, bias, error, held: own } of stages) {
    held += own;
    // Beyond three standard errors, half a percent comes from the other stages that each leans on.
    expect(Math.abs(bias), stage).toBeLessThan(3 * error + 0.005);
  }
  // 80% of 96; the six of a company share its luck, so that they count as some 30: give or take three standard errors.
  expect(held / 96).toBeGreaterThan(0.58);
  expect(held / 96).toBeLessThan(0.98);
});
