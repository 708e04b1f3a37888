import type { Position } from "./engineCell.ts";
import type { Surroundings } from "./evaluator.ts";
import type { CompiledFormula } from "./library.ts";
import type { LoadedSheet } from "./loadedSheet.ts";

/** The questions that single functions (SUBTOTAL, CELL, FORMULATEXT, INDIRECT …) ask about the sheets. */
export function functionGetters(
  world: Surroundings,
  compile: (formula: string, sheet: LoadedSheet) => CompiledFormula,
): object {
  const formulaCell = ({ sheetId, col, row }: Position): object | undefined => {
    const sheet = world.sheet(sheetId);
    const formula = sheet?.formula(row, col);
    if (sheet === undefined || formula === undefined) return;
    return { isFormula: true, compiledFormula: compile(formula, sheet) };
  };
  return Object.assign(Object.create(world.getters), {
    getCell: formulaCell,
    getCorrespondingFormulaCell: formulaCell,
    getNamedRange: (name: string) => {
      const range = world.named(name);
      return range === undefined ? undefined : { name, range };
    },
    getSpreadZone: ({ sheetId, col, row }: Position) => {
      const sheet = world.sheet(sheetId);
      return sheet?.zones.get(row * sheet.columns + col);
    },
    isRowFiltered: () => false,
    isRowHiddenByUser: (sheetId: string, row: number) =>
      world.sheet(sheetId)?.data.hiddenRows.includes(row + 1) ?? false,
  });
}
