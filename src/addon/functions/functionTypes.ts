import type { CustomFunction, Param } from "../../functions/customFunction.ts";

/** A function as the sidebar shows it; the page has them all, since no call needs what they say. */
export type FunctionView = Pick<
  CustomFunction,
  "name" | "family" | "about" | "returns" | "errors" | "source"
> & {
  readonly params: readonly Pick<
    Param,
    "name" | "kind" | "about" | "unit" | "optional" | "default"
  >[];
  readonly example: { readonly formula: string; readonly result: string };
};

/** A range of this workbook that an argument can be. */
export type RangeChoice = {
  readonly label: string;
  /** As it stands in a formula. */
  readonly range: string;
  readonly kind: "column" | "table" | "settings" | "day";
};

export type FunctionsView = {
  readonly ranges: readonly RangeChoice[];
};

/** A function with its arguments as a person wrote them: ranges, numbers or words. */
export type FunctionCall = { readonly name: string; readonly args: readonly string[] };

export type FunctionResultView = {
  readonly formula: string;
  /** The first rows of the result. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly moreRows: number;
};

export type InsertFormulaRequest = FunctionCall & {
  /** True: what stands in the cell may go. */
  readonly replace?: boolean;
};

/** `isTaken`: something stands in the cell, and nothing was written. */
export type InsertedFormula = {
  readonly cell: string;
  /** Rows that were added at the end of the sheet, so that the whole result has room. */
  readonly addedRows: number;
  readonly isTaken: boolean;
  readonly formula: string;
};
