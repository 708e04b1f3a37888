import { describe, expect, it } from "vitest";
import { knowsPipeline, METHODS, type View } from "../../../src/core/backtest/methods.ts";
import { observer } from "../../../src/core/backtest/observe.ts";
import { day, pastOf, quarter } from "./somePast.ts";

const period = quarter(2024, 4);
const now = {
  ...observer(pastOf([], day(2024, 7, 31)))({
    period,
    day: day(2024, 5, 31),
    daysLeft: 30,
    week: undefined,
  }),
  deals: 10,
  won: 61,
  open: 100,
  weighted: 30,
  rated: 5,
  commit: 40,
  bestCase: 20,
  categorised: 4,
  wonEver: 300,
  lostEver: 100,
};
const VIEW: View = {
  now,
  past: [],
  totals: [80, 120, 80, 120, 80, 120, 80, 120],
  periodsPerYear: 4,
  series: 101,
  quota: 200,
  attained: 0.75,
};
const forecast = (id: string, view: View = VIEW) =>
  METHODS.find((method) => method.id === id)?.forecast(view);

describe("the methods", () => {
  it("are as their formulas say, by hand", () => {
    expect(forecast("naive")).toBe(120);
    expect(forecast("year_ago")).toBe(80);
    expect(forecast("average")).toBeCloseTo(320 / 3, 12);
    expect(forecast("series")).toBe(101);
    // 61 in the first 61 of 91 days
    expect(forecast("pace")).toBeCloseTo(91, 12);
    expect(forecast("capacity")).toBe(150);
    expect(forecast("weighted")).toBe(91);
    expect(forecast("category")).toBe(111);
    expect(forecast("commit")).toBe(101);
    expect(forecast("win_rate")).toBe(61 + 75);
  });

  it("learn from the same point of earlier periods", () => {
    const past = [
      { ...now, open: 50, won: 10, closing: 20, stages: [] },
      { ...now, open: 150, won: 10, closing: 60, stages: [] },
    ];
    // 60 came of 200; without stages all of it, 30 a period, was beyond the open deals
    expect(forecast("conversion", { ...VIEW, past })).toBeCloseTo(61 + 30, 12);
    expect(forecast("existing_new", { ...VIEW, past })).toBeCloseTo(61 + 30, 12);
  });

  it("say nothing where they cannot", () => {
    const once = [{ ...now, open: 50, won: 10, closing: 20, stages: [] }];
    expect(forecast("conversion", { ...VIEW, past: once })).toBeUndefined();
    expect(forecast("existing_new", { ...VIEW, past: once })).toBeUndefined();
    expect(forecast("conversion")).toBeUndefined();
    expect(forecast("existing_new")).toBeUndefined();
    expect(forecast("regression")).toBeUndefined();
    const unrated = { ...VIEW, now: { ...now, rated: 0, categorised: 0 } };
    expect(forecast("weighted", unrated)).toBeUndefined();
    expect(forecast("commit", unrated)).toBeUndefined();
    const unknown = { ...VIEW, now: { ...now, leftOut: 1 } };
    expect(knowsPipeline(unknown.now)).toBe(false);
    expect(forecast("weighted", unknown)).toBeUndefined();
    expect(forecast("naive", { ...VIEW, totals: [] })).toBeUndefined();
  });
});
