import type { Day } from "../calendar/day.ts";

/**
 * Points that are left of an event: a step is lost for every full interval since the event, down to 0.
 * Without a step nothing is lost. Undefined while the as-of day is unknown; 0 before the event has happened.
 */
export function decayedPoints(
  points: number,
  eventDay: Day,
  step: number,
  intervalDays: number,
  asOf: Day | undefined,
): number | undefined {
  if (asOf !== undefined && Math.floor(eventDay) > asOf) return 0;
  if (step === 0 || intervalDays <= 0) return points;
  if (asOf === undefined) return undefined;
  const steps = Math.floor((asOf - Math.floor(eventDay)) / intervalDays);
  return Math.max(0, points - steps * step);
}
