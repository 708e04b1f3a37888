import { expect, it } from "vitest";
import { margin, netDealValue } from "../../../src/core/deals/netDealValue.ts";

it("takes discount and concessions off the list value", () => {
  expect(netDealValue(100_000, 0.15)).toBe(85_000);
  expect(netDealValue(100_000, 0.15, 5_000)).toBe(80_000);
});

it("counts a yearly list value for the months of the term, concessions once", () => {
  // Three years: 3 x 85,000 - 5,000; half a year: 42,500.
  expect(netDealValue(100_000, 0.15, 5_000, 36)).toBe(250_000);
  expect(netDealValue(100_000, 0.15, 0, 6)).toBe(42_500);
  expect(netDealValue(100_000, 0.15, 5_000, 12)).toBe(netDealValue(100_000, 0.15, 5_000));
});

it("is the share that costs leave, unknown without revenue", () => {
  expect(margin(80_000, 20_000)).toBe(0.75);
  expect(margin(100, 150)).toBe(-0.5);
  expect(margin(0, 10)).toBeUndefined();
});
