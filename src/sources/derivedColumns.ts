import type { Cell } from "../tables/reading/cell.ts";
import { headingKey } from "../tables/reading/header.ts";
import type { DerivedColumn } from "./source.ts";

export type DerivedColumns = {
  /** Field of each added column, in order. */
  readonly fields: readonly string[];
  /** What each is made from, for messages. */
  readonly headings: readonly string[];
  /** Field by the index of each column that one is made from. */
  readonly usedFor: ReadonlyMap<number, string>;
  readonly notes: readonly string[];
  /** True: won and closed were told of each deal apart from its stage. */
  readonly isApart: boolean;
  readonly valuesOf: (row: readonly Cell[]) => Cell[];
};

/**
 * The columns a source makes from others, for fields that no heading gives. Of several ways to make one field the
 * first whose headings are all there is taken; a way from named headings also replaces the heading's plain reading
 * where that heading is one of its own.
 */
export function derivedColumns(
  derived: readonly DerivedColumn[],
  headings: readonly string[],
  indexOfField: (field: string) => number | undefined,
  lines: readonly (readonly Cell[])[],
): DerivedColumns {
  const keys = headings.map(headingKey);
  const taken: { column: DerivedColumn; from: number[] }[] = [];
  for (const column of derived) {
    if (taken.some(({ column: { field } }) => field === column.field)) continue;
    const found = column.from.map((heading) => keys.indexOf(headingKey(heading)));
    const from = column.some ? found.filter((index) => index >= 0) : found;
    if (from.some((index) => index < 0) || (column.some && from.length === 0)) continue;
    const { tells } = column;
    if (tells && !lines.some((line) => from.some((index) => tells(line[index])))) continue;
    const mapped = indexOfField(column.field);
    // Made of nothing but the heading that is taken anyhow it would say the same.
    if (column.some && from.length === 1 && from[0] === mapped) continue;
    if (mapped === undefined || from.includes(mapped)) taken.push({ column, from });
  }
  return {
    fields: taken.map(({ column }) => column.field),
    headings: taken.map(
      ({ column, from }) => from.map((index) => headings[index]).join(" and ") || column.field,
    ),
    usedFor: new Map(
      taken.flatMap(({ column, from }) => from.map((index) => [index, column.field] as const)),
    ),
    isApart: taken.some(({ column }) => column.isApart === true),
    notes: taken.flatMap(({ column }) => (column.note === undefined ? [] : [column.note])),
    valuesOf: (row) =>
      taken.map(({ column, from }) => column.make(...from.map((index) => row[index]))),
  };
}
