import type { Cell } from "../tables/reading/cell.ts";
import type { Issue } from "../tables/reading/issue.ts";
import type { Allowed } from "./input.ts";

type SubjectId =
  | "context"
  | "stages"
  | "scoring"
  | "calendar"
  | "currency"
  | "risk"
  | "requiredFields"
  | "hygieneRules"
  | "lossReasons"
  | "frameworks"
  | "categoryTests"
  | "benchmarks"
  | "limits"
  | "territories"
  | "reportOptions";

export type SettingCells = readonly (readonly Cell[])[];

/** What a range says, and what could not be read; an unreadable cell counts as its default. */
export type Read<Value> = { readonly value: Value; readonly issues: readonly Issue[] };

/** A column of a settings sheet. */
export type SheetColumn = {
  readonly label: string;
  readonly about: string;
  readonly width: number;
  /** How its cells are formatted and validated; undefined: free text, or a form's values, which differ by row. */
  readonly input?: Allowed;
};

/** A documented setting: a line of a form. */
export type SettingLine = {
  readonly label: string;
  readonly about: string;
  readonly source: string;
  readonly input: Allowed;
};

/** One settings sheet. */
export type Subject<Value> = {
  readonly id: SubjectId;
  readonly sheet: string;
  /** The named range that formulas take. */
  readonly range: string;
  readonly about: string;
  readonly columns: readonly SheetColumn[];
  /** Labels of the columns that together identify a row. */
  readonly key: readonly string[];
  /** Names in the first key column that belong to the add-on; undefined: every row does. Other rows are the user's own. */
  readonly names?: readonly string[];
  /** A line that may stand several times, told apart by its value. */
  readonly repeats?: string;
  /** The lines of a form, or the `setting` rows of a list; none for a plain list. */
  readonly lines: readonly SettingLine[];
  readonly defaults: Value;
  readonly read: (cells: SettingCells | undefined) => Read<Value>;
  /** The whole sheet with its header row; dates are date cells. */
  readonly toCells: (value: Value) => readonly (readonly Cell[])[];
};

/** Columns for notes keep what a person wrote there. */
export function isNote(label: string): boolean {
  return label === "About" || label === "Source";
}
