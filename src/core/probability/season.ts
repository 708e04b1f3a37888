import type { Day } from "../calendar/day.ts";
import { defaultCalendar } from "../calendar/defaultCalendar.ts";
import type { FiscalCalendar, Period } from "../calendar/fiscalCalendar.ts";
import { periodOf } from "../calendar/period.ts";
import type { DealLife } from "./dealLife.ts";
import { THIRDS } from "./hazard.ts";
import { WINDOW_DAYS, type WinModel } from "./winModel.ts";

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

/** Tells which third of its fiscal quarter (0-2) a day lies in. */
export function quarterThirds(calendar: FiscalCalendar): (day: Day) => number {
  const partOf = quarterParts(calendar);
  return (day) => Math.floor((partOf(day) * THIRDS) / QUARTER_PARTS);
}

/** What share of the days after a day, up to so many later, lies in each third of a quarter. */
export function seasonShares(partOf: (day: Day) => number, day: Day, days: number): number[] {
  const shares = [0, 0, 0];
  for (let at = day + 1; at <= day + days; at++) {
    const part = Math.floor(partOf(at) / 2);
    shares[part] = (shares[part] ?? 0) + 1 / days;
  }
  return shares;
}

/** A window that never ends is looked at for a year. */
export const EVER_DAYS = 365;

/** The shares of a window after each day; each day is worked out once. */
export function windowShares(
  partOf: (day: Day) => number,
  window: number,
): (day: Day) => readonly number[] {
  const days = WINDOW_DAYS[window] ?? EVER_DAYS;
  const known = new Map<Day, readonly number[]>();
  return (day) => {
    const shares = known.get(day) ?? seasonShares(partOf, day, days);
    known.set(day, shares);
    return shares;
  };
}

/** A sixth of a quarter leans on the average as if so many wins more had been expected there. */
const LEAN = 10;

/** How many deals were won in each sixth of a quarter for each open deal and day, 1 on average. */
export function winSeason(
  lives: readonly DealLife[],
  calendar: FiscalCalendar,
  asOf: Day,
): number[] {
  const changes = new Map<Day, number>();
  const won = new Array<number>(QUARTER_PARTS).fill(0);
  const open = new Array<number>(QUARTER_PARTS).fill(0);
  const partOf = quarterParts(calendar);
  let first = asOf;
  const add = (day: Day, change: number) => changes.set(day, (changes.get(day) ?? 0) + change);
  for (const { created, ended, outcome } of lives) {
    first = Math.min(first, created);
    add(created + 1, 1);
    if (ended !== undefined) add(ended + 1, -1);
    if (outcome !== "won" || ended === undefined || ended > asOf) continue;
    const part = partOf(ended);
    won[part] = (won[part] ?? 0) + 1;
  }
  let count = 0;
  for (let day = first; day <= asOf; day++) {
    count += changes.get(day) ?? 0;
    const part = partOf(day);
    open[part] = (open[part] ?? 0) + count;
  }
  const total = won.reduce((sum, one) => sum + one, 0);
  const days = open.reduce((sum, one) => sum + one, 0);
  return won.map((wins, part) => {
    const expected = days > 0 ? (total * (open[part] ?? 0)) / days : 0;
    return (wins + LEAN) / (expected + LEAN);
  });
}
