import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadQuota } from "../../../src/core/quota/spreadQuota.ts";

describe("spreadQuota", () => {
  it("gives the cents left over to the largest remainders", () => {
    // By hand: 33.33 each leaves one cent, which goes to the first of the equal remainders.
    expect(spreadQuota(100, [1, 1, 1])).toEqual([33.34, 33.33, 33.33]);
    // 10 in wholes by 6 : 3 : 2 is 5.45, 2.73, 1.82; the two left over go to 1.82 and 2.73.
    expect(spreadQuota(10, [6, 3, 2], 1)).toEqual([5, 3, 2]);
    // 1,000,000 in thousands by thirds.
    expect(spreadQuota(1_000_000, [1, 1, 1], 1000)).toEqual([334_000, 333_000, 333_000]);
  });

  it("gives nothing to a weight of nothing, and has no answer when all are", () => {
    expect(spreadQuota(100, [0, 5, -3, Number.NaN])).toEqual([0, 100, 0, 0]);
    expect(spreadQuota(100, [0, 0])).toBeUndefined();
    expect(spreadQuota(100, [])).toBeUndefined();
  });

  it("always adds up to the cent, and each part is within a cent of its share", () => {
    const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true }));
    const weights = fc.array(weight, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), weights, (cents, given) => {
        const total = cents / 100;
        const parts = spreadQuota(total, given);
        const sum = given.reduce((all, weight) => all + weight, 0);
        expect(parts === undefined).toBe(sum === 0);
        if (parts === undefined) return;
        expect(parts.reduce((all, part) => all + Math.round(part * 100), 0)).toBe(cents);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (total * given[index]!) / sum)).toBeLessThan(
            0.0101 + total * 1e-12,
          );
        });
      }),
    );
  });
});
