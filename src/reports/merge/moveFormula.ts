import type { ReferenceEnd } from "./references.ts";
import { mapReferences } from "./references.ts";

/** Where the rows of a sheet went; rows are 1-based. */
export type RowMoves = {
  /** New row of an old one; undefined: it is gone. */
  readonly rowOf: (row: number) => number | undefined;
  /** New first or last row of the table whose first or last row this was. */
  readonly edgeOf: (row: number, side: "first" | "last") => number | undefined;
};

/**
 * A formula whose references follow their rows. A range that reaches to a table's first or last row still does when
 * the table grew or was put in another order; a reference to a row that is gone stays as it is.
 */
export function moveFormula(formula: string, moves: RowMoves): string {
  const moved = (end: ReferenceEnd, side?: "first" | "last"): ReferenceEnd => {
    if (end.row === undefined) return end;
    const row = (side && moves.edgeOf(end.row, side)) ?? moves.rowOf(end.row) ?? end.row;
    return { ...end, row };
  };
  return mapReferences(formula, (start, end) => {
    if (!end) return [moved(start)];
    if (end.row === start.row) return [moved(start), moved(end)];
    const [first, last] = [moved(start, "first"), moved(end, "last")];
    const upsideDown = first.row !== undefined && last.row !== undefined && first.row > last.row;
    return upsideDown
      ? [
          { ...first, row: last.row },
          { ...last, row: first.row },
        ]
      : [first, last];
  });
}
