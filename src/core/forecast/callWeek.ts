import { type Day, weekdayOf } from "../calendar/day.ts";

/**
 * The first day of which a call still counts as new. Calls are due every week on a weekday (1 = Monday): whoever called
 * within the seven days up to the last due day, or since, has called for the week.
 */
export const callsCountFrom = (asOf: Day, weekday: number): Day =>
  asOf - ((weekdayOf(asOf) - weekday + 7) % 7) - 6;
