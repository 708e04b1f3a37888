import { InputError } from "../../core/inputError.ts";
import { headingKey } from "../reading/header.ts";
import type { Table } from "../table.ts";

/** Columns to insert before column `at` (from 0, as the sheet stands after the insertions listed before it). */
export type ColumnInsertion = { readonly at: number; readonly count: number };

export type SheetColumns = {
  readonly header: readonly string[];
  readonly insertions: readonly ColumnInsertion[];
  /** Column index of each field of the table that the sheet then has. */
  readonly mapping: Readonly<Record<string, number>>;
  /** Old index of each column; undefined for an inserted one. */
  readonly origin: readonly (number | undefined)[];
};

/**
 * Makes room for fields in a sheet that has its own order and a person's own columns: each missing field goes behind
 * the field that comes before it in the table. Nothing that is there moves past another column.
 */
export function sheetColumns<Row>(
  table: Table<Row>,
  header: readonly string[],
  fields: readonly string[],
): SheetColumns {
  const known = labelColumns(table, header);
  checkKeys(table, header, known);
  const wanted = new Set(fields);
  const columns: { label: string; field?: string; origin: number | undefined }[] = header.map(
    (label, origin) => ({ label, origin }),
  );
  for (const [field, index] of known) {
    const column = columns[index];
    if (column) column.field = field;
  }
  let behind = -1;
  for (const { field, label } of table.columns) {
    const at = columns.findIndex((column) => column.field === field);
    if (at >= 0) {
      behind = at;
    } else if (wanted.has(field)) {
      behind += 1;
      columns.splice(behind, 0, { label, field, origin: undefined });
    }
  }
  const mapping: Record<string, number> = {};
  columns.forEach(({ field }, index) => {
    if (field !== undefined) mapping[field] = index;
  });
  return {
    header: columns.map(({ label }) => label),
    insertions: header.length === 0 ? [] : insertionsOf(columns.map(({ origin }) => origin)),
    mapping,
    origin: columns.map(({ origin }) => origin),
  };
}

function insertionsOf(origin: readonly (number | undefined)[]): ColumnInsertion[] {
  const insertions: { at: number; count: number }[] = [];
  origin.forEach((old, at) => {
    if (old !== undefined) return;
    const last = insertions[insertions.length - 1];
    if (last && last.at + last.count === at) last.count += 1;
    else insertions.push({ at, count: 1 });
  });
  return insertions;
}

/**
 * Where the sheet has the table's own labels. Aliases do not count here: a person's column called "Source" must never
 * be written to.
 */
function labelColumns<Row>(table: Table<Row>, header: readonly string[]): Map<string, number> {
  const fields = new Map(table.columns.map(({ label, field }) => [headingKey(label), field]));
  const found = new Map<string, number>();
  header.forEach((heading, index) => {
    const field = fields.get(headingKey(heading));
    if (field === undefined) return;
    if (found.has(field))
      throw new InputError(
        `The sheet ${table.sheet} has two columns called ${heading.trim()}; rename or remove one of them.`,
      );
    found.set(field, index);
  });
  return found;
}

function checkKeys<Row>(
  table: Table<Row>,
  header: readonly string[],
  known: ReadonlyMap<string, number>,
): void {
  if (header.every((heading) => heading.trim() === "")) return;
  const missing = table.columns.find(({ need, field }) => need === "key" && !known.has(field));
  if (missing) {
    throw new InputError(
      `The sheet ${table.sheet} has lost its column ${missing.label}; bring it back, or rename the sheet to start a new one.`,
    );
  }
}
