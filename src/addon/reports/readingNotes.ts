import { groupBy } from "../../core/groupBy.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import type { Tables } from "../../tables/tables.ts";

const SHOWN = 3;

/** What could not be read in the settings and data sheets, as notes of a report: a count and the first few places. */
export function readingNotes(settingsIssues: readonly Issue[], tables: Tables): string[] {
  const issues = [
    ...settingsIssues,
    ...Object.values(tables).flatMap((table) => table?.issues ?? []),
  ];
  return [...groupBy(issues, ({ table }) => table)].map(([sheet, found]) => {
    const rows = found.filter((issue) => issue.rejected).length;
    const left = rows > 0 ? `, ${rows} of them left whole rows out` : "";
    const more = found.length > SHOWN ? " …" : "";
    return `Sheet ${sheet}: ${found.length} cell${found.length === 1 ? "" : "s"} could not be read and ${found.length === 1 ? "counts" : "count"} as blank or as the default${left}: ${found.slice(0, SHOWN).map(place).join(" ")}${more}`;
  });
}

function place({ row, column, value, message }: Issue): string {
  const where = [row === undefined ? "" : `row ${row}`, column ?? ""].filter(Boolean).join(", ");
  return `${where}${value === undefined ? "" : ` "${value}"`}: ${message}`;
}
