import { type Day, isoFromDay } from "../core/calendar/day.ts";
import { type Question, questionId } from "../sources/question.ts";
import type { ImportLogRow } from "../tables/importLog.ts";

/** Asks before a table goes back in time: undefined when no newer export of it was imported, or the answer is to do it. */
export function olderQuestion(
  { file, answers }: { file: string; answers: Readonly<Record<string, string>> },
  table: string,
  day: Day | undefined,
  log: readonly ImportLogRow[],
): Question | undefined {
  if (day === undefined) return undefined;
  let newest: ImportLogRow | undefined;
  for (const row of log) {
    if (row.table !== table || row.date === undefined || row.date <= day) continue;
    if (newest?.date === undefined || row.date > newest.date) newest = row;
  }
  const id = questionId(file, "file", "older");
  if (newest?.date === undefined || answers[id] === "import") return undefined;
  return {
    id,
    text:
      `${file} is of ${isoFromDay(day)}, but ${table} holds the export of ${isoFromDay(newest.date)} already. ` +
      "Is it to be imported all the same, so that its records go back to what they were?",
    options: [
      { value: "import", label: `Import it: ${table} goes back to ${isoFromDay(day)}` },
      { value: "leave", label: "Leave it: nothing is changed" },
    ],
    samples: [`${isoFromDay(newest.date)}: ${newest.file}`],
  };
}
