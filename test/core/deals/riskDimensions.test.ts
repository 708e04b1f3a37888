import fc from "fast-check";
import { expect, it } from "vitest";
import { riskDimensions, riskProfile } from "../../../src/core/deals/riskDimensions.ts";
import { riskFactors } from "../../../src/settings/presets/riskFactors.ts";

const factors = (points: (id: string, full: number) => number | undefined) =>
  riskFactors.map((factor) => ({ factor, points: points(factor.id, factor.points) }));

it("gives each dimension the share of its points, and unknown ones none", () => {
  // Engagement: economic buyer 30, activity 15, contacts 10. Only the first two are known, the first is present.
  const profile = riskProfile({
    factors: factors((id) => ({ economicBuyer: 30, activityDown: 0 })[id]),
  });
  expect(profile.dimensions.engagement).toBeCloseTo((100 * 30) / 45, 12);
  expect(profile.dimensions.timeline).toBeUndefined();
  // 45 of the 181 points that the ten factors weigh.
  expect(profile.confidence).toBeCloseTo(45 / 181, 12);
});

it("says 100 where everything is wrong, 0 where nothing is, and keeps both between", () => {
  const worst = riskProfile({ factors: factors((_, full) => full) });
  const best = riskProfile({ factors: factors(() => 0) });
  for (const dimension of riskDimensions) {
    expect(worst.dimensions[dimension]).toBe(100);
    expect(best.dimensions[dimension]).toBe(0);
  }
  expect([worst.confidence, best.confidence]).toEqual([1, 1]);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 1, undefined), { minLength: 10, maxLength: 10 }),
      (on) => {
        let at = 0;
        const { dimensions, confidence } = riskProfile({
          factors: factors((_, full) => {
            const one = on[at++];
            return one === undefined ? undefined : one * full;
          }),
        });
        for (const dimension of riskDimensions) {
          const value = dimensions[dimension];
          if (value !== undefined) expect(value >= 0 && value <= 100).toBe(true);
        }
        expect((confidence ?? -1) >= 0 && (confidence ?? 2) <= 1).toBe(true);
      },
    ),
  );
});

it("knows no confidence when every factor is switched off", () => {
  const off = riskFactors.map((factor) => ({ factor: { ...factor, points: 0 }, points: 0 }));
  expect(riskProfile({ factors: off }).confidence).toBeUndefined();
});
