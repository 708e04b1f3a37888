import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthRuns } from "../../../src/addon/sheets/widthRuns.ts";

describe("the widths of a sheet", () => {
  it("are set run by run", () => {
    expect(widthRuns([115, 115, 240])).toEqual([
      { start: 0, count: 2, width: 115 },
      { start: 2, count: 1, width: 240 },
    ]);
  });

  it("widen what costs least where there would be more than three runs", () => {
    // Widening the column of 145 to 185 costs 40 pixels, then the second one of 185 to 240 costs 55.
    expect(widthRuns([145, 185, 240, 185, 115])).toEqual([
      { start: 0, count: 2, width: 185 },
      { start: 2, count: 2, width: 240 },
      { start: 4, count: 1, width: 115 },
    ]);
  });

  it("leave out what is set already, and widen nothing for its sake", () => {
    const isSet = ({ width }: { width: number }) => width === 115;
    expect(widthRuns([115, 240, 115], 1, isSet)).toEqual([{ start: 1, count: 1, width: 240 }]);
    // Two wide runs are one too many: the narrow column between them costs least.
    expect(widthRuns([115, 145, 115, 145, 115, 115], 1, isSet)).toEqual([
      { start: 1, count: 3, width: 145 },
    ]);
  });

  it("cover every column once, none narrower than it must be, in at most three runs", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(115, 145, 185, 240), { maxLength: 40 }), (widths) => {
        const runs = widthRuns(widths);
        const set = runs.flatMap(({ count, width }) => Array.from({ length: count }, () => width));
        expect(runs.length).toBeLessThanOrEqual(3);
        expect(set).toHaveLength(widths.length);
        expect(set.every((width, at) => width >= (widths[at] ?? 0))).toBe(true);
        let start = 0;
        for (const run of runs) {
          expect(run.start).toBe(start);
          start += run.count;
        }
      }),
    );
  });
});
