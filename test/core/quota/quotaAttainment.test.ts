import { expect, it } from "vitest";
import { quotaAttainment } from "../../../src/core/quota/quotaAttainment.ts";

it("is actual over quota, as in the quota analyst's 87 %", () => {
  expect(quotaAttainment(522_000, 600_000)).toBe(0.87);
  expect(quotaAttainment(0, 600_000)).toBe(0);
});

it("has no answer without a quota", () => {
  expect(quotaAttainment(5, 0)).toBeUndefined();
  expect(quotaAttainment(5, -1)).toBeUndefined();
});
