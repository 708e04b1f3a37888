import type { Cell } from "../tables/reading/cell.ts";
import { isBlank } from "../tables/reading/cell.ts";
import type { Issue } from "../tables/reading/issue.ts";

/** Beyond this share of longer rows it is the header that is too short. */
const FEW = 0.1;
const SHOWN = 5;

export type RaggedRows = {
  readonly kept: readonly number[];
  readonly issues: readonly Issue[];
  readonly notes: readonly string[];
};

/**
 * Rows with more values than the header has columns: somewhere a delimiter stands inside a value without quotes, so
 * that nothing behind it is in its column. Such rows cannot be trusted and are left out. Shorter ones are taken, for
 * what they hold is in its column, and counted.
 */
export function withoutRaggedRows(
  rows: readonly (readonly Cell[])[],
  headerRow: number,
  kept: readonly number[],
  sheet: string,
): RaggedRows {
  const width = rows[headerRow]?.length ?? 0;
  const isLonger = (row: number) => {
    const cells = rows[row] ?? [];
    for (let column = width; column < cells.length; column++)
      if (!isBlank(cells[column])) return true;
    return false;
  };
  const longer = kept.filter(isLonger);
  const notes = cutNotes(rows, headerRow, kept);
  if (longer.length === 0) return { kept, issues: [], notes };
  if (longer.length > FEW * kept.length)
    return { kept, issues: [], notes: [...notes, longNote(longer, width)] };
  const bad = new Set(longer);
  return {
    kept: kept.filter((row) => !bad.has(row)),
    issues: longer.map((row) => ({
      table: sheet,
      row: row + 1,
      message: `The row has ${rows[row]?.length} values, but the header has ${width} columns; a value seems to hold the delimiter without quotes.`,
      remedy: "Put the value in quotation marks, or export again.",
      rejected: true,
    })),
    notes,
  };
}

function cutNotes(
  rows: readonly (readonly Cell[])[],
  headerRow: number,
  kept: readonly number[],
): string[] {
  const header = rows[headerRow] ?? [];
  let width = header.length;
  while (width > 0 && isBlank(header[width - 1])) width--;
  const cut = kept.filter((row) => (rows[row]?.length ?? 0) < width);
  if (cut.length === 0) return [];
  return [
    cut.length === 1
      ? `Row ${listed(cut)} ends before its last columns, which were taken as blank.`
      : `${cut.length} rows end before their last columns, which were taken as blank: rows ${listed(cut)}.`,
  ];
}

/** Many longer rows may be those of a header that is too short, or of values with the delimiter in them. */
function longNote(longer: readonly number[], width: number): string {
  const found =
    longer.length === 1
      ? `Row ${listed(longer)} has`
      : `${longer.length} rows (${listed(longer)}) have`;
  return `${found} more values than the header has columns (${width}): what stands behind the last heading was left out. Look whether a value holds the delimiter without quotation marks, so that those behind it are in the wrong columns.`;
}

function listed(rows: readonly number[]): string {
  const some = rows.slice(0, SHOWN).map((row) => row + 1);
  return `${some.join(", ")}${rows.length > SHOWN ? ", …" : ""}`;
}
