import type { Day } from "../core/calendar/day.ts";
import { defaultCalendar } from "../core/calendar/defaultCalendar.ts";
import type { FiscalCalendar } from "../core/calendar/fiscalCalendar.ts";
import { type Cell, isBlank } from "../tables/reading/cell.ts";
import type { Issue } from "../tables/reading/issue.ts";
import {
  defaultsOf,
  type Form,
  formColumns,
  formLines,
  formRows,
  isEmpty,
  type Line,
  linesOf,
  readForm,
} from "./form.ts";
import { readInput } from "./input.ts";
import { choice, date, hour, ordinal, ordinals, text } from "./inputs.ts";
import { sameName } from "./name.ts";
import { badCell } from "./problem.ts";
import type { Read, SettingCells, SettingLine, Subject } from "./subject.ts";

const SHEET = "Calendar";
const HOLIDAY = "Holiday";
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];
const OWN = "Own choice";

const form: Form<Omit<FiscalCalendar, "holidays">> = {
  startMonth: {
    label: "Fiscal year starts in",
    about: "First month of the fiscal year. A fiscal year is named by the year it ends in.",
    source: `${OWN}: the calendar year`,
    input: ordinal(MONTHS),
    default: defaultCalendar.startMonth,
  },
  pattern: {
    label: "Fiscal periods",
    about: "Calendar months, or quarters of 13 weeks cut into 4, 4 and 5 weeks in the order given.",
    source: `${OWN}: calendar months`,
    input: choice(["months", "4-4-5", "4-5-4", "5-4-4"]),
    default: defaultCalendar.pattern,
  },
  weekStart: {
    label: "Week starts on",
    about: "First day of a week.",
    source: `${OWN}, as in ISO 8601`,
    input: ordinal(WEEKDAYS),
    default: defaultCalendar.weekStart,
  },
  workingWeekdays: {
    label: "Working days",
    about: "Days on which people work, separated by commas.",
    source: OWN,
    input: ordinals(WEEKDAYS),
    default: defaultCalendar.workingWeekdays,
  },
  openingHour: {
    label: "Opening hour",
    about: "When a working day begins, as an hour: 9 or 9.5.",
    source: OWN,
    input: hour(),
    default: defaultCalendar.openingHour,
  },
  closingHour: {
    label: "Closing hour",
    about: "When a working day ends, as an hour: 17 or 17.5.",
    source: OWN,
    input: hour(),
    default: defaultCalendar.closingHour,
  },
  timeZone: {
    label: "Time zone",
    about:
      "Time zone in which business hours are counted, such as Europe/Berlin; blank: the spreadsheet's own.",
    source: "The spreadsheet's settings",
    input: text("a time zone, such as Europe/Berlin"),
    default: defaultCalendar.timeZone,
  },
};

const holidayLine: SettingLine = {
  label: HOLIDAY,
  about: "A day on which nobody works. Add a row for each; the name goes here.",
  source: "Yours",
  input: date(),
};

function readHolidays(lines: readonly Line[], issues: Issue[]): Day[] {
  const holidays = new Set<Day>();
  for (const { row, name, value } of lines) {
    if (!sameName(name, HOLIDAY) || isBlank(value)) continue;
    const checked = readInput(date(), value);
    if (checked.ok) holidays.add(checked.value);
    else issues.push(badCell({ sheet: SHEET, row, column: "Value" }, value, checked.expected, ""));
  }
  return [...holidays].sort((one, other) => one - other);
}

export function readCalendar(cells: SettingCells | undefined): Read<FiscalCalendar> {
  const { value, issues } = readForm(SHEET, form, cells, [
    {
      fields: ["openingHour", "closingHour"],
      holds: ({ openingHour, closingHour }) => openingHour < closingHour,
      expected: "a closing hour after the opening hour",
    },
  ]);
  const lines = isEmpty(cells) ? [] : (formLines(cells) ?? []);
  const found = [...issues];
  return { value: { ...value, holidays: readHolidays(lines, found) }, issues: found };
}

const holidayRow = (holiday: Day | undefined): Cell[] => [
  HOLIDAY,
  holiday === undefined ? "" : { moment: holiday },
  holidayLine.about,
  holidayLine.source,
];

export const calendar: Subject<FiscalCalendar> = {
  id: "calendar",
  sheet: SHEET,
  range: "REVOPS_CALENDAR",
  about: "Fiscal year, working days and business hours.",
  columns: formColumns,
  key: ["Setting"],
  names: [...linesOf(form), holidayLine].map((line) => line.label),
  repeats: HOLIDAY,
  lines: [...linesOf(form), holidayLine],
  defaults: { ...defaultsOf(form), holidays: [] },
  read: readCalendar,
  toCells: (value) => [
    formColumns.map((column) => column.label),
    ...formRows(form, value),
    ...(value.holidays.length === 0 ? [holidayRow(undefined)] : value.holidays.map(holidayRow)),
  ],
};
