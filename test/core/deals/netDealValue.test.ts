import { expect, it } from "vitest";
import { margin, netDealValue } from "../../../src/core/deals/netDealValue.ts";

it("takes discount and concessions off the list value", () => {
  expect(netDealValue(100_000, 0.15)).toBe(85_000);
  expect(netDealValue(100_000, 0.15, 5_000)).toBe(80_000);
});

it("is the share that costs leave, unknown without revenue", () => {
  expect(margin(80_000, 20_000)).toBe(0.75);
  expect(margin(100, 150)).toBe(-0.5);
  expect(margin(0, 10)).toBeUndefined();
});
