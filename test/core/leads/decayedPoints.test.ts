import fc from "fast-check";
import { expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { decayedPoints } from "../../../src/core/leads/decayedPoints.ts";

const day = (iso: string) => dayFromIso(iso)!;

it("loses a step for every full week of a pricing page visit", () => {
  expect(decayedPoints(20, day("2026-01-01"), 5, 7, day("2026-01-22"))).toBe(5);
  expect(decayedPoints(20, day("2026-01-01"), 5, 7, day("2026-01-21"))).toBe(10);
  expect(decayedPoints(20, day("2026-01-01"), 5, 7, day("2026-03-01"))).toBe(0);
});

it("keeps points that do not decay, knows nothing without an as-of day, and gives none for the future", () => {
  expect(decayedPoints(30, 0, 0, 0, undefined)).toBe(30);
  expect(decayedPoints(20, 0, 5, 7, undefined)).toBeUndefined();
  expect(decayedPoints(20, 10, 5, 7, 9)).toBe(0);
});

it("never rises with time nor leaves its bounds", () => {
  const size = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(size, size, size, fc.nat(500), (points, step, interval, age) => {
      const now = decayedPoints(points, 0, step, interval, age)!;
      const later = decayedPoints(points, 0, step, interval, age + 1)!;
      expect(later).toBeLessThanOrEqual(now);
      expect(now).toBeLessThanOrEqual(points);
      expect(later).toBeGreaterThanOrEqual(0);
    }),
  );
});
