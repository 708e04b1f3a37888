import { overlaps, without } from "./a1.ts";
import { clearGrid, formulaAt, noteKey, notesIn, place, valueAt } from "./grid.ts";
import type { Results } from "./hostState.ts";
import { shiftFormula } from "./moveReferences.ts";
import type { Area, CellValue, ConditionalRule, SheetData, ValidationRule } from "./workbook.ts";

export type CopyKind = "all" | "values" | "format" | "formulas" | "validation" | "conditional";

type Cell = {
  row: number;
  column: number;
  value: CellValue | undefined;
  result: CellValue | undefined;
  formula: string | undefined;
  style: number | undefined;
  note: string | undefined;
};

type Source = { sheet: SheetData; area: Area; results?: Results | undefined };

/**
 * Copies an area onto another one, repeating it where the target is a multiple of its size. Formulas move their
 * relative references; `results` gives what formula cells show, for copies of values alone.
 */
export function copyArea(
  source: Source,
  target: { sheet: SheetData; area: Area },
  kind: CopyKind,
): Area {
  const { rows, columns } = source.area;
  const { sheet } = target;
  const area: Area = {
    ...target.area,
    rows: Math.max(1, Math.floor(target.area.rows / rows)) * rows,
    columns: Math.max(1, Math.floor(target.area.columns / columns)) * columns,
  };
  // Taken before anything is put down: source and target may overlap.
  const cells = takeCells(source);
  if (kind === "all") for (const { key } of notesIn(sheet, area)) delete sheet.notes[key];
  if (CONTENT.includes(kind)) {
    clearGrid(sheet.values, area);
    clearGrid(sheet.formulas, area);
  }
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const cell = cells[row % rows]?.[column % columns];
      if (cell) putCell(sheet, area.row + row, area.column + column, cell, kind);
    }
  }
  if (kind === "all" || kind === "validation") copyValidations(source, sheet, area);
  if (kind === "all" || kind === "format" || kind === "conditional")
    copyConditional(source, sheet, area);
  return area;
}

const CONTENT: readonly CopyKind[] = ["all", "values", "formulas"];

function putCell(sheet: SheetData, row: number, column: number, cell: Cell, kind: CopyKind): void {
  if (kind === "values") place(sheet.values, row, column, cell.result ?? cell.value);
  else if (CONTENT.includes(kind)) {
    place(sheet.values, row, column, cell.value);
    const { formula } = cell;
    if (formula !== undefined) {
      place(
        sheet.formulas,
        row,
        column,
        shiftFormula(formula, row - cell.row, column - cell.column),
      );
    }
  }
  if (kind === "all" || kind === "format") place(sheet.styles, row, column, cell.style);
  if (kind === "all" && cell.note !== undefined) sheet.notes[noteKey(row, column)] = cell.note;
}

function takeCells({ sheet, area, results }: Source): Cell[][] {
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, across) => {
      const [row, column] = [area.row + down, area.column + across];
      return {
        row,
        column,
        value: valueAt(sheet, row, column),
        result: results?.[row - 1]?.[column - 1]?.value,
        formula: formulaAt(sheet, row, column),
        style: sheet.styles[row - 1]?.[column - 1],
        note: sheet.notes[noteKey(row, column)],
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
    for (
      let column = target.column;
      column < target.column + target.columns;
      column += source.columns
    ) {
      areas.push({ row: row + top - source.row, column: column + left - source.column, ...part });
    }
  }
  return areas;
}

function copyValidations(
  source: { sheet: SheetData; area: Area },
  sheet: SheetData,
  area: Area,
): void {
  const copies: ValidationRule[] = source.sheet.validations.flatMap((rule) =>
    landed(rule.area, source.area, area).map((part) => ({ ...rule, area: part })),
  );
  sheet.validations = [...cutValidations(sheet.validations, area), ...copies];
}

export function cutValidations(rules: readonly ValidationRule[], hole: Area): ValidationRule[] {
  return rules.flatMap((rule) => without(rule.area, hole).map((area) => ({ ...rule, area })));
}

function copyConditional(
  source: { sheet: SheetData; area: Area },
  sheet: SheetData,
  area: Area,
): void {
  const copies: ConditionalRule[] = [];
  for (const rule of source.sheet.conditionalRules) {
    const areas = rule.areas.flatMap((part) => landed(part, source.area, area));
    if (areas.length === 0) continue;
    if (source.sheet === sheet) rule.areas = [...rule.areas, ...areas];
    else copies.push({ ...rule, areas });
  }
  sheet.conditionalRules = [...sheet.conditionalRules, ...copies];
}
