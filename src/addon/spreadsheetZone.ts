/** The spreadsheet's time zone, asked for once and only when a date needs it. */
export function spreadsheetZone(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): () => string {
  let known: string | undefined;
  return () => {
    known ??= spreadsheet.getSpreadsheetTimeZone();
    return known;
  };
}
