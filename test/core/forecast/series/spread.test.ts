import { expect, it } from "vitest";
import { spreadsAhead } from "../../../../src/core/forecast/series/spread.ts";

const none = { kind: "none", of: [], kept: 0 } as const;
const members = { recipe: "smoothing", seasons: none, forecasts: [[0, 0]], alpha: 0.5 } as const;

it("past errors count beside four of the model's own", () => {
  // Surprises: 40 / (10 - 2) = 5. One period: (4 x 5 + 9) / 5; two: (4 x 5 x 1.25 + 16) / 5
  const surprises = new Array<number>(10).fill(2);
  const origin = { recipe: "smoothing", errors: [[3, -4]] } as const;
  const [first, second] = spreadsAhead(10, { ...members, surprises }, [origin], [1], 2)!;
  expect(first).toBeCloseTo(Math.sqrt(29 / 5), 12);
  expect(second).toBeCloseTo(Math.sqrt(41 / 5), 12);
});

it("a spread is measured in its season and shown in that of the forecast", () => {
  const seasons = { kind: "factors", of: [2, 0.1], kept: 0 } as const;
  const one = {
    ...members,
    recipe: "seasonal",
    seasons,
    surprises: new Array(10).fill(0),
  } as const;
  // The error of 6 fell in period 9, whose factor counts as a quarter; the forecast is for a factor of 2
  const spreads = spreadsAhead(10, one, [{ recipe: "seasonal", errors: [[6]] }], [1], 1)!;
  expect(spreads[0]).toBeCloseTo(Math.sqrt((6 / 0.25) ** 2 / 5) * 2, 12);
});

it("a mean of a few periods has no spread", () => {
  expect(
    spreadsAhead(3, { ...members, recipe: "mean", surprises: [1] }, [], [1], 2),
  ).toBeUndefined();
});
