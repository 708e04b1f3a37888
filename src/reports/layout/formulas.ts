import { columnLetter } from "./a1.ts";
import type { Draft, DraftRow } from "./draft.ts";

const REFERENCE = /\{(@[\w-]+|=[\w.-]+|~[\w.-]+|[\w-]+\.[\w-]+(?:\.total)?)\}/g;

/** What a template refers to: `deals.amount`, `@amount`, so that those texts are never cut. */
export function referencesIn(template: string): string[] {
  return [...template.matchAll(REFERENCE)].map((match) => match[1] ?? "");
}

type Place = { readonly row: number; readonly column: number };

const absolute = ({ row, column }: Place) => `$${columnLetter(column)}$${row}`;

/** Places of figures and checks, the cells that formulas name on their own. */
function namedPlaces(rows: readonly DraftRow[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.cells.entries()) {
      const id = cell?.id;
      if (id?.startsWith("figure/") || id?.startsWith("check/")) {
        places.set(id, { row: index + 1, column: column + 1 });
      }
    }
  }
  return places;
}

/** `undefined`: there is nothing to refer to, because the table is empty. */
function tableReference(draft: Draft, reference: string): string | undefined {
  const [tableId = "", columnId = "", total] = reference.split(".");
  const table = draft.tables.get(tableId);
  const column = table?.columns.get(columnId);
  if (!table || column === undefined) {
    throw new Error(`A formula refers to {${reference}}, which is no column of this report.`);
  }
  if (total !== undefined) {
    return table.totalRow === undefined ? undefined : absolute({ row: table.totalRow, column });
  }
  if (table.count === 0) return undefined;
  const last = { row: table.firstRow + table.count - 1, column };
  return `${absolute({ row: table.firstRow, column })}:${absolute(last)}`;
}

/** Turns templates into A1 formulas once every row stands; undefined where the formula has nothing to work on. */
export function formulaResolver(
  draft: Draft,
): (template: string, rowNumber: number) => string | undefined {
  const places = namedPlaces(draft.rows);
  const named = (id: string): string => {
    const place = places.get(id);
    if (!place) throw new Error(`A formula refers to ${id}, which is not in this report.`);
    return absolute(place);
  };
  const sameRow = (columnId: string, rowNumber: number): string => {
    const row = draft.rows[rowNumber - 1];
    const index = row?.cells.findIndex((cell) => cell?.id === `${row.id}/${columnId}`) ?? -1;
    if (index < 0)
      throw new Error(`A formula of row ${row?.id} refers to {@${columnId}}, which it lacks.`);
    return `$${columnLetter(index + 1)}${rowNumber}`;
  };
  return (template, rowNumber) => {
    let whole = true;
    const formula = template.replace(REFERENCE, (_, reference: string) => {
      if (reference.startsWith("@")) return sameRow(reference.slice(1), rowNumber);
      if (reference.startsWith("=")) return named(`figure/${reference.slice(1)}`);
      if (reference.startsWith("~")) return named(`check/${reference.slice(1)}`);
      const range = tableReference(draft, reference);
      if (range === undefined) whole = false;
      return range ?? "";
    });
    if (!whole) return undefined;
    return formula.startsWith("=") ? formula : `=${formula}`;
  };
}
