import type { Entered, PlanChart, PlanLine, PlanRule, PlanStyle } from "../layout/sheetPlan.ts";
import type { Base } from "./base.ts";
import type { ColumnInsert } from "./restoreColumns.ts";

/** The sheet as it is to be written; all matrices have the same shape, positions are the sheet's own. */
export type MergedSheet = {
  readonly entered: readonly (readonly Entered[])[];
  /** Index into `styles`. */
  readonly look: readonly (readonly number[])[];
  readonly styles: readonly PlanStyle[];
  readonly notes: readonly (readonly string[])[];
  readonly charts: readonly PlanChart[];
  readonly rules: readonly PlanRule[];
  readonly lines: readonly PlanLine[];
  readonly frozenRows: number;
  /** Sheet column, 0-based, of the hidden row ids. */
  readonly keyColumn: number;
  /** Columns to insert before anything is written. */
  readonly inserts: readonly ColumnInsert[];
  /** Sentences: typed-over values that the report now sees differently. */
  readonly conflicts: readonly string[];
  /** What the next merge compares with. */
  readonly base: Base;
};
