import type { Cell } from "../tables/cell.ts";
import { headingKey } from "../tables/header.ts";
import { cellText } from "./cellText.ts";

const deleted = ["IsDeleted", "is_deleted", "_fivetran_deleted", "Deleted"];
/** In a table kept with its history, FALSE marks a version that a later one has replaced. */
const current = ["_fivetran_active"];

/** What is wrong with a record as such: `deleted` in the CRM, or `superseded` by a later version of itself. */
export function deletedRows(
  headings: readonly string[],
  keepsVersions: boolean,
): ((row: readonly Cell[]) => "deleted" | "superseded" | undefined) | undefined {
  const keys = headings.map(headingKey);
  const columns = (names: readonly string[]) => {
    const wanted = names.map(headingKey);
    return keys.flatMap((key, index) => (wanted.includes(key) ? [index] : []));
  };
  const deletedColumns = columns(deleted);
  const currentColumns = keepsVersions ? [] : columns(current);
  if (deletedColumns.length + currentColumns.length === 0) return undefined;
  return (row) => {
    if (deletedColumns.some((column) => /^(true|1|yes)$/i.test(cellText(row[column])))) return "deleted";
    return currentColumns.some((column) => /^(false|0|no)$/i.test(cellText(row[column]))) ? "superseded" : undefined;
  };
}
