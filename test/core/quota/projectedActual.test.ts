import { expect, it } from "vitest";
import { projectedActual } from "../../../src/core/quota/projectedActual.ts";

it("adds the recent amount per day for the days left: 522 + 7.2 x 18 = 651.6", () => {
  expect(projectedActual(522, 0, 89, 71, 7.2)).toBeCloseTo(651.6, 10);
});

it("goes on with the average so far where no recent amount is given", () => {
  expect(projectedActual(50, 0, 9, 4)).toBe(100);
});

it("ends with the period and has no answer before it", () => {
  expect(projectedActual(50, 0, 9, 20, 7)).toBe(50);
  expect(projectedActual(50, 0, 9, -1)).toBeUndefined();
});
