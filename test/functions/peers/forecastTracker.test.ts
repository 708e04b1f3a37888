import { describe, expect, it } from "vitest";
import { evaluate } from "../formula.ts";

/** The sample of a forecast accuracy tracker, in thousands, and what it prints for it. */
const FORECAST = [420, 480, 510, 550, 520, 580];
const ACTUAL = [445, 460, 525, 510, 540, 560];
const list = (values: readonly number[]) => `{${values.join(";")}}`;
const percent = (value: unknown) => Number(((value as number) * 100).toFixed(1));
const over = (name: string, forecast: readonly number[], actual: readonly number[], more = "") =>
  evaluate(`=${name}(${list(forecast)}, ${list(actual)}${more})`);

describe("the forecast tracker's sample", () => {
  it("errors: MAPE 4.656869333703916 and weighted 4.605263157894736 %", () => {
    expect((over("MAPE", FORECAST, ACTUAL) as number) * 100).toBeCloseTo(4.656869333703916, 12);
    expect((over("WMAPE", FORECAST, ACTUAL) as number) * 100).toBeCloseTo(4.605263157894736, 12);
  });

  it("bias: 0.7 % too high in sum, 3,333.33 a period, three over and three under", () => {
    const bias = over("FORECAST_BIAS", FORECAST, ACTUAL, ', "total"') as number;
    expect(percent(bias)).toBe(0.7);
    const actual = ACTUAL.reduce((sum, value) => sum + value, 0);
    expect(((bias * actual) / 6) * 1000).toBeCloseTo(3333.33, 2);
    const leans = FORECAST.map(
      (value, at) => over("FORECAST_BIAS", [value], [ACTUAL[at] ?? 0]) as number,
    );
    expect(leans.filter((lean) => lean > 0)).toHaveLength(3);
    // Our default is the mean of the periods' own errors: 0.5973 %.
    expect((over("FORECAST_BIAS", FORECAST, ACTUAL) as number) * 100).toBeCloseTo(0.5973, 4);
  });

  it("trend: errors of 5.6, 4.3, 2.9, 7.8, 3.7 and 3.6 %; 4.3 in the first half, 5.0 since", () => {
    const errors = FORECAST.map((value, at) => percent(over("MAPE", [value], [ACTUAL[at] ?? 0])));
    expect(errors).toEqual([5.6, 4.3, 2.9, 7.8, 3.7, 3.6]);
    const [early, recent] = [0, 3].map((from) =>
      over("MAPE", FORECAST.slice(from, from + 3), ACTUAL.slice(from, from + 3)),
    );
    // It calls this improving, for four of five steps went down; the error grew, so no function of ours says so.
    expect([percent(early), percent(recent)]).toEqual([4.3, 5]);
  });

  it.each([
    ["Rivera", 60, 40, 50, 1],
    ["Johnson", 185, 160, 15.6, 1],
    ["Patel", 125, 135, 7.4, -1],
    ["Chen", 210, 225, 6.7, -1],
    ["SMB", 80, 75, 6.7, 1],
    ["Enterprise", 320, 310, 3.2, 1],
    ["Mid-market", 180, 175, 2.9, 1],
  ])("%s: %d against %d is off by %d %%", (_, forecast, actual, error, lean) => {
    expect(percent(over("MAPE", [forecast], [actual]))).toBe(error);
    expect(Math.sign(over("FORECAST_BIAS", [forecast], [actual]) as number)).toBe(lean);
  });

  it("all reps 19.9 %, all segments 4.2 %", () => {
    expect(percent(over("MAPE", [60, 185, 125, 210], [40, 160, 135, 225]))).toBe(19.9);
    expect(percent(over("MAPE", [80, 320, 180], [75, 310, 175]))).toBe(4.2);
  });

  it("a period without sales has no percentage error and no bias of its own, which it counts as 150 %", () => {
    expect(over("MAPE", [150, 110], [0, 100])).toBeCloseTo(0.1, 12);
    expect(over("FORECAST_BIAS", [150, 110], [0, 100])).toBeCloseTo(0.1, 12);
    expect(over("FORECAST_BIAS", [150], [0]) ?? "").toBe("");
    // In sum it counts: 160 too much on 100.
    expect(over("FORECAST_BIAS", [150, 110], [0, 100], ', "total"')).toBeCloseTo(1.6, 12);
  });
});
