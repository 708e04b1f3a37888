import type { Day } from "../core/calendar/day.ts";
import type { FiscalCalendar, Grain } from "../core/calendar/fiscalCalendar.ts";
import { periodOf } from "../core/calendar/period.ts";
import type { CustomFunction } from "./customFunction.ts";
import { calendarParam } from "./params/calendarParam.ts";
import { choice } from "./params/choice.ts";

export const calendarFunctions: readonly CustomFunction[] = [
  {
    name: "PERIOD",
    family: "Calendar",
    shape: "rows",
    about: "The fiscal period that holds a date. A fiscal year is named by the year it ends in.",
    params: [
      { name: "date", kind: "date", about: "A date or a column of dates" },
      {
        name: "grain",
        kind: "text",
        optional: true,
        default: "quarter",
        about: '"month", "quarter" or "year"',
      },
      calendarParam("calendar years"),
    ],
    returns: "A text such as 2026-Q2, 2026-05 or FY2026.",
    errors: ["A single value that is no date.", "A grain other than month, quarter or year."],
    example: { formula: "=PERIOD(DATE(2026,5,20))", result: "2026-Q2" },
    source: "Fiscal calendar of the settings",
    compute: (date: Day, grain: string | undefined, calendar: FiscalCalendar) =>
      periodOf(
        date,
        choice<Grain>("grain", grain, ["month", "quarter", "year"]) ?? "quarter",
        calendar,
      ).label,
  },
];
