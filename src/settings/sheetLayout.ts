import { type Cell, isBlank } from "../tables/cell.ts";
import type { Allowed, InputKind } from "./input.ts";
import { plainName } from "./name.ts";
import { isNote, type SheetColumn, type Subject } from "./subject.ts";

/** How the cells of a settings sheet are formatted and what may be typed into them, cell by cell. */
export type SheetLayout = {
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
  readonly allowed: readonly (readonly (Allowed | undefined)[])[];
  /** Pixels that the text of each row with content needs. */
  readonly heights: readonly number[];
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

const ROW_HEIGHT = 21;
const LINE_HEIGHT = 15;
/** Average width of a letter at the sheet's size and at that of notes; guesses on the wide side. */
const LETTER_WIDTH = 6;
const NOTE_LETTER_WIDTH = 5.6;

/** Wrapped text makes a row higher; not every program works that out by itself. */
function heightOf(row: readonly Cell[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ label, width }, column) => {
    const letter = isNote(label) ? NOTE_LETTER_WIDTH : LETTER_WIDTH;
    const cell = row[column];
    return typeof cell === "string" ? Math.ceil((cell.length * letter) / (width - 6)) : 1;
  });
  return ROW_HEIGHT + LINE_HEIGHT * (Math.max(1, ...lines) - 1);
}

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

/** The sheet that holds a value, with room for more rows. */
export function sheetLayout<Value>(subject: Subject<Value>, value: NoInfer<Value>): SheetLayout {
  const lines = new Map(subject.lines.map((line) => [plainName(line.label), line.input]));
  const labels = subject.columns.map((column) => column.label);
  const nameAt = labels.findIndex((label) => ["Setting", "Attribute", "Factor"].includes(label));
  const valueAt = subject.sheet === "Risk" ? labels.indexOf("Points") : labels.indexOf("Value");
  const written = subject.toCells(value);
  const blank = (): Cell[] => labels.map(() => "");
  const rows = [...written, ...Array.from({ length: SPARE_ROWS }, blank)];
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
    heights: written.map((row) => heightOf(row, subject.columns)),
  };
}
