import type { Report } from "../report.ts";

/** Characters that no sheet's name may hold, here or in an .xlsx file. */
const FORBIDDEN = /[[\]*?:/\\]/g;

/** A report's title as it stands in the name of its sheet. */
export const sheetTitle = (title: string): string => title.replace(FORBIDDEN, "-");

/** What tells the sheets of one report apart: its period and team, or the one deal or person it is about. */
export function sheetLabel({
  subject,
  period,
  team,
}: Pick<Report, "subject" | "period" | "team">): string {
  const label = team === undefined ? period.label : `${period.label} ${team}`;
  return (subject ?? label).replace(FORBIDDEN, " ").trim();
}
