import { describe, expect, it } from "vitest";
import {
  shrunkenSeasons,
  withoutSeason,
  withSeason,
} from "../../../../src/core/forecast/series/seasons.ts";

describe("seasons", () => {
  it("are kept in full where every year is the same", () => {
    const seasons = shrunkenSeasons([50, 100, 200, 100, 50, 100, 200, 100], 4);
    expect(seasons.kind).toBe("factors");
    expect(seasons.kept).toBeCloseTo(1, 12);
    // The factors' product is 1: their logarithms are centred
    expect(seasons.of.map((factor) => factor / seasons.of[0]!)).toEqual(
      [1, 2, 4, 2].map((times) => expect.closeTo(times, 12)),
    );
    expect(withSeason(seasons, withoutSeason(seasons, 200, 6), 6)).toBeCloseTo(200, 12);
  });

  it("are amounts where a value is not above zero, around any line", () => {
    const seasons = shrunkenSeasons([-8, 12, 12, 32, 32, 52], 2);
    // 10 t on a line, with 8 below and 2 above in turn: line 10 t - 3, seasons -5 and +5
    expect(seasons).toMatchObject({ kind: "amounts", kept: 1 });
    expect(seasons.of[0]).toBeCloseTo(-5, 12);
    expect(seasons.of[1]).toBeCloseTo(5, 12);
  });

  it("shrink by what chance explains, by hand", () => {
    // Four seasons, two years, no line: means 10.5, 20, 30, 39.5; within 1 x 0.5 in two of them
    const seasons = shrunkenSeasons(
      [10, 20, 30, 40, 11, 20, 30, 39].map((x) => x - 25),
      4,
    );
    expect(seasons.kind).toBe("amounts");
    const noise = ((0.5 + 0.5) / 4) * 0.5;
    const signal = (14.5 ** 2 + 5 ** 2 + 5 ** 2 + 14.5 ** 2) / 3;
    expect(seasons.kept).toBeCloseTo(1 - (noise / signal) * (1 / 3), 12);
  });

  it("are none without two years, or where they differ less than chance lets them", () => {
    expect(shrunkenSeasons([1, 2, 3, 4, 5, 6, 7], 4).kind).toBe("none");
    expect(shrunkenSeasons([1, 2, 3], 1).kind).toBe("none");
    // The second year mirrors the first: every season's mean is 5
    const noise = [5, 1, 9, 2, 6, 1, 5, 9, 1, 8, 4, 9];
    expect(shrunkenSeasons(noise, 6)).toEqual({ kind: "none", of: [], kept: 0 });
  });
});
