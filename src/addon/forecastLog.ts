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

function createSheet(spreadsheet: Spreadsheet, sheets: readonly Sheet[]): Sheet {
  const { columns, sheet: name } = forecastLog;
  const sheet = spreadsheet.insertSheet(name, sheets.length);
  const header = sheet.getRange(1, 1, 1, columns.length);
  header
    .setValues([columns.map(({ label }) => label)])
    .setFontWeight("bold")
    .setBackground("#f1f3f4");
  sheet.setFrozenRows(1);
  sheet.setTabColor("#5f6368");
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
      `'${report.name}`,
      `'${report.period.label}`,
      asOf,
      `'${id}`,
      number,
      `'${report.currency}`,
      `'${settingsHash}`,
    ];
  });
  if (rows.length === 0) return;
  const existing = sheets.find((one) => one.getName() === forecastLog.sheet);
  const sheet = existing ?? createSheet(spreadsheet, sheets);
  const start = sheet.getDataRange().getNumRows() + 1;
  if (start + rows.length - 1 > NEW_ROWS) {
    const missing = start + rows.length - 1 - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(start - 1, missing);
  }
  const range = sheet.getRange(start, 1, rows.length, columns.length);
  range.setNumberFormats(rows.map(() => columns.map(({ kind }) => FORMATS[kind] ?? "@")));
  range.setValues(rows);
}
