import {
  BLANK,
  type CellMatrix,
  type EngineCell,
  errorCell,
  isMatrix,
  type Position,
} from "./engineCell.ts";
import { functionGetters } from "./functionGetters.ts";
import { type CompiledFormula, type EngineRange, type Getters, library } from "./library.ts";
import type { LoadedSheet } from "./loadedSheet.ts";
import { invalid, withoutDoubledQuotes } from "./references.ts";
import { contains, obstacleTo, ownStyled, touchesReads } from "./spill.ts";

/** Array results can move what other formulas read; more passes than this never settle. */
const MOST_PASSES = 8;

/** What the evaluator needs to know about the workbook. */
export type Surroundings = {
  readonly getters: Getters;
  sheet(id: string): LoadedSheet | undefined;
  named(name: string): EngineRange | undefined;
};

/**
 * Evaluates formulas on demand with the library's compiler and functions, reading values straight from the
 * workbook: a sheet's cells never enter a model, and only what formulas refer to is touched.
 */
export class Evaluator {
  readonly #world: Surroundings;
  readonly #context: Record<string, unknown>;
  readonly #compiled = new Map<string, CompiledFormula>();
  /** Sheets met in this pass whose formulas are still to be computed. */
  #waiting: LoadedSheet[] = [];
  readonly #met = new Set<LoadedSheet>();
  #unsettled = false;
  #reader: LoadedSheet | undefined;

  constructor(world: Surroundings) {
    this.#world = world;
    const { getters } = world;
    this.#context = Object.assign(Object.create(library().registries.functionRegistry.mapping), {
      getters: functionGetters(world, (formula, sheet) => this.#compile(formula, sheet)),
      locale: getters.getLocale(),
      getFormulaResult: (position: Position) => this.#cellAt(position),
    });
  }

  /** Runs a computation again until no array result lands on what it has read before. */
  settle<Result>(action: () => Result): Result {
    for (let pass = 1; ; pass += 1) {
      this.#unsettled = false;
      this.#context.lookupCaches = { forwardSearch: new Map(), reverseSearch: new Map() };
      const result = action();
      for (let sheet = this.#waiting.pop(); sheet !== undefined; sheet = this.#waiting.pop()) {
        this.#computeAll(sheet);
      }
      if (!this.#unsettled || pass === MOST_PASSES) {
        for (const sheet of this.#met) sheet.complete = true;
        this.#met.clear();
        return result;
      }
      for (const sheet of this.#met) sheet.restart();
      this.#met.clear();
    }
  }

  /** Computes every formula of a sheet and of the sheets it refers to. */
  computeSheet(sheet: LoadedSheet): void {
    this.settle(() => this.#meet(sheet));
  }

  /** The result of a formula that stands in no cell. */
  evaluate(formula: string, sheet: LoadedSheet): EngineCell | CellMatrix {
    return this.settle(() => this.#execute(formula, sheet, undefined));
  }

  #meet(sheet: LoadedSheet): void {
    if (sheet.complete || this.#met.has(sheet)) return;
    this.#met.add(sheet);
    if (sheet.formulaKeys.length > 0) this.#waiting.push(sheet);
  }

  #computeAll(sheet: LoadedSheet): void {
    for (const key of sheet.formulaKeys) this.#compute(sheet, key);
  }

  #compute(sheet: LoadedSheet, key: number): EngineCell {
    const known = sheet.results.get(key);
    if (known !== undefined) return known;
    if (sheet.inProgress.has(key)) {
      return { value: "#CYCLE", message: "Circular dependency detected." };
    }
    sheet.inProgress.add(key);
    const row = Math.floor(key / sheet.columns);
    const col = key % sheet.columns;
    const formula = sheet.formula(row, col) ?? "";
    const result = this.#execute(formula, sheet, { sheetId: sheet.id, col, row });
    const cell = isMatrix(result) ? this.#spill(sheet, key, result) : result;
    const styled = ownStyled(sheet, row, col, cell);
    sheet.inProgress.delete(key);
    sheet.results.set(key, styled);
    return styled;
  }

  #execute(
    formula: string,
    sheet: LoadedSheet,
    position: Position | undefined,
  ): EngineCell | CellMatrix {
    const context = this.#context;
    const before = [context.__originCellPosition, context.__originSheetId, this.#reader] as const;
    context.__originCellPosition = position;
    context.__originSheetId = sheet.id;
    this.#reader = sheet;
    try {
      const compiled = this.#compile(formula, sheet);
      const result = compiled.execute(
        compiled.rangeDependencies,
        (range) => this.#reference(range),
        (range) => this.#range(range),
        (name, isRange) => this.#symbol(name, isRange),
        context,
      );
      if (!isMatrix(result)) return result ?? BLANK;
      const single = result.length === 1 && result[0]?.length === 1;
      return single ? (result[0]?.[0] ?? BLANK) : result;
    } catch (error) {
      return errorCell(error);
    } finally {
      [context.__originCellPosition, context.__originSheetId, this.#reader] = before;
    }
  }

  #compile(formula: string, sheet: LoadedSheet): CompiledFormula {
    const key = `${sheet.id} ${formula}`;
    let compiled = this.#compiled.get(key);
    if (compiled === undefined) {
      compiled = library().CompiledFormula.Compile(
        withoutDoubledQuotes(formula),
        sheet.id,
        this.#world.getters,
      );
      this.#compiled.set(key, compiled);
    }
    return compiled;
  }

  #reference(range: EngineRange): EngineCell {
    return (
      invalid(range) ??
      this.#cellAt({ sheetId: range.sheetId, col: range.zone.left, row: range.zone.top })
    );
  }

  #cellAt(position: Position): EngineCell {
    const sheet = this.#read(position.sheetId);
    if (sheet === undefined) return { value: "#REF", message: "The sheet is gone." };
    const cell = this.#valueAt(sheet, position.row, position.col);
    return { ...cell, position };
  }

  #valueAt(sheet: LoadedSheet, row: number, col: number): EngineCell {
    const key = row * sheet.columns + col;
    if (sheet.formula(row, col) !== undefined) return this.#compute(sheet, key);
    const literal = sheet.literal(row, col);
    if (literal !== BLANK || sheet.formulaKeys.length === 0) return literal;
    for (const [anchor, zone] of sheet.expected) {
      if (contains(zone, row, col) && !sheet.inProgress.has(anchor)) this.#compute(sheet, anchor);
    }
    const spill = sheet.spills.get(key);
    if (spill === undefined) sheet.blankReads.add(key);
    return spill?.cell ?? BLANK;
  }

  #range(range: EngineRange): CellMatrix {
    const error = invalid(range);
    if (error !== undefined) return [[error]];
    const sheet = this.#read(range.sheetId);
    if (sheet === undefined) return [[{ value: "#REF", message: "The sheet is gone." }]];
    const { top, left } = range.zone;
    const bottom = Math.min(range.zone.bottom, sheet.rows - 1);
    const right = Math.min(range.zone.right, sheet.columns - 1);
    if (bottom < top || right < left)
      return [[{ value: "#REF", message: "The range is outside the sheet." }]];
    const key = `${top}:${left}:${bottom}:${right}`;
    const cached = sheet.ranges.get(key);
    if (cached !== undefined) return cached.matrix;
    const matrix: CellMatrix = [];
    for (let col = left; col <= right; col += 1) {
      matrix.push(sheet.plainColumn(col, top, bottom) ?? this.#column(sheet, col, top, bottom));
    }
    const first = matrix[0]?.[0];
    // Functions such as ROW and OFFSET ask the first cell of a range where it stands.
    if (matrix[0] !== undefined && first !== undefined) {
      matrix[0][0] = { ...first, position: { sheetId: sheet.id, col: left, row: top } };
    }
    sheet.ranges.set(key, { zone: { top, left, bottom, right }, matrix });
    return matrix;
  }

  #column(sheet: LoadedSheet, col: number, top: number, bottom: number): EngineCell[] {
    const cells: EngineCell[] = [];
    for (let row = top; row <= bottom; row += 1) cells.push(this.#valueAt(sheet, row, col));
    return cells;
  }

  #symbol(name: string, isRange: boolean): EngineCell | CellMatrix {
    const range = this.#world.named(name);
    if (range === undefined) return { value: "#NAME?", message: `Unknown range name: '${name}'.` };
    const { top, left, bottom, right } = range.zone;
    return isRange || top !== bottom || left !== right
      ? this.#range(range)
      : this.#reference(range);
  }

  #read(sheetId: string): LoadedSheet | undefined {
    const sheet = this.#world.sheet(sheetId);
    if (sheet === undefined) return;
    this.#reader?.reads.add(sheet.id);
    this.#meet(sheet);
    return sheet;
  }

  /** Lays an array result over the cells right and below; a formula that has no room is an error, as in Sheets. */
  #spill(sheet: LoadedSheet, key: number, result: CellMatrix): EngineCell {
    const row = Math.floor(key / sheet.columns);
    const col = key % sheet.columns;
    const height = result[0]?.length ?? 0;
    const zone = { top: row, left: col, bottom: row + height - 1, right: col + result.length - 1 };
    if (height === 0) return BLANK;
    const obstacle = obstacleTo(sheet, key, zone);
    if (obstacle !== undefined) return { value: "#SPILL!", message: obstacle };
    sheet.zones.set(key, zone);
    this.#unsettled ||= touchesReads(sheet, key, zone);
    for (let c = 0; c < result.length; c += 1) {
      for (let r = 0; r < height; r += 1) {
        if (r === 0 && c === 0) continue;
        const cell = ownStyled(sheet, row + r, col + c, result[c]?.[r] ?? BLANK);
        sheet.spills.set((row + r) * sheet.columns + col + c, { cell, anchor: key });
      }
    }
    return result[0]?.[0] ?? BLANK;
  }
}
