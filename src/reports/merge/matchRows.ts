import type { Entered } from "../layout/sheetPlan.ts";
import type { Base, BaseRow } from "./base.ts";
import { enteredOf } from "./base.ts";
import { formulaKey } from "./references.ts";
import type { SheetState } from "./sheetState.ts";

/** Values in more rows than this say nothing about which row they belong to. */
const COMMON = 40;

/** A cell as it compares between sheets whose rows moved. */
function comparable(value: Entered): string {
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  if (typeof value === "boolean") return String(value);
  return value.startsWith("=") ? formulaKey(value, true) : value;
}

function signature(cells: readonly string[]): string {
  return cells.join("\u0001");
}

type Candidate = { readonly row: number; readonly base: number; readonly votes: number };

type Values = readonly (readonly string[])[];

/** Left generated rows by the values they hold, for those that not too many share. */
function holdersOf(leftBase: readonly number[], written: Values): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const index of leftBase) {
    for (const [grid, value] of (written[index] ?? []).entries()) {
      if (value === "") continue;
      const key = `${grid}|${value}`;
      const list = holders.get(key);
      if (list) list.push(index);
      else holders.set(key, [index]);
    }
  }
  for (const [key, list] of holders) if (list.length > COMMON) holders.delete(key);
  return holders;
}

/** How many of a row's values each generated row holds. */
function votesOf(
  cells: readonly string[],
  holders: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  const votes = new Map<number, number>();
  for (const [grid, value] of cells.entries()) {
    for (const index of holders.get(`${grid}|${value}`) ?? []) {
      votes.set(index, (votes.get(index) ?? 0) + 1);
    }
  }
  return votes;
}

/** Best guesses for rows in which a person changed something: by the values that stayed, helped by the row id. */
function candidates(
  leftRows: readonly number[],
  leftBase: readonly number[],
  current: Values,
  written: Values,
  hints: readonly (number | undefined)[],
): Candidate[] {
  const holders = holdersOf(leftBase, written);
  const open = new Set(leftBase);
  const found: Candidate[] = [];
  for (const row of leftRows) {
    const votes = votesOf(current[row] ?? [], holders);
    const hint = hints[row];
    if (hint !== undefined && open.has(hint)) votes.set(hint, (votes.get(hint) ?? 0) + 0.6);
    for (const [base, count] of votes) {
      const filled = (written[base] ?? []).filter((value) => value !== "").length;
      if (base === hint || count >= Math.max(1, filled / 2))
        found.push({ row, base, votes: count });
    }
  }
  return found.sort((one, other) => other.votes - one.votes || one.row - other.row);
}

/** Free generated rows by everything they say, in order; blank rows say nothing. */
function freeBySignature(
  signatures: readonly string[],
  taken: Uint8Array,
  blank: string,
): Map<string, number[]> {
  const free = new Map<string, number[]>();
  for (let index = signatures.length - 1; index >= 0; index--) {
    const text = signatures[index] ?? blank;
    if (taken[index] === 1 || text === blank) continue;
    const list = free.get(text);
    if (list) list.push(index);
    else free.set(text, [index]);
  }
  return free;
}

/** Whether a row of the sheet holds to the letter what was written in it. */
function isUntouched(
  row: BaseRow | undefined,
  cells: readonly Entered[] | undefined,
  columns: readonly (number | undefined)[],
): boolean {
  if (row === undefined || cells === undefined) return false;
  for (let index = 0; index < columns.length - 1; index++) {
    const column = columns[index];
    const found = column === undefined ? "" : (cells[column] ?? "");
    if (enteredOf(row.cells[index] ?? "") !== found) return false;
  }
  return true;
}

/**
 * For each row of the sheet the generated row it is now, or -1 for a row that a person added. The hidden ids decide
 * where they agree with the contents; when only the visible columns were sorted, the contents decide.
 */
export function matchRows(
  base: Base,
  state: SheetState,
  columns: readonly (number | undefined)[],
): number[] {
  const grid = base.columns.length - 1;
  const key = columns[grid];
  const byId = new Map(base.rows.map(({ id }, index) => [`'${id}`, index]));
  const hintOf = (row: number): number | undefined =>
    key === undefined ? undefined : byId.get(String(state.entered[row]?.[key]));
  const match = new Array<number>(state.entered.length).fill(-1);
  const taken = new Uint8Array(base.rows.length);
  const take = (row: number, index: number | undefined) => {
    if (index === undefined || taken[index] === 1 || match[row] !== -1) return;
    match[row] = index;
    taken[index] = 1;
  };
  const hints = state.entered.map((_, row) => hintOf(row));
  // Most rows stand as they were written, which is seen without a word of theirs being looked at.
  for (const [row, hint] of hints.entries())
    if (hint !== undefined && isUntouched(base.rows[hint], state.entered[row], columns))
      take(row, hint);
  const written = base.rows.map((row: BaseRow, index) =>
    taken[index] === 1
      ? []
      : Array.from({ length: grid }, (_, at) => comparable(enteredOf(row.cells[at] ?? ""))),
  );
  const current = state.entered.map((cells, row) =>
    match[row] !== -1
      ? []
      : Array.from({ length: grid }, (_, index) => {
          const column = columns[index];
          return column === undefined ? "" : comparable(cells[column] ?? "");
        }),
  );
  const signatures = written.map(signature);
  const found = current.map(signature);
  for (const [row, hint] of hints.entries())
    if (hint !== undefined && signatures[hint] === found[row]) take(row, hint);
  const blank = signature(new Array<string>(grid).fill(""));
  const free = freeBySignature(signatures, taken, blank);
  for (const [row, text] of found.entries())
    if (match[row] === -1) take(row, free.get(text)?.pop());
  const leftRows = [...match.keys()].filter((row) => match[row] === -1);
  const leftBase = [...signatures.keys()].filter((index) => taken[index] === 0);
  for (const { row, base: index } of candidates(leftRows, leftBase, current, written, hints))
    take(row, index);
  return match;
}
