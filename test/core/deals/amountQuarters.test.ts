import { expect, it } from "vitest";
import { amountQuarters } from "../../../src/core/deals/amountQuarters.ts";

it("parts eight amounts into pairs, whatever their order", () => {
  expect(amountQuarters([8, 1, 7, 2, 6, 3, 5, 4])).toEqual([3, 5, 7]);
});

it("parts nothing below four amounts", () => {
  expect(amountQuarters([1, 2, 3])).toEqual([]);
});
