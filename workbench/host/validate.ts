import { cellName, overlaps, parseAddress } from "./a1.ts";
import { isInside } from "./grid.ts";
import type { HostState } from "./hostState.ts";
import { ServiceError } from "./serviceError.ts";
import type { Area, CellValue, SheetData, ValidationRule } from "./workbook.ts";

/** Refuses values that break a validation rule which allows no invalid data; scripts are refused like people. */
export function demandValid(
  state: HostState,
  sheet: SheetData,
  area: Area,
  valueAt: (row: number, column: number) => CellValue | undefined,
): void {
  for (const rule of sheet.validations) {
    if (rule.allowInvalid || !overlaps(rule.area, area)) continue;
    const accepts = acceptance(state, rule);
    const lastRow = Math.min(rule.area.row + rule.area.rows, area.row + area.rows);
    const lastColumn = Math.min(rule.area.column + rule.area.columns, area.column + area.columns);
    for (let row = Math.max(rule.area.row, area.row); row < lastRow; row++) {
      for (let column = Math.max(rule.area.column, area.column); column < lastColumn; column++) {
        const value = valueAt(row, column);
        if (value === undefined || value === null || accepts(value)) continue;
        throw new ServiceError(
          `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.`,
          true,
        );
      }
    }
  }
}

export function ruleAt(sheet: SheetData, row: number, column: number): ValidationRule | undefined {
  return sheet.validations.find(({ area }) => isInside(row, column, area));
}

const textOf = (value: unknown) => String(value).trim().toLowerCase();

function acceptance(state: HostState, rule: ValidationRule): (value: CellValue) => boolean {
  const { criteria, values } = rule;
  if (criteria === "VALUE_IN_LIST") return memberOf(values.map(textOf));
  if (criteria === "VALUE_IN_RANGE") return memberOf(rangeTexts(state, String(values[0])));
  if (criteria === "CHECKBOX") {
    return (value) =>
      values.length > 0 ? values.includes(value as boolean) : typeof value === "boolean";
  }
  if (criteria === "TEXT_IS_VALID_EMAIL")
    return (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value));
  if (criteria === "TEXT_CONTAINS") return (value) => textOf(value).includes(textOf(values[0]));
  if (criteria === "TEXT_EQUAL_TO") return (value) => textOf(value) === textOf(values[0]);
  const match = /^(NUMBER|DATE)_(.+)$/.exec(criteria);
  if (!match) return () => true;
  const [low = 0, high = 0] = values.map(Number);
  const compare = COMPARISONS[match[2] ?? ""];
  return (value) => typeof value === "number" && (compare?.(value, low, high) ?? true);
}

const COMPARISONS: Record<string, (value: number, low: number, high: number) => boolean> = {
  BETWEEN: (value, low, high) => value >= low && value <= high,
  NOT_BETWEEN: (value, low, high) => value < low || value > high,
  GREATER_THAN: (value, low) => value > low,
  GREATER_THAN_OR_EQUAL_TO: (value, low) => value >= low,
  LESS_THAN: (value, low) => value < low,
  LESS_THAN_OR_EQUAL_TO: (value, low) => value <= low,
  EQUAL_TO: (value, low) => value === low,
  NOT_EQUAL_TO: (value, low) => value !== low,
  AFTER: (value, low) => value > low,
  ON_OR_AFTER: (value, low) => value >= low,
  BEFORE: (value, low) => value < low,
  ON_OR_BEFORE: (value, low) => value <= low,
};

function memberOf(texts: readonly string[]): (value: CellValue) => boolean {
  const set = new Set(texts);
  return (value) => set.has(textOf(value));
}

/** The texts of a range such as `='Lists'!$A$2:$A$9` that a rule allows. */
function rangeTexts(state: HostState, formula: string): string[] {
  const named = parseAddress(formula.replace(/^=/, ""), { rows: 1_000_000, columns: 18_278 });
  const sheet = state.workbook.sheets.find(({ name }) => name === named?.sheet);
  if (!named || !sheet) return [];
  const texts: string[] = [];
  const last = Math.min(named.area.row - 1 + named.area.rows, sheet.values.length);
  for (let row = named.area.row - 1; row < last; row++) {
    for (let column = 0; column < named.area.columns; column++) {
      const value = sheet.values[row]?.[named.area.column - 1 + column];
      if (value !== undefined && value !== null) texts.push(textOf(value));
    }
  }
  return texts;
}
