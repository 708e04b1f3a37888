import { InputError } from "../../core/inputError.ts";
import { isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import type { Cells, Param } from "../customFunction.ts";

export type NumberRows = readonly (readonly number[])[];
export type SparseRows = readonly (readonly (number | undefined)[])[];

/** A range of numbers with several columns; rows that are blank all over at its end do not count. */
export function numberRowsParam(name: string, about: string): Param {
  return {
    name,
    kind: "settings",
    about,
    read: (cells) => (cells ? rowsOf(name, cells, false) : undefined),
  };
}

/** The same with blanks where a number is not known. */
export function sparseRowsParam(name: string, about: string): Param {
  return {
    ...numberRowsParam(name, about),
    read: (cells) => (cells ? rowsOf(name, cells, true) : undefined),
  };
}

function rowsOf(name: string, cells: Cells, mayBeBlank: boolean): SparseRows {
  let filled = cells.length;
  while (filled > 0 && cells[filled - 1]?.every(isBlank)) filled--;
  return cells.slice(0, filled).map((row, at) =>
    row.map((cell) => {
      if (typeof cell === "number") return cell;
      if (mayBeBlank && isBlank(cell)) return undefined;
      throw new InputError(
        `row ${at + 1} of ${name} holds "${shown(cell)}"; expected a number in every column`,
      );
    }),
  );
}
