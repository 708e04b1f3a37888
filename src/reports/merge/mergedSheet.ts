import type { Base } from "./base.ts";
import type { ColumnInsert } from "./restoreColumns.ts";
import type { SheetImage } from "./sheetImage.ts";

/** The sheet as it is to be written. */
export type MergedSheet = SheetImage & {
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
