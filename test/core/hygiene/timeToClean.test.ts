import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeToClean } from "../../../src/core/hygiene/timeToClean.ts";

describe("time to clean", () => {
  it("tells pace and weeks left by hand", () => {
    // Found on day 100; on day 114, two weeks later, 3 of 9 are gone: 1.5 a week, 6 left take 4 weeks.
    const faults = [
      ...[103, 107, 110].map((goneOn) => ({ firstFound: 100, goneOn })),
      ...[1, 2, 3, 4, 5, 6].map(() => ({ firstFound: 100 })),
    ];
    expect(timeToClean(faults, 114)).toEqual({
      open: 6,
      cleaned: 3,
      // Fewer than half are gone.
      median: undefined,
      perWeek: 1.5,
      weeksLeft: 4,
      neededPerWeek: 3,
    });
  });

  it("has no pace on the first day, and none to wait for when nothing is open", () => {
    expect(timeToClean([{ firstFound: 10 }], 10)).toMatchObject({
      perWeek: undefined,
      weeksLeft: undefined,
      neededPerWeek: 0.5,
    });
    expect(timeToClean([{ firstFound: 10, goneOn: 12 }], 17)).toMatchObject({
      open: 0,
      median: 2,
      weeksLeft: 0,
    });
    // Nobody put anything right: no number of weeks is enough.
    expect(timeToClean([{ firstFound: 10 }], 24)).toMatchObject({
      perWeek: 0,
      weeksLeft: undefined,
    });
  });

  it("counts the pace of the last four weeks alone", () => {
    const faults = [
      { firstFound: 0, goneOn: 3 },
      { firstFound: 0, goneOn: 80 },
      { firstFound: 0, goneOn: 99 },
      { firstFound: 0 },
    ];
    expect(timeToClean(faults, 100)).toMatchObject({ perWeek: 0.5, weeksLeft: 2 });
  });

  it("has the plain median where every fault is gone", () => {
    const days = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, (all) => {
        const faults = all.map((took) => ({ firstFound: 5, goneOn: 5 + took }));
        const sorted = [...all].sort((a, b) => a - b);
        // The first length by which half of them or more were over.
        const median = sorted[Math.ceil(sorted.length / 2) - 1];
        expect(timeToClean(faults, 200).median).toBe(median);
      }),
    );
  });
});
