import { type Day, dayFromIso } from "../core/calendar/day.ts";
import type { ExportDay } from "./exportDay.ts";

const inName = /(?<!\d)(20\d{2})([-_. ]?)(\d{2})\2(\d{2})(?!\d)/g;

/** The one day that a file's name tells, year first, as CRMs name their exports; of two days neither is taken. */
export function fileNameDay(file: string): ExportDay | undefined {
  const days = new Map<Day, string>();
  for (const [text, year, , month, date] of file.matchAll(inName)) {
    const day = dayFromIso(`${year}-${month}-${date}`);
    if (day !== undefined) days.set(day, text);
  }
  const [found, second] = days;
  if (found === undefined || second !== undefined) return undefined;
  return { text: found[1], day: found[0], from: "file name" };
}
