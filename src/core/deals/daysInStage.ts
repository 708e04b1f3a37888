import type { Moment } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import { workingDays } from "../calendar/workingDays.ts";

/**
 * Days since a deal entered its stage; 0 on the day itself. With a calendar only its working days after that day count.
 * Undefined when the stage was entered only after the as-of day.
 */
export function daysInStage(
  entered: Moment,
  asOf: Moment,
  calendar?: FiscalCalendar,
): number | undefined {
  const [from, to] = [Math.floor(entered), Math.floor(asOf)];
  if (to < from) return undefined;
  return calendar ? workingDays(from + 1, to, calendar) : to - from;
}
