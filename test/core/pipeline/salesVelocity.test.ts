import { expect, it } from "vitest";
import { salesVelocity } from "../../../src/core/pipeline/salesVelocity.ts";

it("equals the peer's sample: 17 deals of 1,268,000 in all, 2 won, 552 days together", () => {
  expect(salesVelocity(17, 1_268_000 / 17, 2 / 17, 552 / 17)).toBeCloseTo(4594.2, 1);
});

it("has no answer without a cycle", () => {
  expect(salesVelocity(17, 100, 0.2, 0)).toBeUndefined();
  expect(salesVelocity(17, 100, 0.2, -3)).toBeUndefined();
});
