import type { Day } from "../core/calendar/day.ts";
import type { FiscalCalendar } from "../core/calendar/fiscalCalendar.ts";
import { daysInStage } from "../core/deals/daysInStage.ts";
import { dealAge } from "../core/deals/dealAge.ts";
import { staleStatus } from "../core/deals/staleStatus.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { calendarParam } from "./params/calendarParam.ts";

const family = "Deals";

/** The as-of date of functions whose result depends on time. */
export const asOfParam: Param = {
  name: "as_of",
  kind: "date",
  optional: true,
  default: "what depends on time is unknown, since no function reads the clock",
  about: "The day on which things are looked at, such as REVOPS_AS_OF",
};

export const dealFunctions: readonly CustomFunction[] = [
  {
    name: "DEAL_AGE",
    family,
    shape: "rows",
    about:
      "Days from the day a deal was created to the day it was closed, or to the as-of day while it is open.",
    params: [
      { name: "created", kind: "date", about: "Created date, or the column of them" },
      {
        name: "closed",
        kind: "date",
        optional: true,
        default: "the deal is open",
        about:
          "The day the deal was closed; leave it blank for open deals, whose close date is only planned",
      },
      asOfParam,
    ],
    returns:
      "Whole days. Blank for an open deal without an as-of day, and before the deal was created.",
    errors: ["A single value that is no date.", "Columns of different heights."],
    example: { formula: '=DEAL_AGE(DATE(2026,1,1), "", DATE(2026,3,2))', result: 60 },
    source: "Pipeline ageing: days since created",
    compute: (created: Day, closed?: Day, asOf?: Day) => dealAge(created, closed, asOf),
  },
  {
    name: "DAYS_IN_STAGE",
    family,
    shape: "rows",
    about: "Days since a deal entered its stage.",
    params: [
      {
        name: "stage_entered",
        kind: "date",
        about: "The day the deal entered its stage, or the column of them",
      },
      asOfParam,
      {
        name: "business",
        kind: "boolean",
        optional: true,
        default: "FALSE",
        about: "TRUE counts working days only",
      },
      calendarParam("Monday to Friday, no holidays"),
    ],
    returns: "Whole days, 0 on the day itself. Blank without an as-of day.",
    errors: ["A single value that is no date."],
    example: { formula: "=DAYS_IN_STAGE(DATE(2026,3,6), DATE(2026,3,16), TRUE)", result: 6 },
    source: "Stage ageing: days since the stage was entered",
    compute: (
      entered: Day,
      asOf: Day | undefined,
      business: boolean | undefined,
      calendar: FiscalCalendar,
    ) =>
      asOf === undefined ? undefined : daysInStage(entered, asOf, business ? calendar : undefined),
  },
  {
    name: "STALE_STATUS",
    family,
    shape: "rows",
    about:
      "How the days a deal has spent in its stage compare with the stage's benchmark: Slow above 1.3 times it, Stalled above 1.5 times, Stale above twice.",
    params: [
      {
        name: "days",
        kind: "number",
        unit: "days",
        range: [0],
        about: "Days in the stage, such as the result of DAYS_IN_STAGE",
      },
      {
        name: "benchmark",
        kind: "number",
        unit: "days",
        about: "Days a healthy deal spends in the stage",
      },
      {
        name: "multiple",
        kind: "number",
        unit: "multiple",
        range: [0],
        optional: true,
        default: "2",
        about: "A deal is Stale beyond this many times the benchmark",
      },
    ],
    returns: "On Track, Slow, Stalled or Stale. Blank without a benchmark above zero.",
    errors: ["A single value that is no number."],
    example: { formula: "=STALE_STATUS(30, 14)", result: "Stale" },
    source:
      "Stale beyond 2 x the average days in the stage; stage velocity 1.3 concern, 1.5 critical",
    compute: staleStatus,
  },
];
