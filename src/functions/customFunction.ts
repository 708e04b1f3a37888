import type { Cell } from "../tables/cell.ts";

/**
 * What an argument is and how it is read, once, by the runner:
 * `number`, `fraction`, `text`, `boolean`, `date` are single values or columns (spilling functions repeat a single value);
 * `records` is a table range with its header row; `settings` a range published by a settings sheet.
 */
export type ArgumentKind = "number" | "fraction" | "text" | "boolean" | "date" | "records" | "settings";

export type Param = {
  readonly name: string;
  readonly kind: ArgumentKind;
  readonly about: string;
  /** Unit in words: `home currency`, `days`, `fraction 0-1`. */
  readonly unit?: string;
  readonly optional?: boolean;
  /** What holds when it is left out, in words. */
  readonly default?: string;
};

export type FunctionResult = string | number | boolean | undefined | { readonly day: number };

/** `aggregate` reduces columns to one number; `rows` spills one result per row; `records` one per record of a table. */
export type FunctionShape = "aggregate" | "rows" | "records";

/** One custom function: stub, help text, docs, sidebar entry and contract test all come from this. */
export type CustomFunction = {
  readonly name: string;
  readonly family: string;
  readonly shape: FunctionShape;
  readonly about: string;
  readonly params: readonly Param[];
  readonly returns: string;
  readonly errors: readonly string[];
  /** Run on the built bundle by the tests. */
  readonly example: { readonly formula: string; readonly result: unknown };
  /** Where the method comes from. */
  readonly source: string;
  /** Receives what the runner read for its shape. */
  readonly compute: (...args: never[]) => unknown;
};

/** Turns what Sheets passes into cells; dates need the spreadsheet's zone. */
export type ToCell = (value: unknown) => Cell;
