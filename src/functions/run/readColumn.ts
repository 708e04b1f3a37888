import { InputError } from "../../core/inputError.ts";
import { analyseColumn } from "../../tables/reading/analyseColumn.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { isProblem, shown } from "../../tables/reading/columnReading.ts";
import { numberText } from "../../tables/reading/numberText.ts";
import type { ArgumentKind, RunParam } from "../customFunction.ts";
import type { Column } from "./argument.ts";

/** What a cell of a column gave, or why it could not be read. */
export type Value = Cell | InputError;

type ReadableKind = "number" | "fraction" | "text" | "boolean" | "date";

const EXPECTED: Readonly<Record<ReadableKind, string>> = {
  number: "a number",
  fraction: "a share such as 60% or 0.6",
  text: "a text",
  boolean: "TRUE or FALSE",
  date: "a date, or a text such as 2026-01-31",
};

const isReadable = (kind: ArgumentKind): kind is ReadableKind => kind in EXPECTED;

/** Where a cell stands, in words a user can follow. */
function placeOf(param: RunParam, column: Column, index: number): string {
  return column.single ? param.name : `row ${index + 1} of ${param.name}`;
}

/**
 * Reads the cells of a column by its kind. Text numbers and dates are read where the column leaves one meaning only;
 * a column that could be read in two ways is refused.
 */
export function readColumn(param: RunParam, column: Column): Value[] {
  const { kind } = param;
  const cells = column.cells.slice(0, column.filled);
  if (!isReadable(kind)) return cells.map((cell) => (isBlank(cell) ? undefined : cell));
  if (kind === "number") refuseCurrencies(param, cells);
  const { read, question } = analyseColumn(kind, cells);
  if (question) {
    const sample = question.samples[0] ?? "";
    const index = cells.findIndex((cell) => shown(cell).trim() === sample.trim());
    throw new InputError(
      `${placeOf(param, column, index)} holds "${sample}", which can be read in two ways; expected ${EXPECTED[kind]}`,
    );
  }
  const values = cells.map((cell, index): Value => {
    const value = read(cell);
    // An import takes #N/A for blank; in a formula it is a failed lookup, and no sum may pass over it.
    if (cell === "#N/A") return unreadable(param, column, index, kind);
    if (isProblem(value)) {
      if (kind === "fraction" && typeof cell === "number") throw mixed(param, index, cell);
      return unreadable(param, column, index, kind);
    }
    return typeof value === "number" && isOutside(param, value)
      ? unreadable(param, column, index, kind)
      : value;
  });
  if (kind === "fraction") refuseBarelyAboveOne(param, column, values);
  refuseAllUnreadable(values);
  return values;
}

const SHARES = [0, 1] as const;

function isOutside({ kind, range }: RunParam, value: number): boolean {
  const [least, most = value] = kind === "fraction" ? SHARES : (range ?? [value]);
  return value < least || value > most;
}

/** What a number has to be, in words. */
export function wantedNumber(least: number, most?: number): string {
  return most === undefined ? `a number from ${least} on` : `a number from ${least} to ${most}`;
}

/** Texts such as €100 and $200 are no numbers that can be added. */
function refuseCurrencies(param: RunParam, cells: readonly Cell[]): void {
  let first: { readonly text: string; readonly currency: string; readonly row: number } | undefined;
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== "string") continue;
    const found = numberText(cell.trim())?.currency;
    if (found === undefined) continue;
    const currency = found === "$" ? "USD" : found;
    first ??= { text: cell, currency, row: index + 1 };
    if (currency === first.currency) continue;
    throw new InputError(
      `${param.name} holds "${first.text}" in row ${first.row} and "${cell}" in row ${index + 1}; expected amounts in one currency`,
    );
  }
}

/** In a cell 150% is 1.5, which as a bare number of percents would be 1.5 %: below 2 nothing tells which is meant. */
function refuseBarelyAboveOne(param: RunParam, column: Column, values: readonly Value[]): void {
  let largest = 0;
  let at = 0;
  values.forEach((value, row) => {
    const cell = column.cells[row];
    const isPercent = typeof cell === "number" && cell > 1 && value !== cell;
    if (!isPercent || cell <= largest) return;
    largest = cell;
    at = row;
  });
  if (largest === 0 || largest >= 2) return;
  const percent = Number((100 * largest).toPrecision(12));
  throw new InputError(
    `${placeOf(param, column, at)} holds ${largest}, which could be ${percent}% or ${largest}%; expected shares between 0% and 100%`,
  );
}

function mixed(param: RunParam, index: number, cell: number): InputError {
  return new InputError(
    `${param.name} mixes percents with ${cell} in row ${index + 1}, which could be a percent or a fraction; expected all as percents or all as fractions`,
  );
}

function unreadable(
  param: RunParam,
  column: Column,
  index: number,
  kind: ReadableKind,
): InputError {
  const cell = column.cells[index];
  const isNumber = typeof cell === "number";
  const found = isNumber ? shown(cell) : `"${shown(cell)}"`;
  const expected = param.range && isNumber ? wantedNumber(...param.range) : EXPECTED[kind];
  return new InputError(`${placeOf(param, column, index)} holds ${found}; expected ${expected}`);
}

/** A column in which nothing can be read is the wrong column, and so is a wrong single value. */
function refuseAllUnreadable(values: readonly Value[]): void {
  const first = values.find((value) => value instanceof InputError);
  if (
    first instanceof InputError &&
    values.every((value) => value === undefined || value instanceof InputError)
  ) {
    throw first;
  }
}
