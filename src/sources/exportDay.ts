import { type Day, dayFromParts, isRealDate } from "../core/calendar/day.ts";
import { dateText, type NumericDate } from "../tables/reading/dateText.ts";

/** What the title lines of a report say about when it was run; without a day where day and month cannot be told apart. */
export type ExportDay = {
  readonly text: string;
  readonly day: Day | undefined;
  readonly from: "title line" | "file name" | "last snapshot";
};

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
    if (typeof date === "number") return { text, day: Math.floor(date), from: "title line" };
    const days = daysOf(date);
    if (days.length > 0)
      return {
        text,
        day: chosen(days, order ?? (date.isDotted ? "DMY" : undefined)),
        from: "title line",
      };
  }
  return undefined;
}

type ReadDay = { readonly order: "MDY" | "DMY"; readonly day: Day };

/** The days that a date can stand for. */
function daysOf({ first, second, year }: NumericDate): ReadDay[] {
  const read = (order: ReadDay["order"], month: number, date: number): ReadDay[] =>
    isRealDate(year, month, date) ? [{ order, day: dayFromParts(year, month, date) }] : [];
  return [...read("MDY", first, second), ...read("DMY", second, first)];
}

function chosen(days: readonly ReadDay[], order: ReadDay["order"] | undefined): Day | undefined {
  const isClear = days.every(({ day }) => day === days[0]?.day);
  return (isClear ? days[0] : days.find((one) => one.order === order))?.day;
}

/** `AM` and `PM` look like the name of a zone and are none. */
function withoutZone(text: string): string {
  return /[ap]m$/i.test(text) ? text : text.replace(zoneName, "");
}
