import type { Cell } from "../tables/reading/cell.ts";

/**
 * What an argument is and how it is read, once, by the runner:
 * `number`, `fraction`, `text`, `boolean`, `date` are single values or columns (spilling functions repeat a single value);
 * `value` is kept as the cell holds it, for the function to decide;
 * `records` is a table range with its header row; `settings` a range published by a settings sheet.
 */
export type ArgumentKind =
  | "number"
  | "fraction"
  | "text"
  | "boolean"
  | "date"
  | "value"
  | "records"
  | "settings";

/**
 * How an aggregate takes an argument: a `column` of its own height, columns that are `paired` row by row with one
 * another, or a `single` value. Functions that spill rows pair all their columns; beside a table a `column` is a list
 * of its own, and all else a single value.
 */
type Taking = "column" | "paired" | "single";

export type Param = {
  readonly name: string;
  readonly kind: ArgumentKind;
  readonly about: string;
  /** Unit in words: `currency`, `days`, `fraction 0-1`. */
  readonly unit?: string;
  readonly optional?: boolean;
  /** The least and, where there is one, the greatest number that makes sense: others are refused. */
  readonly range?: readonly [least: number, most?: number];
  /** What holds when it is left out, in words. */
  readonly default?: string;
  readonly takes?: Taking;
  /** The columns of deals that this is, the first there is, where the first argument is a whole table of them. */
  readonly fields?: readonly string[];
  /** Reads a `settings` argument, once for all rows; undefined cells = left out. */
  readonly read?: (cells: Cells | undefined) => unknown;
};

/** Rows of cells. */
export type Cells = readonly (readonly Cell[])[];

/** Undefined is a blank cell. */
export type FunctionResult = string | number | boolean | undefined;

/**
 * `aggregate` reduces columns to one number, or to what it `spills`; `rows` spills one result per row; `records` one, or one row, per record of
 * a table.
 */
export type FunctionShape = "aggregate" | "rows" | "records";

/**
 * One custom function: stub, help text, docs, sidebar entry and contract test all come from this. The script that ships
 * keeps only what a call needs of it.
 */
export type CustomFunction = {
  readonly name: string;
  readonly family: string;
  readonly shape: FunctionShape;
  /** What fills more cells than one whatever its arguments are: `row` a row of cells, `table` rows of them. */
  readonly spills?: "row" | "table";
  readonly about: string;
  readonly params: readonly Param[];
  readonly returns: string;
  readonly errors: readonly string[];
  /** Run on the built bundle by the tests. */
  readonly example: { readonly formula: string; readonly result: unknown };
  /** Where the method comes from. */
  readonly source: string;
  /**
   * Receives one value per parameter. aggregate: the filled cells of a `column`, all cells of a `paired` column, or a
   * value. rows: the values of one row. records: cells with their header row, or what `read` made of settings; it
   * returns rows of results.
   */
  readonly compute: (...args: never[]) => unknown;
};

/** A parameter as the script that ships has it. */
export type RunParam = Omit<Param, "about" | "unit" | "default">;

/** A function as the script that ships has it: without what it says to people. */
export type RunFunction = Pick<CustomFunction, "name" | "shape" | "spills" | "compute"> & {
  readonly params: readonly RunParam[];
};
