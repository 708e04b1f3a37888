import type { FormulaCell } from "../formulas.ts";
import type { CellValue } from "../workbook.ts";
import type { ExcelFormula } from "./excelFormula.ts";
import type { TextTable } from "./textTable.ts";
import { escapeXml } from "./xml.ts";

/** Errors that Excel has; any other is shown as the nearest. */
const EXCEL_ERRORS = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);

/** Excel cuts a text here. */
const LONGEST_TEXT = 32_767;

/** A cell that holds what was typed. */
export function literalXml(at: string, style: number, value: CellValue, texts: TextTable): string {
  const start = `<c r="${at}"${style === 0 ? "" : ` s="${style}"`}`;
  if (value === null || value === "") return style === 0 ? "" : `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "object") return `${start} t="e"><v>${excelError(value.error)}</v></c>`;
  return `${start} t="s"><v>${texts.place(value.slice(0, LONGEST_TEXT))}</v></c>`;
}

/** A formula with its result, so that readers that do not calculate show it too. */
export function formulaXml(
  at: string,
  style: number,
  formula: ExcelFormula,
  /** The cells an array formula covers; undefined for a plain one. */
  covers: string | undefined,
  { value }: FormulaCell,
): string {
  const array = covers === undefined ? "" : ` t="array" ref="${covers}"`;
  const body = `<f${array}>${escapeXml(formula.text)}</f>`;
  const look = style === 0 ? "" : ` s="${style}"`;
  const cell = (type: string, shown: string): string =>
    `<c r="${at}"${look}${type}>${body}${shown}</c>`;
  if (value === null) return cell(' t="str"', "<v></v>");
  if (typeof value === "number") return cell("", `<v>${value}</v>`);
  if (typeof value === "boolean") return cell(' t="b"', `<v>${value ? 1 : 0}</v>`);
  if (typeof value === "object") return cell(' t="e"', `<v>${excelError(value.error)}</v>`);
  return cell(' t="str"', `<v>${escapeXml(value.slice(0, LONGEST_TEXT))}</v>`);
}

function excelError(error: string): string {
  return EXCEL_ERRORS.has(error) ? error : "#VALUE!";
}
