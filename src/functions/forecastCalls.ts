import { type Day, SERIAL_OF_EPOCH } from "../core/calendar/day.ts";
import { defaultCalendar } from "../core/calendar/defaultCalendar.ts";
import type { FiscalCalendar } from "../core/calendar/fiscalCalendar.ts";
import { periodFromName } from "../core/calendar/periodName.ts";
import { callRollup } from "../core/forecast/callRollup.ts";
import { currentCalls, submissionsOf } from "../core/forecast/currentCalls.ts";
import { InputError } from "../core/inputError.ts";
import { people } from "../core/quota/people.ts";
import { forecastSubmissions } from "../tables/forecastSubmissions.ts";
import { reps } from "../tables/reps.ts";
import type { Table } from "../tables/table.ts";
import type { Cells, CustomFunction, FunctionResult } from "./customFunction.ts";
import { calendarParam } from "./params/calendarParam.ts";
import { readRecords } from "./params/readRecords.ts";

/** The rows of a table; one that cannot be read is refused, since a sum without it would be wrong. */
function rowsOf<Row>(name: string, table: Table<Row>, cells: Cells | undefined): Row[] {
  if (!cells) return [];
  const fields = table.columns.map(({ field }) => field);
  return readRecords(name, table, cells, fields).entries.flatMap(({ record, problem }) => {
    if (problem !== undefined) throw new InputError(problem);
    return record ? [record] : [];
  });
}

type Arguments = [
  submissions: Cells,
  period: string,
  team: Cells | undefined,
  asOf: Day | undefined,
  calendar: FiscalCalendar | undefined,
];

export const forecastCallFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_CALLS",
    family: "Forecast",
    shape: "records",
    spills: "table",
    about:
      "What everybody calls for a period, over the tree of managers: each call beside what the reports below add up to.",
    params: [
      {
        name: "submissions",
        kind: "records",
        about: "The Forecast Submissions sheet (REVOPS_FORECAST_SUBMISSIONS) with its header row",
      },
      { name: "period", kind: "text", about: "The period, such as 2026-Q2, 2026-05 or FY2026" },
      {
        name: "reps",
        kind: "records",
        optional: true,
        default: "nobody has a manager",
        about: "The Reps sheet (REVOPS_REPS): who reports to whom, and who has not called yet",
      },
      {
        name: "as_of",
        kind: "date",
        optional: true,
        default: "every submission counts",
        about: "The last day on which a submission counts, such as REVOPS_AS_OF",
      },
      calendarParam("the calendar year"),
    ],
    returns:
      "A header row, then one row per person, a manager before the reports: person, manager, own call (the last Call, else the last Commit), call before it, manager's number, sum of reports, difference of own call and that sum, what counts upwards (the manager's number, else the own call, else the sum of reports), submitted on, days since, note. Blank where nobody said anything, all of it without a period; days since is blank without an as-of day.",
    errors: [
      "A first row without column headings of submissions.",
      "A row that cannot be read.",
      "A period that nobody can read and nothing was submitted for.",
    ],
    example: {
      formula:
        '=INDEX(FORECAST_CALLS({"Rep", "Period", "Amount", "As Of"; "Ana", "2026-Q2", 100, DATE(2026,4,6); "Ana", "2026-Q2", 120, DATE(2026,4,13)}, "2026-Q2"), 2, 3)',
      result: 120,
    },
    source: "Roll-up of calls over the manager tree; the last submission of each person stands",
    compute: (...[cells, period, team, asOf, calendar]: Arguments): FunctionResult[][] => {
      const submissions = rowsOf("submissions", forecastSubmissions, cells);
      const members = rowsOf("reps", reps, team);
      const staff = people(members);
      const counted = submissionsOf(
        submissions,
        period,
        asOf ?? Number.POSITIVE_INFINITY,
        calendar ?? defaultCalendar,
      );
      if (counted.length === 0) knownPeriod(period, calendar ?? defaultCalendar);
      const active = members.filter((rep) => rep.active !== false);
      const { lines } = callRollup(
        currentCalls(counted, staff),
        active.map(({ repId }) => staff.find(repId)),
        staff,
        asOf ?? 0,
        asOf ?? 0,
      );
      return [
        HEADINGS,
        ...lines.map(({ person, own, byManager, reports, difference, counts, age }) => [
          person.label,
          staff.managerOf(person.key)?.label,
          own?.amount,
          own?.before,
          byManager?.amount,
          reports,
          difference,
          counts,
          own && own.on + SERIAL_OF_EPOCH,
          asOf === undefined ? undefined : age,
          own?.note,
        ]),
      ];
    },
  },
];

/** A period of a name of their own is known by its submissions; without any, its name has to say what it is. */
function knownPeriod(period: string, calendar: FiscalCalendar): void {
  if (periodFromName(period, calendar)) return;
  throw new InputError(
    `period is "${period}", for which nothing was submitted; expected a period such as 2026-Q2, 2026-05 or FY2026`,
  );
}

const HEADINGS = [
  "Person",
  "Manager",
  "Own call",
  "Call before",
  "Manager's number",
  "Sum of reports",
  "Difference",
  "Counts",
  "Submitted on",
  "Days since",
  "Note",
];
