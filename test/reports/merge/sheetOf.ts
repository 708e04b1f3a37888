import { typedIn } from "../../../src/reports/layout/entered.ts";
import type { Entered } from "../../../src/reports/layout/sheetPlan.ts";
import type { MergedSheet } from "../../../src/reports/merge/mergedSheet.ts";
import { mapReferences } from "../../../src/reports/merge/references.ts";
import type { SheetState } from "../../../src/reports/merge/sheetState.ts";

/** What a sheet would say about itself after a merge was written to it. */
export function sheetOf(merged: MergedSheet): SheetState {
  const each = <T>(of: (style: MergedSheet["styles"][number]) => T): T[][] =>
    merged.look.map((row) => row.map((index) => of(merged.styles[index]!)));
  return {
    entered: merged.entered.map((row) =>
      row.map((value) => {
        const typed = typedIn(value);
        return typeof typed === "string" && typed !== "" && !/^[=']/.test(typed)
          ? `'${typed}`
          : typed;
      }),
    ),
    shown: merged.entered.map((row) => [...row]),
    notes: merged.notes.map((row) => [...row]),
    backgrounds: each(({ background }) => background),
    colours: each(({ colour }) => colour),
    bold: each(({ bold }) => bold),
    patterns: each(({ pattern }) => pattern),
  };
}

const MATRICES = [
  "entered",
  "shown",
  "notes",
  "backgrounds",
  "colours",
  "bold",
  "patterns",
] as const;
const BLANK = {
  entered: "",
  shown: "",
  notes: "",
  backgrounds: "#ffffff",
  colours: "#000000",
  bold: false,
  patterns: "",
};

type Rows = Record<(typeof MATRICES)[number], unknown[][]>;

/** Moves references as a spreadsheet does when rows are inserted at, or columns before, a place (1-based). */
function shift(state: SheetState, row: number, column: number): void {
  for (const cells of state.entered) {
    for (const [index, value] of cells.entries()) {
      if (typeof value !== "string" || !value.startsWith("=")) continue;
      cells[index] = mapReferences(value, (start, end) => {
        const moved = <End extends typeof start>(at: End): End => ({
          ...at,
          column: at.column >= column ? at.column + 1 : at.column,
          row: at.row !== undefined && at.row >= row ? at.row + 1 : at.row,
        });
        return end ? [moved(start), moved(end)] : [moved(start)];
      });
    }
  }
}

/** A person inserts a blank row above a row (0-based). */
export function insertRow(state: SheetState, at: number): void {
  shift(state, at + 1, Number.POSITIVE_INFINITY);
  for (const name of MATRICES) {
    const rows = (state as unknown as Rows)[name];
    rows.splice(
      at,
      0,
      (rows[0] ?? []).map(() => BLANK[name]),
    );
  }
}

/** A person inserts a blank column left of a column (0-based). */
export function insertColumn(state: SheetState, at: number): void {
  shift(state, Number.POSITIVE_INFINITY, at + 1);
  for (const name of MATRICES)
    for (const row of (state as unknown as Rows)[name]) row.splice(at, 0, BLANK[name]);
}

/** A person uses columns further right. */
export function widen(state: SheetState, columns: number): void {
  for (const name of MATRICES) {
    for (const row of (state as unknown as Rows)[name])
      while (row.length < columns) row.push(BLANK[name]);
  }
}

/** A person sorts some rows (0-based, both ends included) over some columns; own-row references follow, as in Sheets. */
export function reorder(
  state: SheetState,
  first: number,
  order: readonly number[],
  columns: readonly number[],
): void {
  for (const name of MATRICES) {
    const rows = (state as unknown as Rows)[name];
    const old = rows.map((row) => [...row]);
    for (const [index, from] of order.entries()) {
      for (const column of columns) {
        let value = old[first + from]![column];
        if (name === "entered" && typeof value === "string" && value.startsWith("=")) {
          value = mapReferences(value, (start, end) => {
            const moved = <End extends typeof start>(at: End): End =>
              at.row === first + from + 1 && !at.fixedRow ? { ...at, row: first + index + 1 } : at;
            return end ? [moved(start), moved(end)] : [moved(start)];
          });
        }
        rows[first + index]![column] = value;
      }
    }
  }
}

/** A person types, notes or colours a cell (0-based). */
export function edit(
  state: SheetState,
  row: number,
  column: number,
  change: { value?: Entered; note?: string; background?: string },
): void {
  widen(state, column + 1);
  if (change.value !== undefined) {
    state.entered[row]![column] = change.value;
    state.shown[row]![column] = change.value;
  }
  if (change.note !== undefined) state.notes[row]![column] = change.note;
  if (change.background !== undefined) state.backgrounds[row]![column] = change.background;
}

/** Row (0-based) whose hidden id this is. */
export function rowOf(sheet: { entered: readonly (readonly Entered[])[] }, id: string): number {
  return sheet.entered.findIndex((row) => row.includes(`'${id}`));
}
