import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import { workingDays } from "../calendar/workingDays.ts";
import { rampShare } from "./rampShare.ts";
import type { Rep } from "./rep.ts";

type Working = Pick<Rep, "startDate" | "rampOverride" | "ptoFrom" | "ptoTo">;

function isAway({ ptoFrom, ptoTo }: Working, day: Day): boolean {
  if (ptoFrom === undefined && ptoTo === undefined) return false;
  return day >= (ptoFrom ?? day) && day <= (ptoTo ?? ptoFrom ?? day);
}

/**
 * What a person can carry in a period as a share of somebody fully productive who is always there: the average over
 * the period's working days of the ramp, days away counting 0. Undefined when the period has no working day.
 */
export function repCapacity(
  rep: Working,
  from: Day,
  to: Day,
  calendar: FiscalCalendar,
): number | undefined {
  let [worked, days] = [0, 0];
  for (let day = from; day <= to; day += 1) {
    if (workingDays(day, day, calendar) === 0) continue;
    days += 1;
    if (!isAway(rep, day)) worked += rampShare(rep, day);
  }
  return days === 0 ? undefined : worked / days;
}
