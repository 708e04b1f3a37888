import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import { areApart, type CrmSystem } from "../../core/sourceSystem.ts";
import { sources } from "../../sources/catalog.ts";
import { type Question, questionId } from "../../sources/question.ts";
import type { ImportLogRow } from "../../tables/importLog.ts";

/** The CRM that a line of the log names; undefined where it may be one of several. */
export function crmOfLog(source: string | undefined): CrmSystem | undefined {
  const systems = new Set(sources.filter(({ name }) => name === source).map((one) => one.system));
  const [only] = systems;
  return systems.size === 1 ? only : undefined;
}

/** Asks before a table goes back in time: undefined when no newer export of it was imported, or the answer is to do it. */
export function olderQuestion(
  { file, answers }: { file: string; answers: Readonly<Record<string, string>> },
  table: string,
  day: Day | undefined,
  log: readonly ImportLogRow[],
  crm?: CrmSystem,
): Question | undefined {
  if (day === undefined) return undefined;
  let newest: ImportLogRow | undefined;
  for (const row of log) {
    if (row.table !== table || row.date === undefined || row.date <= day) continue;
    // Another CRM's export is no newer state of these records.
    if (areApart(crm, crmOfLog(row.source))) continue;
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
