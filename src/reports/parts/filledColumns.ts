import type { ReportTable } from "../report.ts";

/** The table without those of the named columns in which no row says anything. */
export function filledColumns(table: ReportTable, ids: readonly string[]): ReportTable {
  const isSaid = (id: string) =>
    table.rows.some(({ cells }) => cells[id] !== undefined && cells[id] !== "");
  const blank = new Set(ids.filter((id) => !isSaid(id)));
  return blank.size === 0 || table.rows.length === 0
    ? table
    : { ...table, columns: table.columns.filter(({ id }) => !blank.has(id)) };
}
