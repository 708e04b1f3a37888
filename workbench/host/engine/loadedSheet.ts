import type { SheetData } from "../workbook.ts";
import { BLANK, type CellMatrix, type EngineCell, engineCell } from "./engineCell.ts";
import type { Zone } from "./library.ts";

/** How numbers of a style are to be read. */
export type NumberStyle = { isDate: boolean; format: string | undefined };

type Spill = { cell: EngineCell; anchor: number };

/**
 * One sheet as formulas read it: values straight from the workbook, results of formulas beside them.
 * Columns without formulas are turned into engine cells once and shared by every range.
 */
export class LoadedSheet {
  readonly id: string;
  readonly data: SheetData;
  readonly rows: number;
  readonly columns: number;
  /** Formula cells in row order, as `row * columns + column`. */
  readonly formulaKeys: readonly number[];
  /** Results of formula cells; absent while not computed. */
  readonly results = new Map<number, EngineCell>();
  readonly inProgress = new Set<number>();
  /** Cells covered by an array result, without its own cell. */
  readonly spills = new Map<number, Spill>();
  /** Zones of the array results of this pass, by the formula's key. */
  readonly zones = new Map<number, Zone>();
  /** The same from the pass before: read first, so that ranges see what will be spilled into them. */
  expected = new Map<number, Zone>();
  readonly blankReads = new Set<number>();
  readonly ranges = new Map<string, { zone: Zone; matrix: CellMatrix }>();
  /** Ids of the sheets that formulas of this sheet have read. */
  readonly reads = new Set<string>();
  complete = false;
  readonly #styleOf: (index: number | undefined) => NumberStyle;
  readonly #formulaColumns = new Set<number>();
  readonly #plainColumns = new Map<number, EngineCell[]>();

  constructor(id: string, data: SheetData, styleOf: (index: number | undefined) => NumberStyle) {
    this.id = id;
    this.data = data;
    this.rows = data.rows;
    this.columns = data.columns;
    this.#styleOf = styleOf;
    const keys: number[] = [];
    data.formulas.forEach((row, r) => {
      row?.forEach((formula, c) => {
        if (formula === undefined || formula === null) return;
        keys.push(r * data.columns + c);
        this.#formulaColumns.add(c);
      });
    });
    this.formulaKeys = keys;
  }

  formula(row: number, column: number): string | undefined {
    return this.data.formulas[row]?.[column] ?? undefined;
  }

  literal(row: number, column: number): EngineCell {
    const value = this.data.values[row]?.[column];
    if (value === undefined || value === null || value === "") return BLANK;
    if (typeof value !== "number") return engineCell(value);
    const { isDate, format } = this.#styleOf(this.data.styles[row]?.[column] ?? undefined);
    return { value, isDate, format };
  }

  /** The number style of a formula's own cell; undefined when nobody chose one. */
  ownStyle(row: number, column: number): NumberStyle | undefined {
    const index = this.data.styles[row]?.[column] ?? undefined;
    if (index === undefined) return;
    const style = this.#styleOf(index);
    return style.format === undefined && !style.isDate ? undefined : style;
  }

  /** A column that holds no formula and no spill, as cells down to the grid's end. */
  plainColumn(column: number, top: number, bottom: number): EngineCell[] | undefined {
    if (this.#formulaColumns.has(column) || this.#isSpilled(column)) return;
    let cells = this.#plainColumns.get(column);
    if (cells === undefined) {
      cells = new Array<EngineCell>(this.rows);
      for (let row = 0; row < this.rows; row += 1) cells[row] = this.literal(row, column);
      this.#plainColumns.set(column, cells);
    }
    return cells.slice(top, bottom + 1);
  }

  #isSpilled(column: number): boolean {
    for (const zones of [this.zones, this.expected]) {
      for (const { left, right } of zones.values()) {
        if (left <= column && column <= right) return true;
      }
    }
    return false;
  }

  /** Forgets results but not the values; array zones are remembered for the next pass. */
  restart(): void {
    this.expected = new Map(this.zones);
    this.results.clear();
    this.inProgress.clear();
    this.spills.clear();
    this.zones.clear();
    this.blankReads.clear();
    if (this.formulaKeys.length > 0) this.ranges.clear();
    this.complete = false;
  }
}
