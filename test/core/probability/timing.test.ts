import { describe, expect, it } from "vitest";
import { spreadOverDays } from "../../../src/core/probability/timing.ts";
import { smallModel, trainedAsOf } from "./smallModel.ts";

const chances = [0.1, 0.3, 0.4, 0.6];

describe("chances between the windows", () => {
  const spread = spreadOverDays(smallModel, trainedAsOf);

  it("meet the windows' own, are 0 at the start and all of it after a year", () => {
    expect([0, 30, 90, 180, 365, 900].map((days) => spread(chances, days))).toEqual([
      0, 0.1, 0.3, 0.4, 0.6, 0.6,
    ]);
    expect(spread(chances, undefined)).toBe(0.6);
  });

  it("grow day by day, faster at the end of a quarter", () => {
    const at = (days: number) => spread(chances, days);
    for (let days = 1; days <= 365; days++) expect(at(days)).toBeGreaterThan(at(days - 1));
    // From 31 March: days 31-90 lie in May and June. June's second half weighs 2, early May's days 0.8.
    expect((at(88) - at(87)) / (at(35) - at(34))).toBeCloseTo(2 / 0.8, 9);
  });
});
