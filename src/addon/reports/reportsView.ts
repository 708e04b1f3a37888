import { type Day, isoFromDay, isoFromMoment } from "../../core/calendar/day.ts";
import type { FiscalCalendar, Period } from "../../core/calendar/fiscalCalendar.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { people } from "../../core/quota/people.ts";
import { reports } from "../../reports/catalog.ts";
import type { ReportDefinition } from "../../reports/report.ts";
import { subjects } from "../../settings/catalog.ts";
import { crmTables, tables } from "../../tables/catalog.ts";
import { type ForecastLogRow, forecastLog } from "../../tables/forecastLog.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import type { TableName } from "../../tables/table.ts";
import { scheduleOf } from "../schedule/schedule.ts";
import { knownAsOf } from "../settings/asOf.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import type { Book } from "../sheets/book.ts";
import { openMemory } from "../sheets/memory.ts";
import { readTables } from "../sheets/readTables.ts";
import type { ReportSheetView, ReportsView, ReportView } from "./reportTypes.ts";

/** Settings that say nothing about days, periods and stages. */
const READ = [subjects.calendar, subjects.reportOptions, subjects.stages].map(({ sheet }) => sheet);
const UNREAD = new Set(
  Object.values(subjects)
    .map(({ sheet }) => sheet)
    .filter((sheet) => !READ.includes(sheet)),
);

/** The runs that are logged, oldest first. */
export function loggedFigures(book: Book): readonly ForecastLogRow[] {
  const cells = book.read(forecastLog.sheet);
  return cells.length < 2 ? [] : readTable(forecastLog, cells).rows;
}

/** Every report with what it needs and lacks, its last run and its sheets. */
export function reportsView(book: Book): ReportsView {
  const { settings } = readSettingsSheets(book, UNREAD);
  const asOf = knownAsOf(settings, {}, book);
  const log = loggedFigures(book);
  const sheets = reportSheets(book);
  return {
    isEmpty: !crmTables.some(({ sheet }) => book.find(sheet)),
    reports: reports.map((report) => reportView(book, report, log, sheets(report.name))),
    asOf: asOf === undefined ? undefined : isoFromDay(asOf),
    teams: teamChoices(book),
    stages: settings.stages.filter(({ status }) => status === "open").map(({ stage }) => stage),
    pipelines: [...new Set(settings.stages.flatMap(({ pipeline }) => pipeline || []))],
    periods: asOf === undefined ? [] : periodChoices(asOf, settings.calendar),
    schedule: scheduleOf(book),
  };
}

function reportView(
  book: Book,
  { name, title, about, needs, uses, comparesDays, takesTeam, takesStages, cuts }: ReportDefinition,
  log: readonly ForecastLogRow[],
  sheets: readonly ReportSheetView[],
): ReportView {
  const missing = (names: readonly TableName[]) =>
    tables
      .filter((table) => names.includes(table.name) && book.find(table.sheet) === undefined)
      .map(({ sheet }) => sheet);
  let last: ForecastLogRow | undefined;
  for (const row of log) if (row.report === name) last = row;
  return {
    name,
    title,
    about,
    lacks: missing(needs),
    without: missing(uses),
    lastRun: last && {
      at: isoFromMoment(last.runAt).slice(0, 16),
      period: last.period,
      asOf: isoFromDay(last.asOf),
    },
    sheets,
    ...(comparesDays && { comparesDays }),
    ...(takesTeam && { takesTeam }),
    ...(takesStages && { takesStages }),
    ...(cuts && { cuts }),
  };
}

/** Managers, then teams, then everybody else: what may be asked for where there is a Reps sheet. */
function teamChoices(book: Book): readonly string[] {
  const { reps: members } = readTables(["reps"], book);
  const rows = members?.rows ?? [];
  const staff = people(rows);
  const bosses = rows.flatMap(({ repId }) => staff.managerOf(staff.find(repId).key)?.label ?? []);
  const teams = rows.flatMap(({ team }) => team?.trim() || []);
  const names = rows.map(({ repId }) => staff.find(repId).label);
  const sorted = [bosses, teams, names].flatMap((list) =>
    [...new Set(list)].sort((one, other) => one.localeCompare(other)),
  );
  return [...new Set(sorted)];
}

/** The sheets of each report, newest run first. */
function reportSheets(book: Book): (report: string) => ReportSheetView[] {
  const { keys } = openMemory(book);
  return (report) => {
    const found = new Map<string, ReportSheetView>();
    for (const key of keys) {
      const sheet = book.sheets.find((one) => one.getSheetId() === key.sheetId)?.getName();
      if (key.report !== report || sheet === undefined) continue;
      const before = found.get(sheet);
      // The oldest remembered run is only there to be compared with, unless it is the first of all.
      const canUndo = before !== undefined || key.run === 1;
      found.set(sheet, { sheet, period: key.period, canUndo: before?.canUndo || canUndo });
    }
    return [...found.values()];
  };
}

/** The quarter of the day, those beside it, its month and its year. */
function periodChoices(asOf: Day, calendar: FiscalCalendar): Period[] {
  const quarter = periodOf(asOf, "quarter", calendar);
  return [
    quarter,
    periodOf(quarter.from - 1, "quarter", calendar),
    periodOf(quarter.to + 1, "quarter", calendar),
    periodOf(asOf, "month", calendar),
    periodOf(asOf, "year", calendar),
  ];
}
