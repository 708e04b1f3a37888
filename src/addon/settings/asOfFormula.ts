/** Heads the column of the Report options in which the day in use stands. */
export const IN_USE = "In use";

/** A column of the Import log, found by its heading. */
const logColumn = (heading: string) =>
  `INDEX(REVOPS_IMPORT_LOG,0,MATCH("${heading}",INDEX(REVOPS_IMPORT_LOG,1,0),0))`;

/**
 * The as-of date in use as a formula: the typed one, else the newest dated import, else the latest event in any file.
 * The same rule as reports follow; blank before the first import.
 */
export function asOfFormula(typed: string): string {
  const [dates, events] = [logColumn("Date"), logColumn("Latest Event")];
  const told = `IF(COUNT(${dates})>0,MAX(${dates}),IF(COUNT(${events})>0,MAX(${events}),""))`;
  return `=IF(${typed}<>"",${typed},IFERROR(${told},""))`;
}
