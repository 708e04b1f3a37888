import { type Day, dayFromParts, type Moment } from "../../core/calendar/day.ts";
import type { Cell } from "./cell.ts";

const DAY_MS = 86400000;

type Zone = {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number | undefined>;
};
const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    zone = { format, offsets: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

/** What the zone's clock is ahead of UTC at that instant, in milliseconds. */
function offsetAt(instant: number, zone: Zone): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const parts: Record<string, string> = {};
  for (const { type, value } of zone.format.formatToParts(whole)) parts[type] = value;
  const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year);
  const day = dayFromParts(year, Number(parts.month), Number(parts.day));
  const seconds = Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second);
  return day * DAY_MS + seconds * 1000 - whole;
}

/** Formatting is slow, so a day whose two ends have the same offset is asked about once. */
function offsetOf(instant: number, zone: Zone): number {
  const bucket = Math.floor(instant / DAY_MS);
  if (!zone.offsets.has(bucket)) {
    const first = offsetAt(bucket * DAY_MS, zone);
    zone.offsets.set(bucket, first === offsetAt((bucket + 1) * DAY_MS, zone) ? first : undefined);
  }
  return zone.offsets.get(bucket) ?? offsetAt(instant, zone);
}

/** The civil day and time that a spreadsheet in that zone shows for a date. */
export function momentOfDate(date: Date, zone: string): Moment {
  const instant = date.getTime();
  return (instant + offsetOf(instant, zoneOf(zone))) / DAY_MS;
}

/** A date that a spreadsheet in that zone shows as that civil day and time; where the clock skips it, the next that exists. */
export function dateOfMoment(moment: Moment, zone: string): Date {
  const known = zoneOf(zone);
  const wall = Math.round(moment * DAY_MS);
  const early = wall - offsetOf(wall - DAY_MS, known);
  const late = wall - offsetOf(wall + DAY_MS, known);
  for (const instant of [early, late]) {
    if (instant + offsetOf(instant, known) === wall) return new Date(instant);
  }
  return new Date(Math.max(early, late));
}

/** A date that a spreadsheet in that zone shows as that civil day. */
export function dateOfDay(day: Day, zone: string): Date {
  return dateOfMoment(day, zone);
}

/**
 * A value of `getValues` or of a custom function's argument as a cell. The zone is asked for only when a date is met.
 * `instanceof` fails for dates made in another realm, so the kind is told by its tag.
 */
export function toCell(value: unknown, zone: () => string): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (value === null || value === undefined) return undefined;
  if (Object.prototype.toString.call(value) === "[object Date]") {
    const date = value as Date;
    return Number.isNaN(date.getTime()) ? undefined : { moment: momentOfDate(date, zone()) };
  }
  return String(value);
}
