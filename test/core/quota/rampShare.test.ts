import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { rampShare } from "../../../src/core/quota/rampShare.ts";

const day = (iso: string) => dayFromIso(iso)!;
const startDate = day("2026-01-15");

describe("rampShare", () => {
  it("is 0 before the start, 30 % for three months, 60 % for three, then all", () => {
    // The finance model of the RevOps guides: capacity 0.3 (months 1-3), 0.6 (months 4-6), 1.0.
    const at = (iso: string) => rampShare({ startDate }, day(iso));
    expect(
      ["2026-01-14", "2026-01-15", "2026-04-14", "2026-04-15", "2026-07-14", "2026-07-15"].map(at),
    ).toEqual([0, 0.3, 0.3, 0.6, 0.6, 1]);
  });

  it("takes a share set by hand from the start on, and a ramp of one's own", () => {
    expect(rampShare({ startDate, rampOverride: 0.5 }, day("2026-01-14"))).toBe(0);
    expect(rampShare({ startDate, rampOverride: 0.5 }, day("2030-01-01"))).toBe(0.5);
    expect(rampShare({ startDate }, day("2026-02-20"), [0, 0.25])).toBe(0.25);
    expect(rampShare({ startDate }, day("2026-02-20"), [])).toBe(1);
  });

  it("is 1 for somebody whose start nobody knows", () => {
    expect(rampShare({}, 0)).toBe(1);
  });
});
