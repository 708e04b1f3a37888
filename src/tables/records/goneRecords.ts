import { type Day, SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import { areApart } from "../../core/sourceSystem.ts";
import type { Cell } from "../reading/cell.ts";
import type { Table } from "../table.ts";

/** A record of a sheet, and its place among the data rows. */
export type Known<Row> = { readonly row: Row; readonly line: number };

/** The mark of gone records is written whenever the sheet has it, so that a returning record loses it. */
export function fieldsWithGone<Row>(
  table: Table<Row>,
  header: readonly string[],
  fields: readonly string[],
  isMarking: boolean,
): string[] {
  const column = table.columns.find(({ field }) => field === "goneSince");
  const isThere = column !== undefined && header.includes(column.label);
  const plain = fields.filter((field) => field !== "goneSince");
  return isThere || isMarking ? [...plain, "goneSince"] : plain;
}

/** Takes the mark of a gone record away; true when it had one. */
export function bringBack<Row>(
  line: Cell[],
  mapping: Readonly<Record<string, number>>,
  old: Row,
  before: Partial<Row>,
): boolean {
  const index = mapping.goneSince;
  const since = (old as { goneSince?: Day }).goneSince;
  if (index === undefined || since === undefined) return false;
  line[index] = undefined;
  (before as { goneSince?: Day }).goneSince = since;
  return true;
}

/** Known records that the file lacks and that were not gone already; those of another CRM cannot be in it. */
export function goneRecords<Row>(
  known: ReadonlyMap<string, Known<Row>>,
  seen: ReadonlySet<string>,
  source: string | undefined,
): Known<Row>[] {
  const gone: Known<Row>[] = [];
  for (const [key, record] of known) {
    const { goneSince, sourceSystem } = record.row as { goneSince?: Day; sourceSystem?: string };
    if (!seen.has(key) && goneSince === undefined && !areApart(sourceSystem, source))
      gone.push(record);
  }
  return gone;
}

/** Writes the day into the records that are gone. */
export function markGone<Row>(
  gone: readonly Known<Row>[],
  cells: readonly Cell[][],
  mapping: Readonly<Record<string, number>>,
  day: Day,
): void {
  for (const { line } of gone) {
    const cellsOfRecord = cells[line];
    if (cellsOfRecord && mapping.goneSince !== undefined)
      cellsOfRecord[mapping.goneSince] = day + SERIAL_OF_EPOCH;
  }
}
