import { expect, it } from "vitest";
import { staleStatus } from "../../../src/core/deals/staleStatus.ts";

it.each([
  [13, "On Track"],
  [13.01, "Slow"],
  [15, "Slow"],
  [15.01, "Stalled"],
  [20, "Stalled"],
  [20.01, "Stale"],
])("%d days against 10 are %s", (days, status) => {
  expect(staleStatus(days, 10)).toBe(status);
});

it("takes another multiple and has no answer without a benchmark", () => {
  expect(staleStatus(16, 10, 1.5)).toBe("Stale");
  expect(staleStatus(16, 0)).toBeUndefined();
});
