import { SERIAL_OF_EPOCH } from "../core/calendar/day.ts";
import type { Report } from "../reports/report.ts";
import { forecastLog } from "../tables/forecastLog.ts";
import { momentOfDate } from "../tables/spreadsheetDate.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const NEW_ROWS = 1000;
const FORMATS: Readonly<Record<string, string>> = {
  date: "yyyy-mm-dd",
  datetime: "yyyy-mm-dd hh:mm:ss",
  number: "#,##0.00####",
  text: "@",
};

/** The log is made with the formats of all its rows, so that appending is one call. */
function createSheet(spreadsheet: Spreadsheet, sheets: readonly Sheet[]): Sheet {
  const { columns, sheet: name } = forecastLog;
  const sheet = spreadsheet.insertSheet(name, sheets.length);
  const formats = columns.map(({ kind }) => FORMATS[kind] ?? "@");
  sheet
    .getRange(1, 1, NEW_ROWS, columns.length)
    .setNumberFormats(Array.from({ length: NEW_ROWS }, () => formats));
  return sheet;
}

/** Appends every figure of a run with its settings and as-of date, so that forecasts can be compared with what came. */
export function logFigures(
  spreadsheet: Spreadsheet,
  sheets: readonly Sheet[],
  report: Report,
  settingsHash: string,
  zone: string,
): void {
  const { columns } = forecastLog;
  const runAt = momentOfDate(new Date(), zone) + SERIAL_OF_EPOCH;
  const rows = report.figures.map(({ id, value, format }) => {
    const number =
      typeof value === "number" ? value + (format === "date" ? SERIAL_OF_EPOCH : 0) : "";
    const asOf = report.asOf + SERIAL_OF_EPOCH;
    return [
      runAt,
      report.name,
      report.period.label,
      asOf,
      id,
      number,
      report.currency,
      settingsHash,
    ];
  });
  if (rows.length === 0) return;
  const existing = sheets.find((one) => one.getName() === forecastLog.sheet);
  const sheet = existing ?? createSheet(spreadsheet, sheets);
  const header = existing ? [] : [columns.map(({ label }) => label)];
  const start = existing ? sheet.getDataRange().getNumRows() + 1 : 1;
  const last = start + header.length + rows.length - 1;
  if (last > NEW_ROWS) {
    const missing = last - sheet.getMaxRows();
    // Rows inserted below the last one take over its formats.
    if (missing > 0) sheet.insertRowsAfter(start - 1, missing + NEW_ROWS);
  }
  sheet
    .getRange(start, 1, header.length + rows.length, columns.length)
    .setValues([...header, ...rows]);
}
