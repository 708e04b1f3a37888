import type { TableName } from "../../tables/table.ts";

/** Rows that a run keeps in a data sheet, found again by their key. Fields that are not named belong to a person. */
export type KeptRows = {
  readonly table: TableName;
  readonly fields: readonly string[];
  /** Fields that new rows begin with and that are a person's from then on. */
  readonly proposed?: readonly string[];
  readonly rows: readonly object[];
};
