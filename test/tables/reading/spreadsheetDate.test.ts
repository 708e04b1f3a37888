import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay, isoFromMoment } from "../../../src/core/calendar/day.ts";
import {
  dateOfDay,
  dateOfMoment,
  momentOfDate,
  toCell,
} from "../../../src/tables/reading/spreadsheetDate.ts";

const zones = [
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Asia/Kathmandu",
  "UTC",
  "Europe/Berlin",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Africa/Casablanca",
];

/** What the zone's clock shows, by temporal-polyfill. */
function shown(epochMs: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  const time = at.toPlainTime().toString({ smallestUnit: "second" });
  return time === "00:00:00" ? at.toPlainDate().toString() : `${at.toPlainDate()} ${time}`;
}

describe("the civil time of a date", () => {
  it("is what the zone's clock shows at that instant", () => {
    const seconds = fc.integer({ min: 0, max: 4e9 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        expect(isoFromMoment(momentOfDate(new Date(second * 1000), zone))).toBe(
          shown(second * 1000, zone),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("is right around both clock changes", () => {
    // Los Angeles 2026: forward on 8 March at 10:00 UTC, back on 1 November at 09:00 UTC.
    for (const change of [Date.UTC(2026, 2, 8, 10), Date.UTC(2026, 10, 1, 9)]) {
      for (const offset of [-3601000, -1000, 0, 1000, 3600000]) {
        const at = change + offset;
        expect(isoFromMoment(momentOfDate(new Date(at), "America/Los_Angeles"))).toBe(
          shown(at, "America/Los_Angeles"),
        );
      }
    }
  });

  it("gives another day in Auckland than in Los Angeles", () => {
    const date = new Date(Date.UTC(2026, 0, 31, 20));
    expect(isoFromDay(momentOfDate(date, "Pacific/Auckland"))).toBe("2026-02-01");
    expect(isoFromDay(momentOfDate(date, "America/Los_Angeles"))).toBe("2026-01-31");
    expect(isoFromMoment(momentOfDate(date, "Asia/Kathmandu"))).toBe("2026-02-01 01:45:00");
  });
});

describe("the date of a civil day", () => {
  it("shows as that day in its zone, on days with clock changes too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40000 }), fc.constantFrom(...zones), (day, zone) => {
        expect(Math.floor(momentOfDate(dateOfDay(day, zone), zone))).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  it("is the midnight of that zone as temporal-polyfill has it", () => {
    for (const zone of zones) {
      for (const text of ["2026-03-08", "2026-11-01", "2026-04-05", "2026-09-27", "2024-09-08"]) {
        const expected = Temporal.PlainDate.from(text).toZonedDateTime({
          timeZone: zone,
        }).epochMilliseconds;
        expect(dateOfDay(dayFromIso(text) ?? Number.NaN, zone).getTime(), `${text} ${zone}`).toBe(
          expected,
        );
      }
    }
  });

  it("keeps the time of day", () => {
    const moment = (dayFromIso("2026-06-15") ?? 0) + 14.5 / 24;
    expect(dateOfMoment(moment, "Asia/Kathmandu").toISOString()).toBe("2026-06-15T08:45:00.000Z");
  });
});

describe("a value as a cell", () => {
  const never = () => {
    throw new Error("the zone was asked for");
  };

  it("asks for the zone only for dates", () => {
    expect(["a", 1, true, null, undefined, ""].map((value) => toCell(value, never))).toEqual([
      "a",
      1,
      true,
      undefined,
      undefined,
      "",
    ]);
    expect(toCell(new Date(Date.UTC(2026, 0, 31)), () => "UTC")).toEqual({
      moment: dayFromIso("2026-01-31"),
    });
  });

  it("takes an impossible date as blank", () => {
    expect(toCell(new Date(Number.NaN), () => "UTC")).toBeUndefined();
  });
});
