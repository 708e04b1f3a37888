import type { Cell } from "./cell.ts";
import { type ColumnReading, type ReadValue, shown } from "./columnReading.ts";
import { isNullWord } from "./nullWord.ts";

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  t: true,
  "1": true,
  on: true,
  checked: true,
  x: true,
  "✓": true,
  ja: true,
  oui: true,
  si: true,
  sí: true,
  sim: true,
  wahr: true,
  vrai: true,
  "1.0": true,
  false: false,
  no: false,
  n: false,
  f: false,
  "0": false,
  off: false,
  unchecked: false,
  nein: false,
  non: false,
  não: false,
  nao: false,
  falsch: false,
  faux: false,
  "0.0": false,
};

/** Yes or no, in the words and digits that exports use. */
export const booleanColumn: ColumnReading = { read };

function read(cell: Cell): ReadValue {
  if (typeof cell === "boolean") return cell;
  if (cell === undefined || cell === null) return undefined;
  if (typeof cell === "number" && (cell === 0 || cell === 1)) return cell === 1;
  if (typeof cell === "string") {
    const text = cell.trim().toLowerCase();
    const value = words[text];
    if (value !== undefined) return value;
    if (isNullWord(text)) return undefined;
  }
  return {
    message: `"${shown(cell)}" is neither yes nor no`,
    remedy: "Write TRUE or FALSE, yes or no, 1 or 0, or leave the cell blank.",
  };
}
