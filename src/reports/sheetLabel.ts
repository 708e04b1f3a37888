import type { Report } from "./report.ts";

/** What tells the sheets of one report apart: its period, or the one deal or person it is about. */
export function sheetLabel({ subject, period }: Pick<Report, "subject" | "period">): string {
  return subject === undefined ? period.label : subject.replace(/[[\]*?:/\\]/g, " ").trim();
}
