import type { CellPosition, Model } from "@odoo/o-spreadsheet";
import type { SheetResults, ShownValue } from "../protocol.ts";

type Shown = readonly (readonly ShownValue[])[];

export type HostValues = {
  /** What a formula cell shows; undefined while the host computes. */
  of(position: CellPosition, cellId: number): Shown | undefined;
  /** The formula is a new one: what the cell showed is no longer its result. */
  forget(cellId: number): void;
};

/** Results that the host has computed. They stay with their cell when rows move it; until a model exists, with its place. */
export class ValueStore implements HostValues {
  #byPlace = new Map<string, Shown>();
  readonly #byCell = new Map<number, Shown>();

  constructor(sheets: readonly SheetResults[]) {
    for (const { sheetId, results } of sheets) {
      for (const { row, column, rows } of results)
        this.#byPlace.set(`${sheetId},${row},${column}`, rows);
    }
  }

  of({ sheetId, row, col }: CellPosition, cellId: number): Shown | undefined {
    const known = this.#byCell.get(cellId);
    if (known !== undefined) return known;
    const key = `${sheetId},${row},${col}`;
    const first = this.#byPlace.get(key);
    if (first === undefined) return undefined;
    this.#byPlace.delete(key);
    this.#byCell.set(cellId, first);
    return first;
  }

  forget(cellId: number): void {
    this.#byCell.delete(cellId);
  }

  /** Takes results that arrive and has their cells drawn anew. */
  take(model: Model, sheets: readonly SheetResults[]): void {
    const cellIds: number[] = [];
    for (const { sheetId, results } of sheets) {
      if (model.getters.tryGetSheet(sheetId) === undefined) continue;
      for (const { row, column, rows } of results) {
        const cell = model.getters.getCell({ sheetId, row, col: column });
        if (!cell?.isFormula) {
          this.#byPlace.set(`${sheetId},${row},${column}`, rows);
          continue;
        }
        this.#byCell.set(cell.id, rows);
        cellIds.push(cell.id);
      }
    }
    redraw(model, cellIds);
  }
}

const RETRY_MS = 20;

/** While an undo waits for its turn the model takes no commands. */
function redraw(model: Model, cellIds: number[]): void {
  if (cellIds.length === 0) return;
  const result = model.dispatch("EVALUATE_CELLS", { cellIds });
  if (!result.isSuccessful) setTimeout(() => redraw(model, cellIds), RETRY_MS);
}
