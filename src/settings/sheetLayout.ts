import { type Cell, isBlank } from "../tables/reading/cell.ts";
import type { Allowed, InputKind } from "./input.ts";
import { plainName } from "./name.ts";
import type { Subject } from "./subject.ts";

/** How the cells of a settings sheet are formatted and what may be typed into them, cell by cell. */
export type SheetLayout = {
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
  readonly allowed: readonly (readonly (Allowed | undefined)[])[];
};

/** Rows kept free below the last one, so that a person can add to a list. */
const SPARE_ROWS = 50;

// Words are kept as text: `4-4-5` and `51-200` would become dates.
const FORMATS: Readonly<Record<InputKind, string>> = {
  text: "@",
  choice: "@",
  list: "@",
  // With an optional decimal, 60 would stand as "60.".
  number: "General",
  integer: "0",
  money: "#,##0.00",
  fraction: "0%",
  date: "yyyy-mm-dd",
  boolean: "General",
};

// 1.1 * 100 is not 110 in binary.
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;

function formatOf(allowed: Allowed | undefined, value: Cell): string {
  if (allowed === undefined) return "@";
  if (typeof value === "number" && allowed.kind === "fraction" && !isWhole(value * 100)) {
    return "0.0%";
  }
  // A whole number shown as `2.` or `1,000.` looks unfinished.
  if (typeof value === "number" && Number.isInteger(value)) {
    if (allowed.kind === "number") return "0";
    if (allowed.kind === "money") return "#,##0";
  }
  return FORMATS[allowed.kind];
}

/** The rows of the sheet that holds a value, with room for more. */
export function rowsWanted<Value>(subject: Subject<Value>, value: NoInfer<Value>): number {
  return subject.toCells(value).length + SPARE_ROWS;
}

/** The sheet that holds a value, of so many rows. */
export function sheetLayout<Value>(
  subject: Subject<Value>,
  value: NoInfer<Value>,
  height: number = rowsWanted(subject, value),
): SheetLayout {
  const lines = new Map(subject.lines.map((line) => [plainName(line.label), line.input]));
  const labels = subject.columns.map((column) => column.label);
  const nameAt = labels.findIndex((label) => ["Setting", "Attribute", "Factor"].includes(label));
  const valueAt = subject.sheet === "Risk" ? labels.indexOf("Points") : labels.indexOf("Value");
  const written = subject.toCells(value);
  const blank = (): Cell[] => labels.map(() => "");
  const rows = [...written, ...Array.from({ length: height - written.length }, blank)];
  const allowed = rows.map((row, index) => {
    const line = lines.get(plainName(row[nameAt]));
    return subject.columns.map(({ input }, column) => {
      if (index === 0) return undefined;
      if (line === undefined) return input;
      // A line's value follows the line; the other columns of a `setting` row are not used.
      if (column === valueAt) return line;
      return column < 2 || !isBlank(row[column]) ? input : undefined;
    });
  });
  return {
    cells: written,
    formats: rows.map((row, index) =>
      row.map((cell, column) => formatOf(allowed[index]?.[column], cell)),
    ),
    allowed,
  };
}
