import type { CellValue, SheetData } from "../../workbook.ts";
import type { ExportedSheet } from "../exportedBook.ts";
import { absoluteReference } from "../reference.ts";
import type { ChartColumn } from "./chartData.ts";

/** A hidden sheet for what only a drawing needs: LibreOffice draws from cells alone. */
export class PartsSheet {
  readonly #name: string;
  readonly #columns: { heading: string; values: readonly CellValue[] }[] = [];

  constructor(sheets: readonly ExportedSheet[]) {
    const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
    let name = "Chart parts";
    while (taken.has(name.toLowerCase())) name += "'";
    this.#name = name;
  }

  add(heading: string, values: readonly CellValue[], pattern: string | undefined): ChartColumn {
    this.#columns.push({ heading, values });
    const area = {
      row: 2,
      column: this.#columns.length,
      rows: Math.max(values.length, 1),
      columns: 1,
    };
    return {
      reference: absoluteReference(this.#name, area),
      heading: { reference: undefined, text: heading },
      values,
      pattern,
    };
  }

  /** The sheet, where a chart needed one. */
  sheet(): ExportedSheet | undefined {
    if (this.#columns.length === 0) return;
    const rows = Math.max(...this.#columns.map(({ values }) => values.length)) + 1;
    const data: SheetData = {
      id: -1,
      name: this.#name,
      rows,
      columns: this.#columns.length,
      values: Array.from({ length: rows }, (_, r) =>
        this.#columns.map(({ heading, values }) => (r === 0 ? heading : values[r - 1])),
      ),
      formulas: [],
      styles: [],
      notes: {},
      columnWidths: {},
      rowHeights: {},
      hiddenRows: [],
      hiddenColumns: [],
      frozenRows: 0,
      frozenColumns: 0,
      hidden: true,
      gridlines: true,
      conditionalRules: [],
      validations: [],
      charts: [],
      protections: [],
      metadata: {},
    };
    return { data, name: this.#name, results: [], spills: new Map() };
  }
}
