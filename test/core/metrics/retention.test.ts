import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logoRetention, revenueRetention } from "../../../src/core/metrics/retention.ts";

describe("retention", () => {
  it("is what the customers of the start bring at the end, counted one by one", () => {
    const amount = fc.integer({ min: 0, max: 1000 });
    const customers = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), amount), {
      minLength: 1,
    });
    fc.assert(
      fc.property(customers, (pairs) => {
        const total = (pick: (pair: readonly [number, number]) => number) =>
          pairs.reduce((sum, pair) => sum + pick(pair), 0);
        const [start, end] = [total(([before]) => before), total(([, after]) => after)];
        const lost = {
          contraction: total(([before, after]) => (after > 0 ? Math.max(0, before - after) : 0)),
          churn: total(([before, after]) => (after > 0 ? 0 : before)),
        };
        const expansion = total(([before, after]) => Math.max(0, after - before));
        expect(revenueRetention({ start, expansion, ...lost })).toBeCloseTo(end / start, 12);
        const kept = total(([before, after]) => Math.min(before, after));
        expect(revenueRetention({ start, ...lost })).toBeCloseTo(kept / start, 12);
        const stayed = pairs.filter(([, after]) => after > 0).length;
        expect(logoRetention(pairs.length, pairs.length - stayed)).toBeCloseTo(
          stayed / pairs.length,
          12,
        );
      }),
    );
  });

  it("is not known without a start", () => {
    expect(revenueRetention({ start: 0, contraction: 0, churn: 0 })).toBeUndefined();
    expect(logoRetention(0, 0)).toBeUndefined();
  });
});
