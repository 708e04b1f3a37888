import type { CellError, CellValue } from "./workbook.ts";

/** A value as formulas see it: a number in a cell with a date format is a date. */
export type FormulaCell = { readonly value: CellValue; readonly isDate: boolean };

/** A range arrives as rows of cells, a literal or single value as one cell, a left-out argument as undefined. */
export type FormulaArgument = FormulaCell | readonly (readonly FormulaCell[])[] | undefined;

export type FormulaOutcome = { readonly rows: readonly (readonly FormulaCell[])[] } | CellError;

/** The bundle's custom functions as the engine calls them. */
export type CustomFunctions = {
  readonly declared: readonly {
    readonly name: string;
    readonly about: string;
    readonly params: readonly {
      readonly name: string;
      readonly about: string;
      readonly optional: boolean;
    }[];
  }[];
  call(name: string, args: readonly FormulaArgument[]): FormulaOutcome;
};
