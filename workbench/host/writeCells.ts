import type { Execution } from "./execution.ts";
import { clearGrid, demandLength, place } from "./grid.ts";
import type { HostState } from "./hostState.ts";
import { type Entry, parseEntry } from "./parseEntry.ts";
import { ServiceError } from "./serviceError.ts";
import { internStyle, restyle } from "./styles.ts";
import { demandValid } from "./validate.ts";
import type { Area, CellValue, SheetData } from "./workbook.ts";
import { serialOfInstant } from "./zone.ts";

const BLANK: Entry = { value: null };
const NOT_A_NUMBER: Entry = { value: { error: "#NUM!", message: "" } };

/** Texts repeat down a column, so what they mean is remembered, up to a point. */
const REMEMBERED = 10_000;

/** Reads values that a script writes into what cells get. */
function entryReader(state: HostState): (value: unknown, isText: boolean) => Entry {
  const { facts, thisYear } = state;
  const known = new Map<string, Entry>();
  const typed = (text: string): Entry => {
    const entry = known.get(text);
    if (entry) return entry;
    const made = parseEntry(text, facts, thisYear);
    if (known.size < REMEMBERED) known.set(text, made);
    return made;
  };
  return (value, isText) => {
    switch (typeof value) {
      case "string":
        demandLength(value);
        if (value === "") return BLANK;
        return isText ? { value } : typed(value);
      case "number":
        return Number.isFinite(value) ? { value: value === 0 ? 0 : value } : NOT_A_NUMBER;
      case "boolean":
        return { value };
      case "undefined":
        return BLANK;
    }
    if (value === null) return BLANK;
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    if (tag === "Date") return dateEntry(state, value as Date);
    throw new ServiceError(`Cannot convert ${tag} to a cell value.`);
  };
}

function dateEntry({ workbook, facts }: HostState, date: Date): Entry {
  const instant = date.getTime();
  if (Number.isNaN(instant)) return NOT_A_NUMBER;
  const serial = Math.round(serialOfInstant(instant, workbook.timeZone) * 86_400_000) / 86_400_000;
  return {
    value: serial,
    format: Number.isInteger(serial) ? facts.datePattern : facts.dateTimePattern,
  };
}

/** Writes a rectangle of values as `setValues` does; a refusal leaves every cell as it was. */
export function writeValues(
  run: Execution,
  sheet: SheetData,
  area: Area,
  data: readonly (readonly unknown[])[],
): void {
  const { state } = run;
  const { workbook } = state;
  const textStyles = new Set<number>();
  const formatted = new Set<number>();
  for (const [index, style] of workbook.styles.entries()) {
    if (style.numberFormat === "@") textStyles.add(index);
    if (style.numberFormat !== undefined) formatted.add(index);
  }
  const entryOf = entryReader(state);
  const values: (CellValue | undefined)[][] = [];
  const formulas: { row: number; column: number; formula: string }[] = [];
  const formats: { row: number; column: number; format: string }[] = [];
  for (let row = 0; row < area.rows; row++) {
    const source = data[row] ?? [];
    const styles = sheet.styles[area.row - 1 + row];
    const cells = new Array<CellValue | undefined>(area.columns);
    for (let column = 0; column < area.columns; column++) {
      const style = styles?.[area.column - 1 + column];
      const entry = entryOf(source[column], style !== undefined && textStyles.has(style));
      cells[column] = entry.value ?? undefined;
      if (entry.formula !== undefined) formulas.push({ row, column, formula: entry.formula });
      if (entry.format !== undefined && !(style !== undefined && formatted.has(style))) {
        formats.push({ row, column, format: entry.format });
      }
    }
    values.push(cells);
  }
  demandValid(state, sheet, area, (row, column) => values[row - area.row]?.[column - area.column]);
  putValues(sheet, area, values);
  clearGrid(sheet.formulas, area);
  for (const { row, column, formula } of formulas)
    place(sheet.formulas, area.row + row, area.column + column, formula);
  giveFormats(state, sheet, area, formats);
  state.changed(sheet);
}

function putValues(
  sheet: SheetData,
  area: Area,
  values: readonly (CellValue | undefined)[][],
): void {
  for (let index = sheet.values.length; index < area.row - 1 + area.rows; index++)
    sheet.values[index] = [];
  for (let row = 0; row < area.rows; row++) {
    const source = values[row] ?? [];
    const index = area.row - 1 + row;
    const target = sheet.values[index];
    if (!target || (area.column === 1 && target.length <= area.columns)) {
      sheet.values[index] =
        area.column === 1
          ? source
          : [...new Array<undefined>(area.column - 1).fill(undefined), ...source];
      continue;
    }
    for (let column = target.length; column < area.column - 1; column++) target[column] = undefined;
    for (let column = 0; column < area.columns; column++)
      target[area.column - 1 + column] = source[column];
  }
}

/** A date, percentage or amount typed into a cell without a format brings its own. */
function giveFormats(
  { workbook }: HostState,
  sheet: SheetData,
  area: Area,
  formats: readonly { row: number; column: number; format: string }[],
): void {
  const made = new Map<string, number | undefined>();
  for (const { row, column, format } of formats) {
    const old = sheet.styles[area.row - 1 + row]?.[area.column - 1 + column];
    const key = `${old ?? ""} ${format}`;
    let style = made.get(key);
    if (style === undefined) {
      const base = old === undefined ? {} : workbook.styles[old];
      style = internStyle(workbook, { ...base, numberFormat: format });
      made.set(key, style);
    }
    place(sheet.styles, area.row + row, area.column + column, style);
  }
}

export function writeFormulas(
  run: Execution,
  sheet: SheetData,
  area: Area,
  data: readonly (readonly string[])[],
): void {
  for (const cells of data) for (const formula of cells) demandLength(formula);
  clearGrid(sheet.formulas, area);
  clearGrid(sheet.values, area);
  for (const [row, cells] of data.entries()) {
    for (const [column, formula] of cells.entries()) {
      if (formula === "") continue;
      const text = formula.startsWith("=") ? formula : `=${formula}`;
      place(sheet.formulas, area.row + row, area.column + column, text);
    }
  }
  run.state.changed(sheet);
}

export function clearContent(run: Execution, sheet: SheetData, area: Area): void {
  clearGrid(sheet.values, area);
  clearGrid(sheet.formulas, area);
  run.state.changed(sheet);
}

export function clearFormat(run: Execution, sheet: SheetData, area: Area): void {
  restyle(
    run.state.workbook,
    sheet,
    area,
    () => 0,
    () => ({}),
  );
}
