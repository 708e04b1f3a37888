import type { Entered } from "../../reports/layout/sheetPlan.ts";
import type { Base } from "../../reports/merge/base.ts";
import type { PackedImage } from "../../reports/merge/packImage.ts";
import { packImage } from "../../reports/merge/packImage.ts";
import type { SheetImage } from "../../reports/merge/sheetImage.ts";
import type { SheetState } from "../../reports/merge/sheetState.ts";

/** What is remembered of a run: the sheet before it, and what it generated. */
export type RunEntry = {
  /** Null: the run made the sheet. */
  readonly before: PackedImage | null;
  readonly base: Base;
};

export function runEntryText(before: SheetImage | undefined, base: Base): string {
  const entry: RunEntry = { before: before ? packImage(before) : null, base };
  return JSON.stringify(entry);
}

export function readRunEntry(text: string): RunEntry | undefined {
  try {
    return JSON.parse(text) as RunEntry;
  } catch {
    return undefined;
  }
}

const MARK = /^(.*)\|run (\d+)$/;

/** Row ids with the number of the run in the first one: it tells whether a run got as far as its values. */
export function withRunMark(image: SheetImage, keyColumn: number, run: number): SheetImage {
  const entered = image.entered.map((row, at) => {
    if (at > 0) return row;
    const marked = [...row];
    marked[keyColumn] = `${String(row[keyColumn]).replace(MARK, "$1")}|run ${run}`;
    return marked;
  });
  return { ...image, entered };
}

/** The column of the run's mark; -1 when there is none. */
export function runMarkColumn(firstRow: readonly Entered[]): number {
  return firstRow.findIndex((value) => typeof value === "string" && MARK.test(value));
}

/** The run that last wrote the sheet, and the sheet without the mark. */
export function takeRunMark(state: SheetState): { run: number | undefined; state: SheetState } {
  let run: number | undefined;
  const entered = state.entered.map((row) =>
    row.some((value) => typeof value === "string" && MARK.test(value))
      ? row.map((value) => {
          const match = typeof value === "string" ? MARK.exec(value) : null;
          if (!match) return value;
          run = Number(match[2]);
          return match[1] ?? "";
        })
      : row,
  );
  return { run, state: { ...state, entered } };
}
