import { demandCells } from "./grid.ts";
import { type Splice, spliceFormula, spliceSpan } from "./moveReferences.ts";
import { ServiceError } from "./serviceError.ts";
import type { Area, SheetData, WorkbookData } from "./workbook.ts";

/** Inserts or deletes whole rows or columns; everything that has a place moves along, in all sheets. */
export function spliceSheet(workbook: WorkbookData, sheet: SheetData, splice: Splice): void {
  const { dimension, at, inserted, deleted } = splice;
  const size = dimension === "row" ? sheet.rows : sheet.columns;
  if (inserted > 0) {
    demandCells(workbook, inserted * (dimension === "row" ? sheet.columns : sheet.rows));
  } else if (deleted >= size) {
    throw new ServiceError(`You can't delete all the ${dimension}s on the sheet.`);
  }
  for (const grid of [sheet.values, sheet.formulas, sheet.styles] as (unknown[] | undefined)[][]) {
    if (dimension === "row") spliceArray(grid as unknown[], at - 1, inserted, deleted, () => []);
    else
      for (const cells of grid)
        if (cells) spliceArray(cells, at - 1, inserted, deleted, () => undefined);
  }
  if (inserted > 0) inheritStyles(sheet, splice);
  if (dimension === "row") sheet.rows += inserted - deleted;
  else sheet.columns += inserted - deleted;
  moveKeyed(sheet, splice);
  moveAreas(workbook, sheet, splice);
  moveFormulas(workbook, sheet, splice);
}

function spliceArray<T>(
  cells: T[],
  at: number,
  inserted: number,
  deleted: number,
  blank: () => T,
): void {
  if (at >= cells.length) return;
  if (deleted > 0) cells.splice(at, deleted);
  // In pieces: a hundred thousand arguments at once would overflow the stack.
  for (let done = 0; done < inserted; done += 10_000) {
    cells.splice(at, 0, ...Array.from({ length: Math.min(10_000, inserted - done) }, blank));
  }
}

/** New rows look like the row above, new columns like the one to the left, as Sheets does it. */
function inheritStyles(sheet: SheetData, { dimension, at, inserted }: Splice): void {
  if (at < 2) return;
  if (dimension === "row") {
    const model = sheet.styles[at - 2];
    if (!model?.some((style) => style !== undefined)) return;
    for (let row = 0; row < inserted; row++) sheet.styles[at - 1 + row] = [...model];
    return;
  }
  for (const cells of sheet.styles) {
    const model = cells?.[at - 2];
    if (!cells || model === undefined) continue;
    for (let column = 0; column < inserted; column++) cells[at - 1 + column] = model;
  }
}

/** Notes, sizes, hidden and frozen lines. */
function moveKeyed(sheet: SheetData, splice: Splice): void {
  const onRows = splice.dimension === "row";
  const moved = (position: number) => spliceSpan(position, position, splice)?.[0];
  const notes: Record<string, string> = {};
  for (const [key, note] of Object.entries(sheet.notes)) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const target = moved(onRows ? row : column);
    if (target !== undefined) notes[onRows ? `${target},${column}` : `${row},${target}`] = note;
  }
  sheet.notes = notes;
  const sizes = onRows ? sheet.rowHeights : sheet.columnWidths;
  const newSizes: Record<number, number> = {};
  for (const [position, size] of Object.entries(sizes)) {
    const target = moved(Number(position));
    if (target !== undefined) newSizes[target] = size;
  }
  const hidden = (onRows ? sheet.hiddenRows : sheet.hiddenColumns)
    .map(moved)
    .filter((position) => position !== undefined);
  const frozen = onRows ? sheet.frozenRows : sheet.frozenColumns;
  const goneFrozen = Math.max(
    0,
    Math.min(frozen, splice.at - 1 + splice.deleted) - (splice.at - 1),
  );
  const newFrozen =
    splice.inserted > 0 && splice.at <= frozen ? frozen + splice.inserted : frozen - goneFrozen;
  if (onRows)
    Object.assign(sheet, { rowHeights: newSizes, hiddenRows: hidden, frozenRows: newFrozen });
  else
    Object.assign(sheet, {
      columnWidths: newSizes,
      hiddenColumns: hidden,
      frozenColumns: newFrozen,
    });
}

function moveArea(area: Area, splice: Splice): Area | undefined {
  const onRows = splice.dimension === "row";
  const [first, count] = onRows ? [area.row, area.rows] : [area.column, area.columns];
  const span = spliceSpan(first, first + count - 1, splice);
  if (!span) return undefined;
  const size = span[1] - span[0] + 1;
  return onRows
    ? { ...area, row: span[0], rows: size }
    : { ...area, column: span[0], columns: size };
}

function moveAreas(workbook: WorkbookData, sheet: SheetData, splice: Splice): void {
  const kept = (areas: Area[]) =>
    areas.map((area) => moveArea(area, splice)).filter((area) => area !== undefined);
  for (const rule of sheet.conditionalRules) rule.areas = kept(rule.areas);
  sheet.conditionalRules = sheet.conditionalRules.filter(({ areas }) => areas.length > 0);
  sheet.validations = sheet.validations.flatMap((rule) => {
    const area = moveArea(rule.area, splice);
    return area ? [{ ...rule, area }] : [];
  });
  sheet.protections = sheet.protections.flatMap((protection) => {
    if (!protection.area) return [protection];
    const area = moveArea(protection.area, splice);
    return area ? [{ ...protection, area }] : [];
  });
  workbook.namedRanges = workbook.namedRanges.flatMap((named) => {
    if (named.sheetId !== sheet.id) return [named];
    const area = moveArea(named.area, splice);
    return area ? [{ ...named, area }] : [];
  });
  for (const other of workbook.sheets) {
    for (const chart of other.charts) {
      chart.ranges = chart.ranges.flatMap((range) => {
        if (range.sheetId !== sheet.id) return [range];
        const area = moveArea(range.area, splice);
        return area ? [{ ...range, area }] : [];
      });
    }
  }
  const onRows = splice.dimension === "row";
  for (const chart of sheet.charts) {
    const at = onRows ? chart.anchor.row : chart.anchor.column;
    const span = spliceSpan(at, at, splice);
    chart.anchor = { ...chart.anchor, [splice.dimension]: span ? span[0] : splice.at };
  }
}

function moveFormulas(workbook: WorkbookData, sheet: SheetData, splice: Splice): void {
  for (const holder of workbook.sheets) {
    const concerns = (name: string | undefined) =>
      name === undefined ? holder === sheet : name.toLowerCase() === sheet.name.toLowerCase();
    const moved = (formula: string) => spliceFormula(formula, splice, concerns);
    for (const cells of holder.formulas) {
      if (!cells) continue;
      for (let column = 0; column < cells.length; column++) {
        const formula = cells[column];
        if (formula !== undefined) cells[column] = moved(formula);
      }
    }
    const formulaText = <T>(value: T): T =>
      typeof value === "string" && value.startsWith("=") ? (moved(value) as T) : value;
    for (const rule of holder.conditionalRules) rule.values = rule.values.map(formulaText);
    for (const rule of holder.validations) rule.values = rule.values.map(formulaText);
  }
}
