import type { Engine } from "../engine.ts";
import type { FormulaCell } from "../formulas.ts";
import type { Area, CellValue, SheetData, WorkbookData } from "../workbook.ts";
import type { ReferenceFacts } from "./excelFormula.ts";
import { cellReference } from "./reference.ts";

/** Excel's limit for the name of a sheet. */
const LONGEST_NAME = 31;

/** A sheet on its way into the file. */
export type ExportedSheet = {
  readonly data: SheetData;
  /** The name in the file: Excel's are shorter and lack some signs. */
  readonly name: string;
  /** Results of formulas and the cells they spill into. */
  readonly results: (FormulaCell | undefined)[][];
  /** The cells that array results cover, by their first cell (`B3`). */
  readonly spills: ReadonlyMap<string, Area>;
};

export type ExportedBook = {
  readonly workbook: WorkbookData;
  readonly sheets: readonly ExportedSheet[];
  readonly facts: ReferenceFacts;
};

export function exportedBook(workbook: WorkbookData, engine: Engine): ExportedBook {
  const taken = new Set<string>();
  const sheets = workbook.sheets.map((data) => ({
    data,
    name: freeName(data.name, taken),
    results: engine.cells(data.id),
    spills: new Map(
      engine.spills(data.id).map((area) => [cellReference(area.row, area.column), area]),
    ),
  }));
  return {
    workbook,
    sheets,
    facts: {
      rowsOf: new Map(sheets.map(({ data }) => [data.name.toLowerCase(), data.rows])),
      renamed: new Map(
        sheets
          .filter(({ data, name }) => data.name !== name)
          .map(({ data, name }) => [data.name.toLowerCase(), name]),
      ),
      nameOf: new Map(sheets.map(({ data, name }) => [data.id, name])),
      wideNames: new Set(
        workbook.namedRanges
          .filter(({ area }) => area.rows * area.columns > 1)
          .map(({ name }) => name.toUpperCase()),
      ),
    },
  };
}

/** What a cell shows, 0-based: a formula's result or what was typed. */
export function shownValue(sheet: ExportedSheet, row: number, column: number): CellValue {
  const result = sheet.results[row]?.[column];
  return result?.value ?? sheet.data.values[row]?.[column] ?? null;
}

function freeName(name: string, taken: Set<string>): string {
  const clean = name.replace(/[[\]:*?/\\]/g, "-").replace(/^'|'$/g, "-") || "Sheet";
  let free = clean.slice(0, LONGEST_NAME);
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
    const ending = ` (${count})`;
    free = clean.slice(0, LONGEST_NAME - ending.length) + ending;
  }
  taken.add(free.toLowerCase());
  return free;
}
