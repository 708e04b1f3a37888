import fc from "fast-check";
import { expect, it } from "vitest";
import { scoreBlend } from "../../../src/core/leads/scoreBlend.ts";

const even = { fitWeight: 0.5, engagementWeight: 0.5, fitMax: 100, engagementMax: 100 };

it("joins 60 fit, 40 engagement and -10 into 40", () => {
  expect(scoreBlend(60, 40, -10, even)).toEqual({
    fit: 30,
    engagement: 20,
    negative: -10,
    clamp: 0,
    score: 40,
  });
});

it("counts no more than full points and stays within 0 and 100", () => {
  expect(scoreBlend(500, 500, 0, even).score).toBe(100);
  expect(scoreBlend(10, 0, -50, even)).toMatchObject({ score: 0, clamp: 45 });
});

it("shows no leftovers of binary fractions", () => {
  // 0.6 x 100 x 0.285 + 0.4 x 100 x 0.26 = 17.1 + 10.4
  const sixty = { ...even, fitWeight: 0.6, engagementWeight: 0.4 };
  expect(scoreBlend(28.5, 26, 0, sixty)).toMatchObject({
    fit: 17.1,
    engagement: 10.4,
    score: 27.5,
  });
});

it("is within 0-100, the sum of its parts, and never falls with more fit", () => {
  const points = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(
      points,
      points,
      points,
      fc.integer({ min: 0, max: 100 }),
      (fit, engagement, minus, weight) => {
        const settings = { ...even, fitWeight: weight / 100, engagementWeight: 1 - weight / 100 };
        const blend = scoreBlend(fit, engagement, -minus, settings);
        // Every number is a decimal of at most nine places: in billionths the parts add up exactly.
        const [score, ...parts] = [
          blend.score,
          blend.fit,
          blend.engagement,
          blend.negative,
          blend.clamp,
        ].map((part) => Math.round(part * 1e9));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(score);
        expect(Number(blend.score.toFixed(9))).toBe(blend.score);
        expect(blend.score).toBeGreaterThanOrEqual(0);
        expect(blend.score).toBeLessThanOrEqual(100);
        expect(scoreBlend(fit + 1, engagement, -minus, settings).score).toBeGreaterThanOrEqual(
          blend.score - 1e-9,
        );
      },
    ),
  );
});
