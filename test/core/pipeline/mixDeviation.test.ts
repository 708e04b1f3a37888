import { expect, it } from "vitest";
import { mixDeviation } from "../../../src/core/pipeline/mixDeviation.ts";

it("tells the points outside the band: 62 % against 40 % is 22", () => {
  expect(mixDeviation(0.62, 0.3, 0.4)).toBe(22);
  expect(mixDeviation(0.1, 0.35, 0.45)).toBe(25);
  expect([0.4, 0.45, 0.5].map((share) => mixDeviation(share, 0.4, 0.5))).toEqual([0, 0, 0]);
});
