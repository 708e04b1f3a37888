import type { CellValue, SheetData } from "../../host/workbook.ts";

/** Stands for a cell of which the page holds something else than the workbook. */
export const WRONG = -1;

type Row<T> = (T | undefined)[];

/** What the pages have been told of a sheet's cells. */
export class Mirror {
  #values: Row<CellValue>[] = [];
  #formulas: Row<string>[] = [];
  #styles: Row<number>[] = [];

  constructor(sheet: SheetData) {
    this.take(sheet);
  }

  /** The pages have everything. */
  take({ values, formulas, styles }: SheetData): void {
    this.#values = values.map((row) => row?.slice() ?? []);
    this.#formulas = formulas.map((row) => row?.slice() ?? []);
    this.#styles = styles.map((row) => row?.slice() ?? []);
  }

  /** One cell, 0-based: the pages have it, or they have something else. */
  takeCell(sheet: SheetData, row: number, column: number, isRight: boolean): void {
    for (const [mine, theirs] of [
      [this.#values, sheet.values],
      [this.#formulas, sheet.formulas],
    ] as [Row<unknown>[], Row<unknown>[]][]) {
      put(mine, row, column, theirs[row]?.[column] ?? undefined);
    }
    put(this.#styles, row, column, isRight ? (sheet.styles[row]?.[column] ?? undefined) : WRONG);
  }

  /** Cells in which the sheet differs, 0-based; stops after `most`. */
  differences(
    sheet: SheetData,
    most: number,
  ): { row: number; column: number; style: number | undefined }[] {
    const found: { row: number; column: number; style: number | undefined }[] = [];
    const height = Math.max(
      ...[
        sheet.values,
        sheet.formulas,
        sheet.styles,
        this.#values,
        this.#formulas,
        this.#styles,
      ].map((rows) => rows.length),
    );
    for (let row = 0; row < height && found.length <= most; row++) {
      const pairs = [
        [this.#values[row], sheet.values[row]],
        [this.#formulas[row], sheet.formulas[row]],
        [this.#styles[row], sheet.styles[row]],
      ] as [Row<unknown> | undefined, Row<unknown> | undefined][];
      let width = 0;
      for (const [mine, theirs] of pairs)
        width = Math.max(width, mine?.length ?? 0, theirs?.length ?? 0);
      for (let column = 0; column < width; column++) {
        if (pairs.some(([mine, theirs]) => !same(mine?.[column], theirs?.[column]))) {
          found.push({ row, column, style: this.#styles[row]?.[column] });
        }
      }
    }
    return found;
  }
}

/** Errors are objects, all else compares by itself. */
function same(a: unknown, b: unknown): boolean {
  if ((a ?? undefined) === (b ?? undefined)) return true;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}

function put(rows: Row<unknown>[], row: number, column: number, value: unknown): void {
  for (let index = rows.length; index <= row; index++) rows[index] = [];
  const cells = rows[row];
  if (!cells) return;
  for (let index = cells.length; index < column; index++) cells[index] = undefined;
  cells[column] = value;
}
