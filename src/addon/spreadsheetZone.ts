let known: string | undefined;

/** The spreadsheet's time zone, asked for once a run and only when a date needs it. */
export function spreadsheetZone(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): () => string {
  return () => {
    known ??= spreadsheet.getSpreadsheetTimeZone();
    return known;
  };
}
