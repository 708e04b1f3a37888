import {
  BLANK,
  type CellMatrix,
  cellValue,
  type EngineCell,
  formulaCell,
  isMatrix,
} from "./engine/engineCell.ts";
import type { LoadedSheet } from "./engine/loadedSheet.ts";
import { openSession, type Session } from "./engine/session.ts";
import type { CustomFunctions, FormulaCell, FormulaOutcome } from "./formulas.ts";
import type { Area, CellValue, SheetData, WorkbookData } from "./workbook.ts";

/** Computes the formulas of a workbook; it never writes to it. */
export type Engine = {
  /** Results of a sheet's formulas and the cells they spill into, 0-based and sparse. */
  values(sheetId: number): (CellValue | undefined)[][];
  /** The same with dates marked: by the cell's own format, else by what the formula returns. */
  cells(sheetId: number): (FormulaCell | undefined)[][];
  /** What a page draws: each formula's result, all of its cells where it spills, with the formats it implies. */
  results(sheetId: number): FormulaResult[];
  /** The cells that each array result of a sheet covers. */
  spills(sheetId: number): Area[];
  /** One formula that stands in no cell, read from the given sheet (else the active one). */
  evaluate(formula: string, sheetId?: number): FormulaOutcome;
  /** A sheet was written to; without an id anything may have changed. */
  changed(sheetId?: number): void;
};

/** 0-based place of a formula and what it shows from there to the right and down. */
export type FormulaResult = {
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly ShownCell[])[];
};

export type ShownCell = {
  readonly v: string | number | boolean | null;
  /** The number format that the formula implies. */
  readonly f?: string;
  /** What an error says. */
  readonly m?: string;
  /** What the cell opens when it is clicked. */
  readonly l?: string;
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
    results: (sheetId) => {
      const data = workbook.sheets.find((sheet) => sheet.id === sheetId);
      if (data === undefined || !hasFormulas(data)) return [];
      const sheet = current().compute(sheetId);
      return Array.from(sheet.results, ([key, first]) => resultOf(sheet, key, first));
    },
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

function resultOf(sheet: LoadedSheet, key: number, first: EngineCell): FormulaResult {
  const row = Math.floor(key / sheet.columns);
  const column = key % sheet.columns;
  const zone = sheet.zones.get(key);
  if (zone === undefined) return { row, column, rows: [[shownCell(first)]] };
  const rows: ShownCell[][] = [];
  for (let r = zone.top; r <= zone.bottom; r++) {
    const cells: ShownCell[] = [];
    for (let c = zone.left; c <= zone.right; c++) {
      const at = r * sheet.columns + c;
      cells.push(shownCell(at === key ? first : (sheet.spills.get(at)?.cell ?? BLANK)));
    }
    rows.push(cells);
  }
  return { row, column, rows };
}

function shownCell(cell: EngineCell): ShownCell {
  const value = cellValue(cell);
  if (typeof value === "object" && value !== null) return { v: value.error, m: value.message };
  return {
    v: value,
    ...(cell.format !== undefined && { f: cell.format }),
    ...(cell.link !== undefined && { l: cell.link }),
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
