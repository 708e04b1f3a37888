import { isoFromMoment } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { functions } from "../../functions/catalog.ts";
import { runFunction } from "../../functions/run/run.ts";
import { isDateCell } from "../../tables/reading/cell.ts";
import { letterOf } from "../../tables/reading/readTable.ts";
import { toCell } from "../../tables/reading/spreadsheetDate.ts";
import { answer } from "../calls/answer.ts";
import { underLock } from "../calls/lock.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { type Argument, argumentOf } from "./functionArguments.ts";
import { rangeChoices } from "./functionRanges.ts";
import type {
  FunctionCall,
  FunctionResultView,
  FunctionsView,
  InsertedFormula,
  InsertFormulaRequest,
} from "./functionTypes.ts";

const SHOWN_ROWS = 20;
const SHOWN_COLUMNS = 8;

/** The ranges of this workbook that arguments of functions can be. */
export function functionsEndpoint(): Answer<FunctionsView> {
  return answer(() => ({ ranges: rangeChoices(new Book()) }));
}

type Prepared = {
  readonly name: string;
  readonly args: readonly Argument[];
  readonly formula: string;
};

function prepared({ name, args }: FunctionCall, book: Book): Prepared {
  const declaration = functions.find((one) => one.name === name);
  if (!declaration) throw new InputError(`There is no function called ${name}.`);
  const read = args.slice(0, declaration.params.length).map((text) => argumentOf(text, book));
  while (read.length > 0 && read[read.length - 1]?.text === "") read.pop();
  const formula = `=${name}(${read.map(({ text }) => text).join(", ")})`;
  return { name, args: read, formula };
}

/** Computes a function as a cell would, and writes nothing. */
export function tryFunctionEndpoint(call: FunctionCall): Answer<FunctionResultView> {
  return answer(() => {
    const book = new Book();
    const { name, args, formula } = prepared(call, book);
    const result = runFunction(
      name,
      args.map(({ value }) => value),
      book.zone,
    );
    const rows: unknown[][] = Array.isArray(result) ? result : [[result]];
    return {
      formula,
      rows: rows
        .slice(0, SHOWN_ROWS)
        .map((row) => row.slice(0, SHOWN_COLUMNS).map((value) => shown(value, book.zone))),
      moreRows: Math.max(0, rows.length - SHOWN_ROWS),
    };
  });
}

function shown(value: unknown, zone: () => string): string | number | boolean | null {
  const cell = toCell(value, zone);
  return isDateCell(cell) ? isoFromMoment(cell.moment) : (cell ?? null);
}

/** Writes the formula into the cell in view; a filled cell only when the person said so. */
export function insertFormulaEndpoint(request: InsertFormulaRequest): Answer<InsertedFormula> {
  return answer(() =>
    underLock(() => {
      const book = new Book();
      const call = prepared(request, book);
      const { formula } = call;
      const target = book.spreadsheet.getCurrentCell();
      if (!target) throw new InputError("No cell is selected; click one and try again.");
      const cell = `${target.getSheet().getName()}!${target.getA1Notation()}`;
      const isTaken = !request.replace && !target.isBlank();
      if (isTaken) return { cell, isTaken, formula, addedRows: 0 };
      const addedRows = makeRoom(target, call, book, request.replace === true);
      target.setFormula(formula);
      return { cell, isTaken, formula, addedRows };
    }),
  );
}

/** Adds the rows that the result needs at the end of the sheet; refuses a place where it would meet filled cells. */
function makeRoom(
  target: GoogleAppsScript.Spreadsheet.Range,
  { name, args }: Prepared,
  book: Book,
  isReplaced: boolean,
): number {
  const [rows, columns] = sizeOf(name, args, book);
  if (rows * columns <= 1) return 0;
  const sheet = target.getSheet();
  const [row, column] = [target.getRow(), target.getColumn()];
  const [haveRows, haveColumns] = [book.rowsOf(sheet), book.columnsOf(sheet)];
  // What stands around a formula that is replaced may be its own result.
  if (!isReplaced) {
    const height = Math.min(rows, haveRows - row + 1);
    const width = Math.min(columns, haveColumns - column + 1);
    const area = sheet.getRange(row, column, height, width).getValues();
    const at = area.findIndex((line) => line.some((value) => value !== ""));
    if (at >= 0) {
      const across = area[at]?.findIndex((value) => value !== "") ?? 0;
      throw new InputError(
        `The result of ${name} fills ${rows} rows and ${columns} columns from ${target.getA1Notation()} on, and ${letterOf(column - 1 + across)}${row + at} is not empty. Select a cell with room below and beside it.`,
      );
    }
  }
  const missing = row + rows - 1 - haveRows;
  book.grow(sheet, row + rows - 1, column + columns - 1);
  return Math.max(0, missing);
}

/** Rows and columns of the result; one cell where the function refuses and the cell will say so. */
function sizeOf(name: string, args: readonly Argument[], book: Book): [number, number] {
  try {
    const values = args.map(({ value }) => value);
    const result = runFunction(name, values, book.zone);
    return Array.isArray(result) ? [result.length, result[0]?.length ?? 1] : [1, 1];
  } catch (error) {
    if (error instanceof InputError) return [1, 1];
    throw error;
  }
}
