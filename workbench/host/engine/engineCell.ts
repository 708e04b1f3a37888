import type { FormulaCell } from "../formulas.ts";
import type { CellValue } from "../workbook.ts";
import { library } from "./library.ts";

/** Where a cell stands, 0-based, with the sheet's id as the library knows it. */
export type Position = { sheetId: string; col: number; row: number };

/** A value inside the engine: errors are strings such as `#N/A` with a message. */
export type EngineCell = {
  value: string | number | boolean | null;
  format?: string | undefined;
  message?: string | undefined;
  /** What the cell opens when it is clicked. */
  link?: string | undefined;
  /** Known for cells read from a sheet; a function's result is judged by its format. */
  isDate?: boolean;
  position?: Position;
};

/** A range as the library wants it: column by column. */
export type CellMatrix = EngineCell[][];

const DATE_FORMAT = "yyyy-mm-dd";

export const BLANK: EngineCell = Object.freeze({ value: null, isDate: false });

/** The library's error names that Sheets spells differently. */
const SHEETS_NAMES: Readonly<Record<string, string>> = {
  "#REF": "#REF!",
  "#CYCLE": "#REF!",
  "#SPILL!": "#REF!",
  "#ERROR": "#VALUE!",
  "#BAD_EXPR": "#ERROR!",
};

export function isMatrix(result: EngineCell | CellMatrix | undefined): result is CellMatrix {
  return Array.isArray(result);
}

export function isDateCell(cell: EngineCell): boolean {
  if (typeof cell.value !== "number") return false;
  if (cell.isDate !== undefined) return cell.isDate;
  return cell.format !== undefined && library().helpers.isDateTimeFormat(cell.format);
}

export function engineCell(value: CellValue | undefined, isDate = false): EngineCell {
  if (value === undefined || value === null || value === "") return BLANK;
  if (typeof value === "object")
    return { value: value.error, message: value.message, isDate: false };
  return isDate && typeof value === "number"
    ? { value, format: DATE_FORMAT, isDate: true }
    : { value, isDate: false };
}

export function cellValue(cell: EngineCell): CellValue {
  const { value } = cell;
  if (typeof value !== "string" || !value.startsWith("#")) return value ?? null;
  if (!library().helpers.isEvaluationError(value)) return value;
  return { error: SHEETS_NAMES[value] ?? value, message: cell.message ?? "" };
}

export function formulaCell(cell: EngineCell | undefined): FormulaCell {
  if (cell === undefined) return { value: null, isDate: false };
  return { value: cellValue(cell), isDate: isDateCell(cell) };
}

/** What a formula shows when the library throws instead of returning an error. */
export function errorCell(error: unknown): EngineCell {
  const { value, message } = error as { value?: unknown; message?: unknown };
  const text = typeof message === "string" ? message : String(error);
  if (typeof value === "string" && library().helpers.isEvaluationError(value)) {
    return { value, message: text };
  }
  return { value: "#ERROR!", message: text };
}
