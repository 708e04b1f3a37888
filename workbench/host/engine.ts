import {
  type CellMatrix,
  cellValue,
  type EngineCell,
  formulaCell,
  isMatrix,
} from "./engine/engineCell.ts";
import { openSession, type Session } from "./engine/session.ts";
import type { CustomFunctions, FormulaCell, FormulaOutcome } from "./formulas.ts";
import type { Area, CellValue, SheetData, WorkbookData } from "./workbook.ts";

/** Computes the formulas of a workbook; it never writes to it. */
export type Engine = {
  /** Results of a sheet's formulas and the cells they spill into, 0-based and sparse. */
  values(sheetId: number): (CellValue | undefined)[][];
  /** The same with dates marked: by the cell's own format, else by what the formula returns. */
  cells(sheetId: number): (FormulaCell | undefined)[][];
  /** The cells that each array result of a sheet covers. */
  spills(sheetId: number): Area[];
  /** One formula that stands in no cell, read from the given sheet (else the active one). */
  evaluate(formula: string, sheetId?: number): FormulaOutcome;
  /** A sheet was written to; without an id anything may have changed. */
  changed(sheetId?: number): void;
};

export function createEngine(workbook: WorkbookData, functions: CustomFunctions): Engine {
  let session: Session | undefined;

  /** Names, sizes and identity of the sheets are looked at each time; contents are told by `changed`. */
  const current = (): Session => {
    if (session === undefined || !session.fits(workbook))
      session = openSession(workbook, functions);
    return session;
  };

  const cells = <Result>(
    sheetId: number,
    read: (cell: EngineCell) => Result,
  ): (Result | undefined)[][] => {
    const data = workbook.sheets.find((sheet) => sheet.id === sheetId);
    if (data === undefined || !hasFormulas(data)) return [];
    const sheet = current().compute(sheetId);
    const rows: (Result | undefined)[][] = [];
    const put = (key: number, cell: EngineCell): void => {
      const row = Math.floor(key / sheet.columns);
      let line = rows[row];
      if (line === undefined) {
        line = [];
        rows[row] = line;
      }
      line[key % sheet.columns] = read(cell);
    };
    for (const [key, cell] of sheet.results) put(key, cell);
    for (const [key, { cell }] of sheet.spills) put(key, cell);
    return rows;
  };

  return {
    values: (sheetId) => cells(sheetId, cellValue),
    cells: (sheetId) => cells(sheetId, formulaCell),
    spills: (sheetId) => {
      const data = workbook.sheets.find((sheet) => sheet.id === sheetId);
      if (data === undefined || !hasFormulas(data)) return [];
      return [...current().compute(sheetId).zones.values()].map(({ top, left, bottom, right }) => ({
        row: top + 1,
        column: left + 1,
        rows: bottom - top + 1,
        columns: right - left + 1,
      }));
    },
    evaluate: (formula, sheetId = workbook.activeSheetId) =>
      outcomeOf(current().evaluate(formula, sheetId)),
    changed: (sheetId) => {
      if (sheetId === undefined) session = undefined;
      else session?.forget(sheetId);
    },
  };
}

function hasFormulas(sheet: SheetData): boolean {
  return sheet.formulas.some((row) => row?.some((formula) => typeof formula === "string"));
}

function outcomeOf(result: EngineCell | CellMatrix): FormulaOutcome {
  if (!isMatrix(result)) {
    const value = cellValue(result);
    return typeof value === "object" && value !== null ? value : { rows: [[formulaCell(result)]] };
  }
  const height = result[0]?.length ?? 0;
  const rows: FormulaCell[][] = [];
  for (let r = 0; r < height; r += 1) rows.push(result.map((column) => formulaCell(column[r])));
  return { rows };
}
