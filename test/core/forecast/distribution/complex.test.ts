import { expect, it } from "vitest";
import { multiply } from "../../../../src/core/forecast/distribution/complex.ts";

it("multiplies in place", () => {
  // (2 + 3i)(4 - i) = 11 + 10i
  const value = { re: 2, im: 3 };
  multiply(value, 4, -1);
  expect(value).toEqual({ re: 11, im: 10 });
});
