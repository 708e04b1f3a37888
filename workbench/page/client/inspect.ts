import { helpers, type Model } from "@odoo/o-spreadsheet";
import { type SheetLayout, sheetLayout } from "./sheetLayout.ts";

/** For tests and the browser's console: what the grid, which is a picture, shows. */
export type Inspect = {
  sheets(): string[];
  activeSheet(): string;
  /** What a cell holds, shows and says, such as `cell("A1")` or `cell("B2", "Reps")`. */
  cell(
    address: string,
    sheet?: string,
  ): { content: string; shown: string; value: unknown; message: string; fill: string };
  charts(sheet?: string): string[];
  /** Selects a cell of the active sheet and says where on the page it now lies. */
  select(address: string): { x: number; y: number; width: number; height: number };
  /** Rows that are selected, the first and the last. */
  selectedRows(): readonly [first: number, last: number];
  activate(sheet: string): void;
  /** Where the active sheet's charts lie and which of its cells do not show all they hold. */
  layout(): SheetLayout;
};

export function inspect(model: () => Model | undefined): Inspect {
  const current = (): Model => {
    const found = model();
    if (!found) throw new Error("No workbook is shown yet.");
    return found;
  };
  const sheetId = (name: string | undefined): string => {
    const { getters } = current();
    if (name === undefined) return getters.getActiveSheetId();
    const id = getters.getSheetIdByName(name);
    if (id === undefined) throw new Error(`There is no sheet ${name}.`);
    return id;
  };
  return {
    sheets: () =>
      current()
        .getters.getSheetIds()
        .map((id) => current().getters.getSheetName(id)),
    activeSheet: () => current().getters.getSheetName(sheetId(undefined)),
    cell: (address, sheet) => {
      const { getters } = current();
      const position = { sheetId: sheetId(sheet), ...helpers.toCartesian(address) };
      const cell = getters.getCell(position);
      const shown = getters.getEvaluatedCell(position);
      return {
        content: cell?.isFormula
          ? cell.compiledFormula.toFormulaString(getters)
          : (cell?.content ?? ""),
        shown: shown.formattedValue,
        value: shown.value,
        message: shown.message ?? "",
        fill: getters.getCellComputedStyle(position).fillColor ?? "",
      };
    },
    charts: (sheet) => {
      const { getters } = current();
      return getters.getFigures(sheetId(sheet)).map(({ id }) => {
        const definition = getters.getChartDefinition(getters.getChartIdFromFigureId(id) ?? id);
        return definition.title?.text ?? "";
      });
    },
    select: (address) => {
      const { col, row } = helpers.toCartesian(address);
      const { getters, selection } = current();
      selection.selectCell(col, row);
      const { x, y, width, height } = getters.getVisibleRect({
        left: col,
        right: col,
        top: row,
        bottom: row,
      });
      const grid = document.querySelector(".o-grid")?.getBoundingClientRect();
      return { x: x + (grid?.x ?? 0), y: y + (grid?.y ?? 0), width, height };
    },
    layout: () => sheetLayout(current()),
    selectedRows: () => {
      const { top, bottom } = current().getters.getSelectedZone();
      return [top + 1, bottom + 1];
    },
    activate: (sheet) => {
      const sheetIdFrom = sheetId(undefined);
      current().dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheetId(sheet) });
    },
  };
}
