import { formulaAt, noteKey, notesIn } from "../grid.ts";
import { shiftFormula } from "../moveReferences.ts";
import { readDisplayValues, readValues } from "../readCells.ts";
import { ServiceError } from "../serviceError.ts";
import { type SortSpec, sortArea } from "../sortArea.ts";
import { mismatch } from "../strict.ts";
import { clearContent, writeFormulas, writeValues } from "../writeCells.ts";
import { RangeGeometry } from "./rangeGeometry.ts";

type Grid = readonly (readonly unknown[])[];

/** What the cells of a range hold: values, formulas, notes. */
export class RangeContent extends RangeGeometry {
  getValues(): unknown[][] {
    return readValues(this.run, this.sheet, this.area);
  }

  getValue(): unknown {
    return readValues(this.run, this.sheet, { ...this.area, rows: 1, columns: 1 })[0]?.[0];
  }

  getDisplayValues(): string[][] {
    return readDisplayValues(this.run, this.sheet, this.area);
  }

  getDisplayValue(): string | undefined {
    return readDisplayValues(this.run, this.sheet, { ...this.area, rows: 1, columns: 1 })[0]?.[0];
  }

  setValues(values: unknown): this {
    writeValues(this.run, this.sheet, this.area, this.grid("setValues", values));
    return this;
  }

  setValue(value: unknown): this {
    if (Array.isArray(value)) throw mismatch("SpreadsheetApp.Range.setValue", value);
    writeValues(this.run, this.sheet, this.area, this.filled(value));
    return this;
  }

  getFormulas(): string[][] {
    return this.cells((row, column) => formulaAt(this.sheet, row, column) ?? "");
  }

  getFormula(): string {
    return formulaAt(this.sheet, this.area.row, this.area.column) ?? "";
  }

  setFormulas(formulas: unknown): this {
    const grid = this.grid("setFormulas", formulas);
    writeFormulas(
      this.run,
      this.sheet,
      this.area,
      grid.map((cells) => cells.map((formula) => String(formula ?? ""))),
    );
    return this;
  }

  /** One formula for a whole range moves its relative references from the first cell on. */
  setFormula(formula: unknown): this {
    if (typeof formula !== "string") throw mismatch("SpreadsheetApp.Range.setFormula", formula);
    const text = formula === "" || formula.startsWith("=") ? formula : `=${formula}`;
    const grid = Array.from({ length: this.area.rows }, (_, row) =>
      Array.from({ length: this.area.columns }, (__, column) => shiftFormula(text, row, column)),
    );
    writeFormulas(this.run, this.sheet, this.area, grid);
    return this;
  }

  getNotes(): string[][] {
    return this.cells((row, column) => this.sheet.notes[noteKey(row, column)] ?? "");
  }

  getNote(): string {
    return this.sheet.notes[noteKey(this.area.row, this.area.column)] ?? "";
  }

  setNotes(notes: unknown): this {
    const grid = this.grid("setNotes", notes);
    this.eachCell((row, column) =>
      this.putNote(row, column, grid[row - this.area.row]?.[column - this.area.column]),
    );
    return this;
  }

  setNote(note: unknown): this {
    this.eachCell((row, column) => this.putNote(row, column, note));
    return this;
  }

  clearNote(): this {
    for (const { key } of notesIn(this.sheet, this.area)) delete this.sheet.notes[key];
    return this;
  }

  clearContent(): this {
    clearContent(this.run, this.sheet, this.area);
    return this;
  }

  isBlank(): boolean {
    return this.getValues().every((cells) => cells.every((value) => value === ""));
  }

  sort(spec: unknown): this {
    const specs = (Array.isArray(spec) ? Array.from(spec as unknown[]) : [spec]).map(sortSpec);
    for (const { column } of specs) {
      if (column < this.area.column || column > this.getLastColumn()) {
        throw new ServiceError("The sort column is out of the range's bounds.");
      }
    }
    sortArea(this.run, this.sheet, this.area, specs);
    return this;
  }

  /** A rectangle of the range's own size, or the platform's refusal. */
  protected grid(method: string, data: unknown): Grid {
    const { rows, columns } = this.area;
    if (!Array.isArray(data) || (data.length > 0 && !Array.isArray(data[0]))) {
      throw mismatch(`SpreadsheetApp.Range.${method}`, data);
    }
    if (data.length !== rows) throw sizeError("rows", data.length, rows);
    for (const cells of data) {
      if (!Array.isArray(cells)) throw mismatch(`SpreadsheetApp.Range.${method}`, data);
      if (cells.length !== columns) throw sizeError("columns", cells.length, columns);
    }
    return data as Grid;
  }

  protected filled(value: unknown): Grid {
    const cells = new Array<unknown>(this.area.columns).fill(value);
    return new Array<unknown[]>(this.area.rows).fill(cells);
  }

  protected cells<T>(read: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.area;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, across) => read(row + down, column + across)),
    );
  }

  protected eachCell(act: (row: number, column: number) => void): void {
    const { row, column, rows, columns } = this.area;
    for (let down = 0; down < rows; down++)
      for (let across = 0; across < columns; across++) act(row + down, column + across);
  }

  private putNote(row: number, column: number, note: unknown): void {
    const text = note === null || note === undefined ? "" : String(note);
    if (text === "") delete this.sheet.notes[noteKey(row, column)];
    else this.sheet.notes[noteKey(row, column)] = text;
  }
}

function sizeError(what: string, given: number, wanted: number): ServiceError {
  return new ServiceError(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${given} but the range has ${wanted}.`,
  );
}

function sortSpec(spec: unknown): SortSpec {
  if (typeof spec === "number") return { column: spec, ascending: true };
  if (
    typeof spec === "object" &&
    spec !== null &&
    "column" in spec &&
    typeof spec.column === "number"
  ) {
    return { column: spec.column, ascending: !("ascending" in spec) || spec.ascending !== false };
  }
  throw mismatch("SpreadsheetApp.Range.sort", spec);
}
