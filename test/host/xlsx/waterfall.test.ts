import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waterfallSteps } from "../../../workbench/host/xlsx/chart/waterfall.ts";

describe("the steps of a waterfall", () => {
  it("start where the last one ended, also across zero", () => {
    // By hand: 0 to 5, to 2, to -4, to -1.
    expect(waterfallSteps([5, -3, -6, 3])).toEqual([
      { base: 0, above: 5, below: 0, rises: true },
      { base: 2, above: 3, below: 0, rises: false },
      { base: 0, above: 2, below: -4, rises: false },
      { base: -1, above: 0, below: -3, rises: true },
      { base: 0, above: 0, below: -1, rises: false },
    ]);
  });

  it("span exactly the change, on either side of zero", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (changes) => {
        let level = 0;
        const steps = waterfallSteps(changes);
        const total = changes.reduce((sum, change) => sum + change, 0);
        expect(steps.at(-1)).toMatchObject({
          above: Math.max(total, 0),
          below: Math.min(total, 0) + 0,
        });
        steps.slice(0, -1).forEach(({ base, above, below }, index) => {
          const from = level;
          level += changes[index] ?? 0;
          expect(above - below).toBe(Math.abs(level - from));
          expect(Math.max(base, 0) + above).toBe(Math.max(from, level, 0));
          expect(Math.min(base, 0) + below).toBe(Math.min(from, level, 0));
        });
      }),
    );
  });
});
