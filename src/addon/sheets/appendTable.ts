import type { AnyTable } from "../../tables/catalog.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import { sheetColumns } from "../../tables/records/sheetColumns.ts";
import { toCellValue } from "../../tables/records/toCells.ts";
import type { TableCells } from "./tableSheet.ts";

/** What a table's sheet holds after rows are added to those that it has; of these, those that `keep` refuses go. */
export function appended(
  table: AnyTable,
  existing: readonly (readonly Cell[])[],
  rows: readonly object[],
  keep: (cellOf: (field: string) => Cell) => boolean = () => true,
): TableCells {
  const fields = table.columns.map(({ field }) => field);
  const old = (existing[0] ?? []).map(headingText);
  const { header, insertions, mapping, origin } = sheetColumns(table, old, fields);
  const cells: Cell[][] = [];
  for (const line of existing.slice(1)) {
    if (line.every(isBlank)) continue;
    const moved = origin.map((index) => (index === undefined ? undefined : line[index]));
    if (keep((field) => moved[mapping[field] ?? -1])) cells.push(moved);
  }
  const kept = cells.length;
  for (const row of rows) {
    const line: Cell[] = new Array(header.length).fill(undefined);
    for (const column of table.columns) {
      line[mapping[column.field] ?? 0] = toCellValue(
        column,
        (row as Record<string, unknown>)[column.field],
      );
    }
    cells.push(line);
  }
  const ownColumns = Object.values(mapping).sort((a, b) => a - b);
  // Rows that went leave blank lines behind the others.
  const blank = existing.length - 1 - cells.length;
  for (let at = 0; at < blank; at++) cells.push(new Array(header.length).fill(undefined));
  // Where nothing moved, only what is new is written.
  const isInPlace = old.length > 0 && insertions.length === 0 && kept === existing.length - 1;
  return {
    header,
    cells,
    ownColumns,
    insertedColumns: insertions,
    unwritten: isInPlace ? kept : undefined,
  };
}
