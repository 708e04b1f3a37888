import { recordKey } from "../../core/recordKey.ts";
import { type Cell, isBlank, isDateCell } from "../reading/cell.ts";
import { headingKey } from "../reading/header.ts";
import { headingText } from "../reading/readTable.ts";
import type { Table } from "../table.ts";

/** The field that identifies a record by itself; undefined where only several together do. */
export function idField<Row>({ ownId, key }: Table<Row>): (keyof Row & string) | undefined {
  return ownId ?? (key.length === 1 ? key[0] : undefined);
}

/** What each record of a sheet holds in one column, by its id; nothing where the sheet lacks the column. */
export function textById<Row>(
  table: Table<Row>,
  cells: readonly (readonly Cell[])[],
  field: keyof Row & string,
): ReadonlyMap<string, string | undefined> {
  const headings = (cells[0] ?? []).map((cell) => headingKey(headingText(cell)));
  const columnOf = (wanted: string | undefined) => {
    const label = table.columns.find((column) => column.field === wanted)?.label;
    return label === undefined ? -1 : headings.indexOf(headingKey(label));
  };
  const [idAt, textAt] = [columnOf(idField(table)), columnOf(field)];
  const found = new Map<string, string | undefined>();
  if (idAt < 0 || textAt < 0) return found;
  for (let row = 1; row < cells.length; row++) {
    const [id, text] = [cells[row]?.[idAt], cells[row]?.[textAt]];
    if (isBlank(id) || isDateCell(id)) continue;
    const key = recordKey(String(id).trim());
    if (!found.has(key)) found.set(key, isBlank(text) ? undefined : String(text));
  }
  return found;
}
