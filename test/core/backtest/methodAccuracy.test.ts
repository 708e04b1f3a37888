import { describe, expect, it } from "vitest";
import type { Judged } from "../../../src/core/backtest/backtest.ts";
import { methodAccuracy } from "../../../src/core/backtest/methodAccuracy.ts";
import { observer } from "../../../src/core/backtest/observe.ts";
import { day, pastOf, quarter } from "./somePast.ts";

const point = { daysLeft: 30 };
const seen = observer(pastOf([], day(2024, 7, 31)))({
  period: quarter(2024, 4),
  day: day(2024, 5, 31),
  daysLeft: 30,
  week: undefined,
});
const judged = (actual: number, own: number | undefined, naive: number | undefined): Judged => ({
  point,
  seen: { ...seen, actual },
  forecasts: new Map([
    ["own", own],
    ["naive", naive],
  ]),
  weights: new Map(),
  learnt: 0,
  range: undefined,
});

describe("the accuracy of a method", () => {
  it("is worked out over the periods in which it spoke", () => {
    const all = [judged(100, 110, undefined), judged(200, 150, 100), judged(50, undefined, 200)];
    const found = methodAccuracy(all, "own", point);
    // By hand: 10 and 50 off of 300; 40 too low in all; of the two one is within a tenth
    expect(found.periods).toBe(2);
    expect(found.wmape).toBeCloseTo(60 / 300, 12);
    expect(found.mape).toBeCloseTo((0.1 + 0.25) / 2, 12);
    expect(found.bias).toBeCloseTo(-40 / 300, 12);
    expect(found.meanBias).toBeCloseTo((0.1 - 0.25) / 2, 12);
    expect(found.hits).toBe(0.5);
    expect(found.tracking).toBeCloseTo(-40 / 30, 12);
    // 30 against steps of 100 and 150
    expect(found.mase).toBeCloseTo(30 / 125, 12);
  });

  it("is compared with repeating the period before where both spoke, three times or more", () => {
    const all = [judged(100, 110, undefined), judged(200, 150, 100), judged(50, undefined, 200)];
    expect(methodAccuracy(all, "own", point).againstNaive).toBeUndefined();
    // By hand: 50 + 0 + 10 against 100 + 20 + 30
    const more = [...all, judged(80, 80, 60), judged(90, 100, 120)];
    expect(methodAccuracy(more, "own", point).againstNaive).toBeCloseTo(60 / 150, 12);
    expect(methodAccuracy(all, "own", { week: 3 })).toMatchObject({
      periods: 0,
      wmape: undefined,
      tracking: undefined,
    });
  });
});
