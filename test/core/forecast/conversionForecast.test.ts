import { expect, it } from "vitest";
import { conversionForecast } from "../../../src/core/forecast/conversionForecast.ts";

it("applies the share that came at the same point of past periods", () => {
  // By hand: 90 came of 400
  const past = [
    { open: 100, rest: 40 },
    { open: 300, rest: 50 },
  ];
  expect(conversionForecast(200, past)).toBeCloseTo(45, 12);
  expect(conversionForecast(0, past)).toBe(0);
  expect(conversionForecast(200, [])).toBeUndefined();
  expect(conversionForecast(200, [{ open: 0, rest: 10 }])).toBeUndefined();
});
