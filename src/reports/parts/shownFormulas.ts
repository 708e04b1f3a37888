import type { TableColumn, TableRow } from "../report.ts";

/** A row with the formulas of the columns that its table shows, and no others. */
export function withShownFormulas(row: TableRow, columns: readonly TableColumn[]): TableRow {
  const shown = new Set(columns.map(({ id }) => id));
  const formulas = Object.entries(row.formulas ?? {}).filter(([id]) => shown.has(id));
  return { ...row, formulas: Object.fromEntries(formulas) };
}
