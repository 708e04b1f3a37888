import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  instantOfSerial,
  instantOfWallClock,
  serialOfInstant,
  zoneOffset,
} from "../../workbench/host/zone.ts";

const zones = [
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Asia/Kathmandu",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "Etc/UTC",
];
const instants = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2040, 0, 1) });

describe("zones", () => {
  it("agree with Temporal on the offset at any instant", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const known =
          Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
            .offsetNanoseconds / 1e6;
        expect(zoneOffset(zone)(instant)).toBe(known);
      }),
    );
  });

  it("agree with Temporal's 'compatible' rule for any wall time, skipped and repeated ones included", () => {
    const nearChange = fc.constantFrom(
      "2026-03-08T02:30",
      "2026-11-01T01:30",
      "2026-04-05T02:30",
      "2026-09-27T02:30",
      "2026-03-29T02:59",
    );
    const walls = fc.oneof(
      nearChange,
      instants.map((instant) =>
        new Date(Math.floor(instant / 60_000) * 60_000).toISOString().slice(0, 16),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), walls, (zone, wall) => {
        const known = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
        expect(instantOfWallClock(Date.parse(`${wall}Z`), zone)).toBe(known);
      }),
    );
  });

  it("take a civil day to an instant and back", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 30_000, max: 50_000 }),
        (zone, serial) => {
          expect(Math.floor(serialOfInstant(instantOfSerial(serial, zone), zone) + 1e-9)).toBe(
            serial,
          );
        },
      ),
    );
  });

  it("know serial 46053 as 31 January 2026, midnight in Auckland being 11:00 the day before in universal time", () => {
    expect(new Date(instantOfSerial(46053, "Pacific/Auckland")).toISOString()).toBe(
      "2026-01-30T11:00:00.000Z",
    );
  });
});
