import { type Day, dayFromParts, isRealDate } from "../core/calendar/day.ts";
import { dateText } from "../tables/dateText.ts";

/** What the title lines of a report say about when it was run; without a day where day and month cannot be told apart. */
export type ExportDay = { readonly text: string; readonly day: Day | undefined };

const asOf = /^as of:?\s+(.{6,60})$/i;
/** Zone names behind the time, which tell nothing about the day. */
const zoneName = /\s+(?:[A-Z]{2,5}|(?:[A-Z][a-z]+ )+Time(?:\/[A-Z]{2,5})?)$/;

/** `order`: how the file's own date columns are read, where that was told. */
export function exportDay(
  lines: readonly string[],
  order: "MDY" | "DMY" | undefined,
): ExportDay | undefined {
  for (const line of lines) {
    const text = asOf.exec(line.trim())?.[1]?.trim();
    const date = text && (dateText(text) ?? dateText(withoutZone(text)));
    if (text === undefined || date === undefined || date === "") continue;
    if (typeof date === "number") return { text, day: Math.floor(date) };
    const { first, second, year, isDotted } = date;
    const monthFirst = dayOf(year, first, second);
    const dayFirst = dayOf(year, second, first);
    if (monthFirst === undefined && dayFirst === undefined) continue;
    if (monthFirst === undefined || monthFirst === dayFirst) return { text, day: dayFirst };
    if (dayFirst === undefined || order === "MDY") return { text, day: monthFirst };
    return { text, day: isDotted || order === "DMY" ? dayFirst : undefined };
  }
  return undefined;
}

/** `AM` and `PM` look like the name of a zone and are none. */
function withoutZone(text: string): string {
  return /[ap]m$/i.test(text) ? text : text.replace(zoneName, "");
}

function dayOf(year: number, month: number, date: number): Day | undefined {
  return isRealDate(year, month, date) ? dayFromParts(year, month, date) : undefined;
}
