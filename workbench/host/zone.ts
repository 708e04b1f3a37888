import { SERIAL_OF_EPOCH } from "../../src/core/calendar/day.ts";

const DAY_MS = 86_400_000;
/** Clocks change at whole quarters of an hour of universal time, so one answer holds for a quarter. */
const QUARTER_MS = 900_000;

const zones = new Map<string, (instant: number) => number>();

/** Milliseconds that a zone's clocks are ahead of universal time at an instant. */
export function zoneOffset(zone: string): (instant: number) => number {
  const known = zones.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const cache = new Map<number, number>();
  const offset = (instant: number): number => {
    const quarter = Math.floor(instant / QUARTER_MS);
    const cached = cache.get(quarter);
    if (cached !== undefined) return cached;
    const found = wallClock(format, quarter * QUARTER_MS) - quarter * QUARTER_MS;
    cache.set(quarter, found);
    return found;
  };
  zones.set(zone, offset);
  return offset;
}

function wallClock(format: Intl.DateTimeFormat, instant: number): number {
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = value;
  const year = part.era === "BC" ? 1 - Number(part.year) : Number(part.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  date.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
  return date.getTime();
}

/**
 * The instant at which a zone's clocks show a wall time (milliseconds as if it were universal time).
 * A time that occurs twice is its first occurrence; one that a clock change skips moves forward by the gap.
 */
export function instantOfWallClock(wall: number, zone: string): number {
  const offset = zoneOffset(zone);
  const before = offset(wall - DAY_MS);
  const after = offset(wall + DAY_MS);
  if (before === after) return wall - before;
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)];
  return candidates.find((instant) => instant + offset(instant) === wall) ?? wall - before;
}

/** The instant of a serial number read on the clocks of a zone. */
export function instantOfSerial(serial: number, zone: string): number {
  return instantOfWallClock(Math.round((serial - SERIAL_OF_EPOCH) * DAY_MS), zone);
}

/** The serial number that a zone's clocks show at an instant. */
export function serialOfInstant(instant: number, zone: string): number {
  return (instant + zoneOffset(zone)(instant)) / DAY_MS + SERIAL_OF_EPOCH;
}
