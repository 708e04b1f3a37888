import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { againstRange } from "../../../src/core/benchmarks/againstRange.ts";

const range = { low: 20, high: 30 };

describe("an own number against a published range", () => {
  // Sorted by hand: 20 to 30 is published.
  it.each([
    [{ value: 25 }, "higher", "in range"],
    [{ value: 20 }, "higher", "in range"],
    [{ value: 15 }, "higher", "behind"],
    [{ value: 15 }, "lower", "ahead"],
    [{ value: 40 }, "higher", "ahead"],
    [{ value: 40 }, "lower", "behind"],
    [{ value: 15, low: 8, high: 22 }, "higher", "no clear difference"],
    [{ value: 40, low: 29, high: 51 }, "lower", "no clear difference"],
    [{ value: 40, low: 31, high: 51 }, "lower", "behind"],
  ] as const)("%o, %s better: %s", (own, better, reading) => {
    expect(againstRange(own, range, better)).toBe(reading);
  });

  it("has no other side of a range with one end", () => {
    expect(againstRange({ value: 0.1 }, { low: undefined, high: 5 }, "lower")).toBe("in range");
    expect(againstRange({ value: 6 }, { low: undefined, high: 5 }, "lower")).toBe("behind");
    expect(againstRange({ value: 99 }, { low: 15, high: undefined }, "higher")).toBe("in range");
    expect(
      againstRange({ value: 9 }, { low: undefined, high: undefined }, "lower"),
    ).toBeUndefined();
  });

  it("turns round with what is better, and a wider chance never makes it surer", () => {
    const opposite = { ahead: "behind", behind: "ahead" } as Record<string, string>;
    const number = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(number, number, number, (value, below, above) => {
        const own = { value, low: value - below, high: value + above };
        const reading = againstRange(own, range, "higher") ?? "";
        expect(againstRange(own, range, "lower")).toBe(opposite[reading] ?? reading);
        const wider = againstRange(
          { value, low: own.low - 9, high: own.high + 9 },
          range,
          "higher",
        );
        if (reading !== "ahead" && reading !== "behind") expect(wider).toBe(reading);
      }),
    );
  });
});
