import { columnLetter } from "../layout/a1.ts";
import { PAPER, TEXT, UNTOUCHED } from "../layout/palette.ts";
import type { Entered, PlanStyle } from "../layout/sheetPlan.ts";
import type { Base, BaseRow, Belonging } from "./base.ts";
import { cellIdOf, enteredOf, shownOf } from "./base.ts";
import { sameEntered } from "./sameEntered.ts";
import type { SheetState } from "./sheetState.ts";
import { lookBeyond } from "./sheetState.ts";

/** A row that a person added: where it hangs, and what is in it by sheet column. */
export type AddedRow = {
  /** Id of the generated row above it; undefined: above everything; `""`: below everything. */
  readonly after: string | undefined;
  readonly at: number;
};

export type Collected = {
  readonly belongings: readonly Belonging[];
  readonly added: readonly AddedRow[];
};

/** Rows that the merge itself writes; typing over those is not kept. */
function isMergeRow(id: string): boolean {
  return id.startsWith("changes/") || id.startsWith("kept/");
}

const OWN_LOOK = { background: PAPER, colour: TEXT, bold: false, pattern: "" };

function hasContent(state: SheetState, row: number, key: number | undefined): boolean {
  const entered = state.entered[row] ?? [];
  return (
    entered.some((value, column) => value !== "" && column !== key) ||
    (state.notes[row] ?? []).some((note) => note !== "")
  );
}

type Place = {
  readonly key: () => string;
  readonly where: () => { record: string; part: string };
  readonly written: Entered;
  readonly shown: Entered;
  readonly style: PlanStyle | undefined;
};

function whereOf(
  row: BaseRow,
  id: string | undefined,
  labels: Readonly<Record<string, string>>,
): { record: string; part: string } {
  if (id === undefined || id === row.id) return { record: row.label, part: "" };
  const whole = labels[id];
  if (whole !== undefined) return { record: whole, part: "" };
  const last = id.slice(row.id.length + 1);
  const table = row.group ?? row.id.split("/")[0] ?? "";
  return { record: row.label, part: labels[`${table}/${last}`] ?? last };
}

/** What the report has at a place of the sheet. */
function placeOf(
  base: Base,
  row: BaseRow,
  grid: number | undefined,
  column: number,
  labels: Readonly<Record<string, string>>,
): Place {
  if (grid === undefined) {
    return {
      key: () => `${row.id}@${column}`,
      where: () => ({ record: row.label, part: `column ${columnLetter(column + 1)}` }),
      written: "",
      shown: "",
      style: undefined,
    };
  }
  const cell = row.cells[grid] ?? "";
  return {
    key: () => cellIdOf(base, row, grid) ?? `${row.id}#${grid}`,
    where: () => whereOf(row, cellIdOf(base, row, grid), labels),
    written: enteredOf(cell),
    shown: shownOf(cell),
    style: base.styles[base.shapes[row.shape]?.styles[grid] ?? 0],
  };
}

function belongingAt(
  state: SheetState,
  at: { row: number; column: number },
  place: Place,
  rowId: string,
  moved: boolean,
): Belonging | undefined {
  const { row, column } = at;
  const found = state.entered[row]?.[column] ?? "";
  // A generated cell that was cleared gets the report's value again.
  const typed = found !== "" && !isMergeRow(rowId) && !sameEntered(place.written, found, moved);
  const note = state.notes[row]?.[column] ?? "";
  const given = place.style ?? OWN_LOOK;
  const look = lookBeyond(
    state,
    row,
    column,
    place.style ? given : { ...given, colour: untouched(state, row, column) },
  );
  if (!typed && note === "" && look === undefined) return undefined;
  return {
    key: place.key(),
    row: rowId,
    ...place.where(),
    atRow: row,
    atColumn: column,
    ...(typed ? { entered: found, shown: state.shown[row]?.[column] ?? found } : {}),
    ...(typed && place.written !== "" ? { over: place.shown } : {}),
    ...(note !== "" ? { note } : {}),
    ...(look ? { look } : {}),
  };
}

function untouched(state: SheetState, row: number, column: number): string {
  const colour = (state.colours[row]?.[column] ?? "").toLowerCase();
  return colour === UNTOUCHED ? colour : TEXT;
}

/** Rows that nobody generated: with content, or blank between others below the report. */
function addedRows(
  base: Base,
  state: SheetState,
  match: readonly number[],
  key: number | undefined,
): AddedRow[] {
  const lastMatched = match.reduce((last, index, row) => (index >= 0 ? row : last), -1);
  const added: AddedRow[] = [];
  let above: string | undefined;
  for (const [at, index] of match.entries()) {
    if (index >= 0) above = base.rows[index]?.id;
    else if (at > lastMatched) added.push({ after: "", at });
    else if (hasContent(state, at, key)) added.push({ after: above, at });
  }
  while (added.length > 0 && !hasContent(state, added[added.length - 1]?.at ?? 0, key)) added.pop();
  return added;
}

/** Everything on the sheet that the report did not write, and the id of what it belongs to. */
export function collect(
  base: Base,
  state: SheetState,
  columns: readonly (number | undefined)[],
  match: readonly number[],
  moved: boolean,
  columnLabels: Readonly<Record<string, string>>,
): Collected {
  const key = columns[columns.length - 1];
  const gridOf = new Map<number, number>();
  for (const [grid, column] of columns.slice(0, -1).entries()) {
    if (column !== undefined) gridOf.set(column, grid);
  }
  const belongings: Belonging[] = [];
  for (const [row, index] of match.entries()) {
    const written = base.rows[index];
    if (!written) continue;
    for (const column of (state.entered[row] ?? []).keys()) {
      if (column === key) continue;
      const place = placeOf(base, written, gridOf.get(column), column, columnLabels);
      const belonging = belongingAt(state, { row, column }, place, written.id, moved);
      if (belonging) belongings.push(belonging);
    }
  }
  return { belongings, added: addedRows(base, state, match, key) };
}
