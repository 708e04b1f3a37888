import { isoFromDay, isoFromMoment } from "../core/calendar/day.ts";
import { figureValue } from "../reports/figures.ts";
import type { Report } from "../reports/report.ts";
import { forecastLog } from "../tables/forecastLog.ts";
import { momentOfDate } from "../tables/spreadsheetDate.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const NEW_ROWS = 1000;
/** Appends every figure of a run with its settings and as-of date, so that forecasts can be compared with what came. */
export function logFigures(
  spreadsheet: Spreadsheet,
  sheets: readonly Sheet[],
  report: Report,
  settingsHash: string,
  zone: string,
): void {
  const { columns } = forecastLog;
  // Dates go in as ISO text, which every locale reads as a date and shows as one.
  const runAt = isoFromMoment(momentOfDate(new Date(), zone));
  const asOf = isoFromDay(report.asOf);
  const words = (text: string) => (text === "" ? "" : `'${text}`);
  const rows = report.figures.map((figure) => {
    const { id, value } = figureValue(figure);
    return [
      runAt,
      words(report.name),
      words(report.period.label),
      asOf,
      words(id),
      value ?? "",
      words(report.currency),
      words(settingsHash),
    ];
  });
  if (rows.length === 0) return;
  const existing = sheets.find((one) => one.getName() === forecastLog.sheet);
  const sheet = existing ?? spreadsheet.insertSheet(forecastLog.sheet, sheets.length);
  const header = existing ? [] : [columns.map(({ label }) => label)];
  const start = existing ? sheet.getDataRange().getNumRows() + 1 : 1;
  const last = start + header.length + rows.length - 1;
  if (last > NEW_ROWS) {
    const missing = last - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(start - 1, missing + NEW_ROWS);
  }
  sheet
    .getRange(start, 1, header.length + rows.length, columns.length)
    .setValues([...header, ...rows]);
}
