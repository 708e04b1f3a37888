import type { Cell } from "../tables/reading/cell.ts";
import { headingKey } from "../tables/reading/header.ts";
import { cellText } from "./cellText.ts";
import type { Layout } from "./layout.ts";

const deletedHeadings = ["IsDeleted", "is_deleted", "_fivetran_deleted", "Deleted"];
/** In a table kept with its versions, FALSE marks one that a later one has replaced. */
const currentHeadings = ["_fivetran_active"];
const idHeadings = ["Id", "deal_id"];

export type MarkedRows = {
  /** Indexes of the rows that hold records as they stand. */
  readonly kept: readonly number[];
  readonly notes: readonly string[];
};

/** Leaves out records that the export itself marks as deleted in the CRM or as replaced by a later version. */
export function markedRows(
  rows: readonly (readonly Cell[])[],
  { headings, dataRows }: Pick<Layout, "headings" | "dataRows">,
  keepsVersions: boolean,
): MarkedRows {
  const notes: string[] = [];
  const column = columnFinder(headings);
  const deleted = column(deletedHeadings);
  let kept = dataRows;
  if (deleted.length > 0) {
    const alive = dataRows.filter((row) => !deleted.some((index) => isYes(rows[row]?.[index])));
    const gone = dataRows.length - alive.length;
    if (gone > 0 && alive.length === 0) {
      notes.push(
        `All ${gone} records carry the mark "deleted" (${headings[deleted[0] ?? 0]}), which cannot be meant, so it was not followed.`,
      );
    } else if (gone > 0) {
      notes.push(`Left out as deleted in the CRM: ${gone} of ${dataRows.length} records.`);
      kept = alive;
    }
  }
  if (keepsVersions) return { kept, notes };
  const current = withoutOldVersions(rows, kept, column(currentHeadings)[0], column(idHeadings)[0]);
  if (current.length < kept.length) {
    notes.push(
      `Left out as replaced by a later version: ${kept.length - current.length} of ${dataRows.length} records.`,
    );
  }
  return { kept: current, notes };
}

/** A version that is no longer active goes only where an active one of the same record is there. */
function withoutOldVersions(
  rows: readonly (readonly Cell[])[],
  kept: readonly number[],
  active: number | undefined,
  id: number | undefined,
): readonly number[] {
  if (active === undefined || id === undefined) return kept;
  const isOld = (row: number) => /^(false|0|no)$/i.test(cellText(rows[row]?.[active]));
  const present = new Set(
    kept.filter((row) => !isOld(row)).map((row) => cellText(rows[row]?.[id])),
  );
  return kept.filter((row) => !isOld(row) || !present.has(cellText(rows[row]?.[id])));
}

function columnFinder(headings: readonly string[]): (names: readonly string[]) => number[] {
  const keys = headings.map(headingKey);
  return (names) => {
    const wanted = new Set(names.map(headingKey));
    return keys.flatMap((key, index) => (wanted.has(key) ? [index] : []));
  };
}

function isYes(cell: Cell): boolean {
  return /^(true|1|yes)$/i.test(cellText(cell));
}
