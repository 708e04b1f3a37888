/** The spreadsheet's time zone, asked for once and only when a date needs it. */
export function spreadsheetZone(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): () => string {
  let zone: string | undefined;
  return () => {
    zone ??= spreadsheet.getSpreadsheetTimeZone();
    return zone;
  };
}
