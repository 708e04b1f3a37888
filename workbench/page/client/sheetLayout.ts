import { helpers, type Model } from "@odoo/o-spreadsheet";

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What a sheet looks like where it does not fit. */
export type SheetLayout = {
  readonly charts: readonly (Rectangle & { readonly title: string })[];
  /** Cells whose text is cut off by a filled neighbour or by their own row's height. */
  readonly clipped: readonly string[];
  /** Cells that show `#####` or an error. */
  readonly broken: readonly string[];
};

type Cell = { readonly col: number; readonly row: number; readonly sheetId: string };

/** For tests: where charts lie and which cells do not show all they hold. */
export function sheetLayout({ getters }: Model): SheetLayout {
  const sheetId = getters.getActiveSheetId();
  const charts = getters.getFigures(sheetId).map((figure) => {
    const { x, y } = getters.getFigureUI(sheetId, figure);
    const definition = getters.getChartDefinition(
      getters.getChartIdFromFigureId(figure.id) ?? figure.id,
    );
    const { width, height } = figure;
    return { x, y, width, height, title: definition.title?.text ?? "" };
  });
  const [clipped, broken]: [string[], string[]] = [[], []];
  const { right, bottom } = getters.getSheetZone(sheetId);
  for (let row = 0; row <= bottom; row++) {
    if (getters.isRowHidden(sheetId, row)) continue;
    for (let col = 0; col <= right; col++) {
      const cell = { col, row, sheetId };
      const { formattedValue } = getters.getEvaluatedCell(cell);
      if (formattedValue === "" || getters.isColHidden(sheetId, col)) continue;
      const address = `${helpers.toXC(col, row)}: ${formattedValue}`;
      if (formattedValue.startsWith("#")) broken.push(address);
      else if (isClipped(getters, cell, right)) clipped.push(address);
    }
  }
  return { charts, clipped, broken };
}

function isClipped(getters: Model["getters"], cell: Cell, right: number): boolean {
  const { sheetId, col, row } = cell;
  const style = getters.getCellComputedStyle(cell);
  const value = getters.getEvaluatedCell(cell);
  const own = getters.getColSize(sheetId, col);
  if (style.wrapping === "wrap") {
    const lines = getters.getCellMultiLineText(cell, {
      maxWidth: own - 6,
      wrapWidth: own - 6,
    }).length;
    return lines * (style.fontSize ?? 10) * 1.3 > getters.getRowSize(sheetId, row) + 2;
  }
  const width = getters.getCellWidth(cell);
  // A number never flows over its neighbour.
  if (value.type === "number") return width > own;
  const isEmpty = (next: number) =>
    getters.getEvaluatedCell({ sheetId, col: next, row }).formattedValue === "";
  let room = own;
  const step = style.align === "right" ? -1 : 1;
  for (let next = col + step; next >= 0 && next <= right && room < width; next += step) {
    if (!isEmpty(next)) break;
    room += getters.getColSize(sheetId, next);
  }
  return width > room;
}
