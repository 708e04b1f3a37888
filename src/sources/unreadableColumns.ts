import type { AnyTable } from "../tables/catalog.ts";
import { analyseColumn } from "../tables/reading/analyseColumn.ts";
import { type Cell, isBlank } from "../tables/reading/cell.ts";
import { isProblem } from "../tables/reading/columnReading.ts";
import type { ColumnKind } from "../tables/table.ts";
import type { HeadingMap } from "./mapHeadings.ts";
import type { PlanRequest } from "./planTypes.ts";

/** A column is judged by so many of its cells. */
const ENOUGH = 200;

const wanted: Readonly<Partial<Record<ColumnKind, string>>> = {
  number: "a number",
  money: "an amount",
  fraction: "a percentage",
  date: "a date",
  datetime: "a date",
  boolean: "yes or no",
};

/**
 * A heading may be that of a field and mean something else, such as `Contacts` with names in place of how many they
 * are. Where not one cell can be read, the column stays the user's own.
 */
export function withoutUnreadable(
  table: AnyTable,
  map: HeadingMap,
  lines: readonly (readonly Cell[])[],
  { conventions }: PlanRequest,
): { readonly map: HeadingMap; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const headings = map.headings.map((one) => {
    const column = table.columns.find(({ field }) => field === one.field);
    const expected = column && wanted[column.kind];
    if (!column || expected === undefined || one.how !== "alias" || column.need === "key")
      return one;
    const cells = filledOf(lines, one.index);
    const reading = analyseColumn(column.kind, cells, conventions);
    if (
      cells.length === 0 ||
      reading.question ||
      !cells.every((cell) => isProblem(reading.read(cell)))
    )
      return one;
    notes.push(
      `${one.heading} was not taken for ${column.label}: none of its values, such as "${String(cells[0])}", is ${expected}.`,
    );
    return { ...one, field: undefined, how: "unmapped" as const };
  });
  return notes.length === 0 ? { map, notes } : { map: { ...map, headings }, notes };
}

function filledOf(lines: readonly (readonly Cell[])[], index: number): Cell[] {
  const cells: Cell[] = [];
  for (const line of lines) {
    const cell = line[index];
    if (!isBlank(cell)) cells.push(cell);
    if (cells.length === ENOUGH) break;
  }
  return cells;
}
