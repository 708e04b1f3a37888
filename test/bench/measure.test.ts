import { describe, expect, it } from "vitest";
import { duration, median, medianOf } from "./measure.ts";

describe("the bench", () => {
  it("takes the middle value, of an even number the mean of the middle two", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
  });

  it("does not count the first run", () => {
    const runs: number[] = [];
    expect(medianOf(3, (run) => runs.push(run))).toBeGreaterThanOrEqual(0);
    expect(runs).toEqual([-1, 0, 1, 2]);
  });

  it("shows times with three digits or fewer", () => {
    expect([0.1234, 12.34, 123.4, 1234, 12_345].map(duration)).toEqual([
      "0.12 ms",
      "12.3 ms",
      "123 ms",
      "1.23 s",
      "12.3 s",
    ]);
  });
});
