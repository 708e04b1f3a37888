import type * as z from "zod/mini";
import type { Cell } from "../tables/reading/cell.ts";

/** How the cell of a setting is formatted and validated on its sheet. */
export type InputKind =
  | "text"
  | "choice"
  | "number"
  | "integer"
  | "money"
  | "fraction"
  | "date"
  | "boolean"
  | "list";

/** What may be typed into a cell: enough to format and validate it on a sheet. */
export type Allowed = {
  readonly kind: InputKind;
  /** Completes "expected …". */
  readonly expected: string;
  /** Offered as a list on the sheet. */
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
};

/** How one setting is typed into a cell, read from it and checked. */
export type Input<T> = Allowed & {
  /** What the cell says; unreadable cells come back as they are, for the schema to refuse. */
  readonly fromCell: (cell: Cell) => unknown;
  readonly toCell: (value: T) => Cell;
  readonly schema: () => z.ZodMiniType<T>;
};

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: string };

/** Reads and checks a cell that is not blank. */
export function readInput<T>(input: Input<T>, cell: Cell): Checked<T> {
  const result = input.schema().safeParse(input.fromCell(cell));
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, expected: result.error.issues[0]?.message ?? input.expected };
}
