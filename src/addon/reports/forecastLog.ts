import { isoFromDay, isoFromMoment } from "../../core/calendar/day.ts";
import { figureValue } from "../../reports/parts/figures.ts";
import { sheetLabel } from "../../reports/parts/sheetLabel.ts";
import type { Report } from "../../reports/report.ts";
import { forecastLog } from "../../tables/forecastLog.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import type { Book } from "../sheets/book.ts";
import { NEW_SHEET } from "../sheets/sheetGrid.ts";
import { tabPlace } from "../sheets/tabPlace.ts";

/** A moment with its seconds is the widest that stands in a cell. */
const COLUMN_PIXELS = 140;

/** Appends every figure of each report that is a number, with its settings and as-of date, so that forecasts can be compared with what came. */
export function logFigures(
  book: Book,
  runs: readonly { readonly report: Report; readonly settingsHash: string }[],
): void {
  const { columns } = forecastLog;
  // Dates go in as ISO text, which every locale reads as a date and shows as one.
  const runAt = isoFromMoment(momentOfDate(new Date(), book.zone()));
  const words = (text: string) => (text === "" ? "" : `'${text}`);
  const rows = runs.flatMap(({ report, settingsHash }) =>
    report.figures.flatMap((figure) => {
      const { id, value } = figureValue(figure);
      if (typeof value === "string") return [];
      const row = [
        runAt,
        words(report.name),
        words(sheetLabel(report)),
        isoFromDay(report.asOf),
        words(id),
        value ?? "",
        words(report.currency),
        words(settingsHash),
      ];
      return [row];
    }),
  );
  if (rows.length === 0) return;
  const existing = book.find(forecastLog.sheet);
  const names = book.sheets.map((one) => one.getName());
  const sheet = existing ?? book.add(forecastLog.sheet, tabPlace(names, forecastLog.sheet));
  const header = existing ? [] : [columns.map(({ label }) => label)];
  const start = existing ? sheet.getDataRange().getNumRows() + 1 : 1;
  const last = start + header.length + rows.length - 1;
  if (!existing) sheet.setColumnWidths(1, columns.length, COLUMN_PIXELS);
  if (last > NEW_SHEET.rows) book.grow(sheet, last, columns.length, NEW_SHEET.rows);
  sheet
    .getRange(start, 1, header.length + rows.length, columns.length)
    .setValues([...header, ...rows]);
}
