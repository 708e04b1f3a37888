import { expect, it } from "vitest";
import { falseDiscoveryRates } from "../../../src/core/statistics/falseDiscovery.ts";

it("equals R in any order, leaving out what was not tested", () => {
  // R 4.2: p.adjust(c(.01, .04, .03, .005, .2, .03), "BH")
  const found = falseDiscoveryRates([0.01, 0.04, undefined, 0.03, 0.005, 0.2, 0.03]);
  const expected = [0.03, 0.048, undefined, 0.045, 0.03, 0.2, 0.045];
  expect(found.map((rate) => rate?.toFixed(12))).toEqual(expected.map((rate) => rate?.toFixed(12)));
});

it("has nothing to correct without a test or with one", () => {
  expect(falseDiscoveryRates([])).toEqual([]);
  expect(falseDiscoveryRates([undefined, 0.04])).toEqual([undefined, 0.04]);
});
