import type { WorkbookData } from "../../host/workbook.ts";

/** Everything that pages know of a workbook beside cells and notes; a change of it needs a new snapshot. */
export function shapeOf({ sheets, namedRanges, locale, timeZone }: WorkbookData): string {
  return JSON.stringify([
    locale,
    timeZone,
    namedRanges,
    sheets.map(
      ({
        values: _,
        formulas: __,
        styles: ___,
        notes: ____,
        protections: _____,
        metadata: ______,
        ...rest
      }) => rest,
    ),
  ]);
}
