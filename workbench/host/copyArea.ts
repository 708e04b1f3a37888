import { overlaps, without } from "./a1.ts";
import { clearGrid, formulaAt, noteKey, notesIn, place, valueAt } from "./grid.ts";
import { shiftFormula } from "./moveReferences.ts";
import type { Area, ConditionalRule, SheetData, ValidationRule } from "./workbook.ts";

export type CopyKind = "all" | "values" | "format" | "formulas" | "validation" | "conditional";

type Cell = {
  value: ReturnType<typeof valueAt>;
  formula: string | undefined;
  style: number | undefined;
  note: string | undefined;
};

/**
 * Copies an area onto another one, repeating it where the target is a multiple of its size. Formulas move their
 * relative references; `results` gives what formula cells show, for copies of values alone.
 */
export function copyArea(
  source: { sheet: SheetData; area: Area; results?: readonly (readonly unknown[] | undefined)[] | undefined },
  target: { sheet: SheetData; area: Area },
  kind: CopyKind,
): Area {
  const { rows, columns } = source.area;
  const area: Area = {
    ...target.area,
    rows: Math.max(1, Math.floor(target.area.rows / rows)) * rows,
    columns: Math.max(1, Math.floor(target.area.columns / columns)) * columns,
  };
  const cells = takeCells(source);
  const has = (part: CopyKind) => kind === "all" || kind === part;
  if (kind === "all") for (const { key } of notesIn(target.sheet, area)) delete target.sheet.notes[key];
  if (has("values") || kind === "formulas") {
    clearGrid(target.sheet.values, area);
    clearGrid(target.sheet.formulas, area);
  }
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const cell = cells[row % rows]?.[column % columns];
      if (!cell) continue;
      const at = { row: area.row + row, column: area.column + column };
      const from = { row: source.area.row + (row % rows), column: source.area.column + (column % columns) };
      if (has("values") || kind === "formulas") {
        const formula = kind === "values" ? undefined : cell.formula;
        place(target.sheet.values, at.row, at.column, formula === undefined ? cell.value : undefined);
        if (formula !== undefined) {
          place(target.sheet.formulas, at.row, at.column, shiftFormula(formula, at.row - from.row, at.column - from.column));
        }
      }
      if (has("format")) place(target.sheet.styles, at.row, at.column, cell.style);
      if (kind === "all" && cell.note !== undefined) target.sheet.notes[noteKey(at.row, at.column)] = cell.note;
    }
  }
  if (has("validation")) copyValidations(source, target.sheet, area);
  if (has("conditional") || kind === "format") copyConditional(source, target.sheet, area);
  return area;
}

function takeCells(source: { sheet: SheetData; area: Area; results?: readonly (readonly unknown[] | undefined)[] | undefined }): Cell[][] {
  const { sheet, area, results } = source;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => {
      const at = { row: area.row + row, column: area.column + column };
      const result = results?.[at.row - 1]?.[at.column - 1] as Cell["value"];
      return {
        value: result ?? valueAt(sheet, at.row, at.column),
        formula: formulaAt(sheet, at.row, at.column),
        style: sheet.styles[at.row - 1]?.[at.column - 1],
        note: sheet.notes[noteKey(at.row, at.column)],
      };
    }),
  );
}

/** The part of an area that lies in the source, moved to the target; repeated copies get it each. */
function landed(area: Area, source: Area, target: Area): Area[] {
  if (!overlaps(area, source)) return [];
  const top = Math.max(area.row, source.row);
  const left = Math.max(area.column, source.column);
  const part = {
    rows: Math.min(area.row + area.rows, source.row + source.rows) - top,
    columns: Math.min(area.column + area.columns, source.column + source.columns) - left,
  };
  const areas: Area[] = [];
  for (let row = target.row; row < target.row + target.rows; row += source.rows) {
    for (let column = target.column; column < target.column + target.columns; column += source.columns) {
      areas.push({ row: row + top - source.row, column: column + left - source.column, ...part });
    }
  }
  return areas;
}

function copyValidations(source: { sheet: SheetData; area: Area }, sheet: SheetData, area: Area): void {
  const copies: ValidationRule[] = source.sheet.validations.flatMap((rule) =>
    landed(rule.area, source.area, area).map((part) => ({ ...rule, area: part })),
  );
  sheet.validations = [...cutValidations(sheet.validations, area), ...copies];
}

export function cutValidations(rules: readonly ValidationRule[], hole: Area): ValidationRule[] {
  return rules.flatMap((rule) => without(rule.area, hole).map((area) => ({ ...rule, area })));
}

function copyConditional(source: { sheet: SheetData; area: Area }, sheet: SheetData, area: Area): void {
  const copies: ConditionalRule[] = [];
  for (const rule of source.sheet.conditionalRules) {
    const areas = rule.areas.flatMap((part) => landed(part, source.area, area));
    if (areas.length === 0) continue;
    if (source.sheet === sheet) rule.areas = [...rule.areas, ...areas];
    else copies.push({ ...rule, areas });
  }
  sheet.conditionalRules = [...sheet.conditionalRules, ...copies];
}
