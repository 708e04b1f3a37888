import type { Day } from "../calendar/day.ts";
import { defaultCalendar } from "../calendar/defaultCalendar.ts";
import type { FiscalCalendar, Period } from "../calendar/fiscalCalendar.ts";
import { periodOf } from "../calendar/period.ts";
import type { WinModel } from "./winModel.ts";

/** Into how many parts a quarter is cut: wins crowd towards its end. */
const QUARTER_PARTS = 6;

export function modelCalendar(calendar: WinModel["calendar"]): FiscalCalendar {
  return { ...defaultCalendar, ...calendar };
}

/** Tells which sixth of its fiscal quarter (0-5) a day lies in; days asked for in turn are fast. */
export function quarterParts(calendar: FiscalCalendar): (day: Day) => number {
  let quarter: Period | undefined;
  return (day) => {
    if (!quarter || day < quarter.from || day > quarter.to)
      quarter = periodOf(day, "quarter", calendar);
    const share = (day - quarter.from) / (quarter.to - quarter.from + 1);
    return Math.floor(share * QUARTER_PARTS);
  };
}

/** What share of the days after a day, up to so many later, lies in each sixth of a quarter. */
export function seasonShares(partOf: (day: Day) => number, day: Day, days: number): number[] {
  const shares = new Array<number>(QUARTER_PARTS).fill(0);
  for (let at = day + 1; at <= day + days; at++) {
    const part = partOf(at);
    shares[part] = (shares[part] ?? 0) + 1 / days;
  }
  return shares;
}
