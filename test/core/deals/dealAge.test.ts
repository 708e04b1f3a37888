import { expect, it } from "vitest";
import { dealAge } from "../../../src/core/deals/dealAge.ts";

it("counts to the as-of day while open and to the closing day afterwards", () => {
  expect(dealAge(100, undefined, 160)).toBe(60);
  expect(dealAge(100, 130, 160)).toBe(30);
  expect(dealAge(100, 130, undefined)).toBe(30);
  expect(dealAge(100.9, undefined, 101.1)).toBe(1);
});

it("looks at a deal closed later as still open", () => {
  expect(dealAge(100, 190, 160)).toBe(60);
});

it("has no answer without an end or before the deal was there", () => {
  expect(dealAge(100, undefined, undefined)).toBeUndefined();
  expect(dealAge(100, undefined, 99)).toBeUndefined();
});
