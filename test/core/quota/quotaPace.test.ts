import { expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { quotaPace } from "../../../src/core/quota/quotaPace.ts";

const day = (iso: string) => dayFromIso(iso)!;

it("is 8.75 % ahead with 522 where 480 were expected (80 of 100 days of 600)", () => {
  expect(quotaPace(522, 600, day("2026-01-01"), day("2026-04-10"), day("2026-03-21"))).toBe(0.0875);
});

it("counts the as-of day, and after the end the whole period", () => {
  const [start, end] = [day("2026-01-01"), day("2026-01-10")];
  expect(quotaPace(10, 100, start, end, start)).toBe(0);
  expect(quotaPace(80, 100, start, end, end)).toBeCloseTo(-0.2, 12);
  expect(quotaPace(80, 100, start, end, end + 30)).toBeCloseTo(-0.2, 12);
});

it("has no answer before the period and without a quota", () => {
  expect(quotaPace(10, 100, 50, 60, 49)).toBeUndefined();
  expect(quotaPace(10, 0, 50, 60, 55)).toBeUndefined();
});
