import type { Day } from "../../core/calendar/day.ts";
import type { ImportLogRow } from "../../tables/importLog.ts";
import type { ImportRequest, ImportResult } from "../calls/requests.ts";

/** Longest text kept in one cell of the log. */
const LONGEST = 5000;

/** What the Import log keeps of an import; its id and time come when it is written. */
export type ImportRecord = Omit<ImportLogRow, "importId" | "importedAt">;

export function importRecord(
  { file }: ImportRequest,
  result: ImportResult,
  more: { day: Day | undefined; latestEvent: Day | undefined; returned: number },
): ImportRecord {
  const mapped = result.mapping.filter(({ field }) => field !== undefined);
  return {
    date: more.day,
    file,
    table: result.sheet,
    source: result.source,
    read: result.read,
    added: result.new,
    changed: result.changed,
    unchanged: result.unchanged,
    gone: result.gone,
    returned: more.returned,
    rejected: result.rejected,
    skippedLines: result.skippedLines,
    notes: result.notes.join("\n").slice(0, LONGEST),
    mapping: mapped
      .map(({ heading, field }) => `${heading} = ${field}`)
      .join("\n")
      .slice(0, LONGEST),
    latestEvent: more.latestEvent,
  };
}
