import { type Cell, isBlank } from "../tables/reading/cell.ts";
import { shown } from "../tables/reading/columnReading.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { type Input, readInput } from "./input.ts";
import { text } from "./inputs.ts";
import { plainName } from "./name.ts";
import { badCell, badRow } from "./problem.ts";
import type { Read, SettingCells, SettingLine, SheetColumn } from "./subject.ts";

type FormField<T> = {
  readonly label: string;
  readonly about: string;
  /** Where the default comes from, in words. */
  readonly source: string;
  readonly input: Input<NonNullable<T>>;
  readonly default: T;
};

/** One field for each property, in the order of the sheet: a property without a field does not compile. */
export type Form<Value> = { readonly [Name in keyof Value]-?: FormField<Value[Name]> };

/** Settings that only make sense together: when they contradict each other, all of them count as their defaults. */
export type Agreement<Value> = {
  readonly fields: readonly (keyof Value & string)[];
  readonly holds: (value: Value) => boolean;
  readonly expected: string;
};

/** What a line of the sheet says, wherever its columns are. */
export type Line = { readonly row: number; readonly name: Cell; readonly value: Cell };

export const formColumns: readonly SheetColumn[] = [
  { label: "Setting", about: "What is set; do not rename it.", width: 215 },
  { label: "Value", about: "Type your own value here; blank means the default.", width: 130 },
  { label: "About", about: "What the setting does.", width: 480 },
  { label: "Source", about: "Where the default comes from.", width: 330 },
];

/** The lines of a form; undefined when its header row is missing. */
export function formLines(cells: SettingCells): Line[] | undefined {
  const header = (cells[0] ?? []).map(plainName);
  const [name, value] = [header.indexOf("setting"), header.indexOf("value")];
  if (name < 0 || value < 0) return undefined;
  return cells
    .slice(1)
    .map((row, index) => ({ row: index + 2, name: row[name], value: row[value] }));
}

function fieldsOf<Value>(form: Form<Value>): [keyof Value & string, FormField<unknown>][] {
  return Object.entries(form) as [keyof Value & string, FormField<unknown>][];
}

export function defaultsOf<Value>(form: Form<Value>): Value {
  return Object.fromEntries(
    fieldsOf(form).map(([field, { default: value }]) => [field, value]),
  ) as Value;
}

export function linesOf<Value>(form: Form<Value>): SettingLine[] {
  return fieldsOf(form).map(([, { label, about, source, input }]) => ({
    label,
    about,
    source,
    input,
  }));
}

/** The cell of a field's value; undefined is a blank cell. */
export function cellOf<T>(input: Input<NonNullable<T>>, value: T): Cell {
  return value === undefined || value === null ? "" : input.toCell(value as NonNullable<T>);
}

/** The first filled line that bears a field's label or name. */
function lineFinder(lines: readonly Line[]): (field: string, label: string) => Line | undefined {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const name = plainName(line.name);
    if (name !== "" && !isBlank(line.value) && !found.has(name)) found.set(name, line);
  }
  return (field, label) => found.get(plainName(label)) ?? found.get(plainName(field));
}

/** Reads the lines that the form knows; others are the user's own and ignored. */
export function readLines<Value>(
  sheet: string,
  column: string,
  form: Form<Value>,
  lines: readonly Line[],
  agreements: readonly Agreement<Value>[] = [],
): Read<Value> {
  const issues: Issue[] = [];
  const lineOf = lineFinder(lines);
  const value: Record<string, unknown> = {};
  for (const [field, { label, input, default: standard }] of fieldsOf(form)) {
    const line = lineOf(field, label);
    value[field] = standard;
    if (!line) continue;
    const checked = readInput(input, line.value);
    if (checked.ok) value[field] = checked.value;
    else {
      const place = { sheet, row: line.row, column };
      issues.push(badCell(place, line.value, checked.expected, cellOf(input, standard)));
    }
  }
  for (const { fields, holds, expected } of agreements) {
    if (holds(value as Value)) continue;
    const line = fields.map((field) => lineOf(field, form[field].label)).find((one) => one);
    const place = { sheet, row: line?.row ?? 1, column };
    const names = fields.map((field) => form[field].label).join(", ");
    issues.push({
      ...badCell(place, line?.value, expected, ""),
      message: `${names} contradict each other: expected ${expected}.`,
      remedy: `Type ${expected}; until then their defaults are used.`,
    });
    for (const field of fields) value[field] = form[field].default;
  }
  return { value: value as Value, issues };
}

/** Reads a sheet `Setting | Value | About | Source`. */
export function readForm<Value>(
  sheet: string,
  form: Form<Value>,
  cells: SettingCells | undefined,
  agreements: readonly Agreement<Value>[] = [],
): Read<Value> {
  if (isEmpty(cells)) return { value: defaultsOf(form), issues: [] };
  const lines = formLines(cells);
  if (!lines)
    return { value: defaultsOf(form), issues: [noHeader(sheet, cells, ["Setting", "Value"])] };
  return readLines(sheet, "Value", form, lines, agreements);
}

export function formRows<Value>(form: Form<Value>, value: Value): Cell[][] {
  return fieldsOf(form).map(([field, { label, about, source, input }]) => [
    label,
    cellOf(input, value[field] as NonNullable<unknown>),
    about,
    source,
  ]);
}

/** True for a missing sheet or range, and for one without content. */
export function isEmpty(cells: SettingCells | undefined): cells is undefined {
  return cells === undefined || cells.every((row) => row.every(isBlank));
}

export function noHeader(sheet: string, cells: SettingCells, expected: readonly string[]): Issue {
  const place = { sheet, row: 1, column: expected[0] ?? "" };
  const headings = `the headings ${expected.join(", ")} in the first row`;
  const found = shown((cells[0] ?? []).map((cell) => text().fromCell(cell)).join(", "));
  return badRow(
    place,
    found,
    `Found "${found}", expected ${headings}.`,
    `Put back ${headings}; until then the defaults are used.`,
  );
}
