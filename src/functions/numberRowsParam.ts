import { InputError } from "../core/inputError.ts";
import { isBlank } from "../tables/cell.ts";
import { shown } from "../tables/columnReading.ts";
import type { Cells, Param } from "./customFunction.ts";

export type NumberRows = readonly (readonly number[])[];

/** A range of numbers with several columns; rows that are blank all over at its end do not count. */
export function numberRowsParam(name: string, about: string): Param {
  return {
    name,
    kind: "settings",
    about,
    read: (cells) => (cells ? read(name, cells) : undefined),
  };
}

function read(name: string, cells: Cells): NumberRows {
  let filled = cells.length;
  while (filled > 0 && cells[filled - 1]?.every(isBlank)) filled--;
  return cells.slice(0, filled).map((row, at) =>
    row.map((cell) => {
      if (typeof cell === "number") return cell;
      throw new InputError(
        `row ${at + 1} of ${name} holds "${shown(cell)}"; expected a number in every column`,
      );
    }),
  );
}
