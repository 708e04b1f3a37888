import { type Cell, isBlank } from "../tables/reading/cell.ts";
import { shown } from "../tables/reading/columnReading.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { cellOf, isEmpty, noHeader } from "./form.ts";
import { type Input, readInput } from "./input.ts";
import { plainName } from "./name.ts";
import { badCell, badRow } from "./problem.ts";
import type { SettingCells, SheetColumn } from "./subject.ts";

type ListColumn<T> = {
  readonly label: string;
  readonly about: string;
  readonly width: number;
  readonly input: Input<NonNullable<T>>;
  /** What a blank cell means. */
  readonly default: T;
  /** A row that lacks it, or has it unreadable, is left out. */
  readonly needed?: true;
};

/** One column for each property, in the order of the sheet. */
export type List<Row> = { readonly [Name in keyof Row]-?: ListColumn<Row[Name]> };

export type ListRow<Row> = { readonly rowNumber: number; readonly row: Row };

type Entry<Row> = readonly [keyof Row & string, ListColumn<unknown>];

function columnsOf<Row>(list: List<Row>): Entry<Row>[] {
  return Object.entries(list) as unknown as Entry<Row>[];
}

export function sheetColumns<Row>(list: List<Row>): SheetColumn[] {
  return columnsOf(list).map(([, { label, about, width, input }]) => ({
    label,
    about,
    width,
    input,
  }));
}

export function listRow<Row>(list: List<Row>, row: Row): Cell[] {
  return columnsOf(list).map(([field, { input }]) =>
    cellOf(input, row[field] as NonNullable<unknown>),
  );
}

/** What a column of shares is written in; undefined when it mixes both. `25%` says so itself and does not count. */
function shareUnit(values: readonly Cell[]): number | undefined {
  const numbers = values.filter((cell) => typeof cell === "number");
  const percents = numbers.some((value) => value > 1);
  if (!percents) return 1;
  return numbers.some((value) => value > 0 && value < 1) ? undefined : 100;
}

/** Where each field's column is; the first of two equal headings counts. */
function positions<Row>(list: List<Row>, header: readonly Cell[]): Map<string, number> {
  const names = header.map(plainName);
  const found = new Map<string, number>();
  for (const [field, { label }] of columnsOf(list)) {
    const at = [plainName(label), plainName(field)].map((name) => names.indexOf(name));
    const first = at.find((index) => index >= 0);
    if (first !== undefined) found.set(field, first);
  }
  return found;
}

/** Columns of shares turned into fractions: 60 and 100 in one column are percents. */
function unified<Row>(
  sheet: string,
  list: List<Row>,
  at: ReadonlyMap<string, number>,
  rows: SettingCells,
): { rows: SettingCells; issues: Issue[] } {
  const issues: Issue[] = [];
  const units = new Map<number, number | undefined>();
  for (const [field, { label, input }] of columnsOf(list)) {
    const index = at.get(field);
    if (input.kind !== "fraction" || index === undefined) continue;
    const unit = shareUnit(rows.map((row) => row[index]));
    if (unit === 1) continue;
    units.set(index, unit);
    if (unit === undefined) {
      const message = "The column mixes shares such as 0.6 with percents such as 60.";
      issues.push({
        ...badCell({ sheet, row: 1, column: label }, "", input.expected, ""),
        message,
        remedy: "Write all of them as 60% or all as 0.6; until then the column counts as blank.",
      });
    }
  }
  if (units.size === 0) return { rows, issues };
  const converted = (cell: Cell, index: number): Cell => {
    if (!units.has(index) || typeof cell !== "number") return cell;
    const unit = units.get(index);
    return unit === undefined ? "" : cell / unit;
  };
  return { rows: rows.map((row) => row.map(converted)), issues };
}

/** One row; undefined when it has to be left out. */
function readRow<Row>(
  sheet: string,
  list: List<Row>,
  at: ReadonlyMap<string, number>,
  cells: readonly Cell[],
  rowNumber: number,
  issues: Issue[],
): Row | undefined {
  const row: Record<string, unknown> = {};
  for (const [field, { label, input, default: standard, needed }] of columnsOf(list)) {
    const index = at.get(field);
    const cell = index === undefined ? undefined : cells[index];
    const place = { sheet, row: rowNumber, column: label };
    row[field] = standard;
    if (isBlank(cell)) {
      if (!needed) continue;
      issues.push(
        badRow(place, "", `${label} is blank.`, `Type ${input.expected}, or delete the row.`),
      );
      return undefined;
    }
    const checked = readInput(input, cell);
    if (checked.ok) row[field] = checked.value;
    else if (needed) {
      const message = `Found "${shown(cell)}", expected ${checked.expected}.`;
      issues.push(
        badRow(place, cell, message, `Type ${checked.expected}; until then the row is ignored.`),
      );
      return undefined;
    } else issues.push(badCell(place, cell, checked.expected, cellOf(input, standard)));
  }
  return row as Row;
}

/** Reads a list with a header row; unknown columns are the user's own. Undefined rows: nothing there to read. */
export function readList<Row>(
  sheet: string,
  list: List<Row>,
  cells: SettingCells | undefined,
): { rows: ListRow<Row>[] | undefined; issues: Issue[] } {
  if (isEmpty(cells)) return { rows: undefined, issues: [] };
  const at = positions(list, cells[0] ?? []);
  const needed = columnsOf(list).filter(([, column]) => column.needed);
  if (needed.some(([field]) => !at.has(field))) {
    const labels = needed.map(([, { label }]) => label);
    return { rows: undefined, issues: [noHeader(sheet, cells, labels)] };
  }
  const { rows, issues } = unified(sheet, list, at, cells.slice(1));
  const read: ListRow<Row>[] = [];
  rows.forEach((row, index) => {
    const known = [...at.values()].some((column) => !isBlank(row[column]));
    const value = known ? readRow(sheet, list, at, row, index + 2, issues) : undefined;
    if (value) read.push({ rowNumber: index + 2, row: value });
  });
  return { rows: read, issues };
}
