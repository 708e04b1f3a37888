import { dayFromIso, isoFromDay } from "../core/calendar/day.ts";
import { periodFromLabel, periodOf } from "../core/calendar/period.ts";
import { InputError } from "../core/inputError.ts";
import { reports } from "../reports/catalog.ts";
import { figureValue } from "../reports/figures.ts";
import { renderText } from "../reports/renderText.ts";
import type { Report, ReportDefinition } from "../reports/report.ts";
import { subjects } from "../settings/catalog.ts";
import type { Settings } from "../settings/settings.ts";
import { settingsHash } from "../settings/settingsHash.ts";
import { asOfDay } from "./asOf.ts";
import { logFigures } from "./forecastLog.ts";
import { underLock } from "./lock.ts";
import { readingNotes } from "./readingNotes.ts";
import { readTables } from "./readTables.ts";
import type { ReportRunRequest, ReportRunResult } from "./requests.ts";
import { readSettingsSheets } from "./settingsSheets.ts";
import { spreadsheetZone } from "./spreadsheetZone.ts";
import { writeReport } from "./writeReport.ts";

/** Settings that no report depends on; every sheet that is read costs a call. */
const UNREAD = new Set([subjects.context.sheet, subjects.scoring.sheet, subjects.risk.sheet]);

function reportNamed(name: string): ReportDefinition {
  const found = reports.find((report) => report.name === name);
  if (found) return found;
  const names = reports.map((report) => report.name).join(", ");
  throw new InputError(`There is no report called ${name}; the reports are ${names}.`);
}

function dayOf(text: string): number {
  const day = dayFromIso(text);
  if (day === undefined) {
    throw new InputError(`The as-of date is ${text}; expected a date such as 2017-06-30.`);
  }
  return day;
}

/** Reads settings and CRM sheets, builds the report, writes its sheet and logs its figures. */
export function runReport(request: ReportRunRequest): ReportRunResult {
  const definition = reportNamed(request.name);
  return underLock(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const zone = spreadsheetZone(spreadsheet);
    const sheets = spreadsheet.getSheets();
    const { settings, issues } = readSettingsSheets(
      sheets.filter((sheet) => !UNREAD.has(sheet.getName())),
    );
    const tables = readTables([...definition.needs, ...definition.uses], sheets);
    // What the sidebar leaves out arrives as null.
    const asOf = !request.asOf ? asOfDay(settings, tables, sheets) : dayOf(request.asOf);
    const period = !request.period
      ? periodOf(asOf, "quarter", settings.calendar)
      : periodFromLabel(request.period, settings.calendar);
    const built = definition.build({ tables, settings, asOf, period });
    const report = { ...built, notes: [...built.notes, ...readingNotes(issues, tables)] };
    const written = request.preview
      ? { sheet: "", conflicts: [] }
      : write({ spreadsheet, sheets, zone }, report, definition.title, settings);
    return {
      name: report.name,
      ...written,
      asOf: isoFromDay(asOf),
      period: period.label,
      currency: report.currency,
      answer: report.answer,
      figures: report.figures.map(figureValue),
      text: renderText(report),
      ...(request.whole ? { report } : {}),
    };
  });
}

type Book = {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly sheets: readonly GoogleAppsScript.Spreadsheet.Sheet[];
  readonly zone: () => string;
};

function write(
  { spreadsheet, sheets, zone }: Book,
  report: Report,
  title: string,
  settings: Settings,
): Pick<ReportRunResult, "sheet" | "conflicts"> {
  const { sheet, conflicts } = writeReport(spreadsheet, sheets, report, title, zone);
  logFigures(spreadsheet, sheets, report, settingsHash(settings), zone());
  return { sheet: sheet.getName(), conflicts };
}
