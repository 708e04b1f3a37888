import { recordKey } from "../../core/recordKey.ts";
import type { Table } from "../table.ts";

/** One text that identifies a row among those of its table: its own id, else its key fields. */
export function keyOf<Row>(table: Table<Row>, row: Row): string {
  const own = table.ownId === undefined ? undefined : row[table.ownId];
  if (own !== undefined) return `#${part(own)}`;
  const [only] = table.key;
  if (table.key.length === 1 && only !== undefined) return part(row[only]);
  return table.key.map((field) => part(row[field])).join("\u0001");
}

/** Keys of many rows; where equal rows are different records, the second, third … of them are numbered. */
export function keysOf<Row>(table: Table<Row>, rows: readonly Row[]): string[] {
  if (!table.repeats) return rows.map((row) => keyOf(table, row));
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = keyOf(table, row);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}\u0001${count}`;
  });
}

function part(value: unknown): string {
  if (value === undefined) return "";
  // A moment that went through a cell differs in its last digits; seconds stay the same.
  if (typeof value === "number") return String(Math.round(value * 86400));
  return recordKey(String(value));
}
