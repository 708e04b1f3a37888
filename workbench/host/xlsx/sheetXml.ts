import type { SheetData } from "../workbook.ts";
import { conditionalXml } from "./conditionalXml.ts";
import type { ExportedSheet } from "./exportedBook.ts";
import { cellReference } from "./reference.ts";
import { type RowsContext, rowsXml } from "./rowsXml.ts";
import { validationXml } from "./validationXml.ts";
import { argb, element, XML_HEAD } from "./xml.ts";

/** Widths are counted in digits of the default font, which is 7 pixels wide. */
const DIGIT_PIXELS = 7;
const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT_POINTS = 15.75;

export type SheetParts = { readonly drawing?: string; readonly notes?: string };

/** A worksheet, in pieces; `parts` names the relations of its charts and notes. */
export function* sheetXml(
  sheet: ExportedSheet,
  context: RowsContext,
  isActive: boolean,
  parts: SheetParts,
): Generator<string> {
  const { data } = sheet;
  yield `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`;
  yield element(
    "sheetPr",
    {},
    (data.tabColor ? element("tabColor", { rgb: argb(data.tabColor) }) : "") +
      element("pageSetUpPr", { fitToPage: true }),
  );
  yield viewXml(data, isActive);
  yield element("sheetFormatPr", {
    defaultColWidth: DEFAULT_WIDTH / DIGIT_PIXELS,
    defaultRowHeight: DEFAULT_HEIGHT_POINTS,
    customHeight: true,
  });
  yield columnsXml(data);
  yield "<sheetData>";
  yield* rowsXml(sheet, context);
  yield "</sheetData>";
  yield conditionalXml(data.conditionalRules, data.name, context.table, context.facts);
  yield validationXml(data.validations, data.name, context.facts);
  yield '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.4" header="0.2" footer="0.2"/>';
  yield '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  if (parts.drawing) yield element("drawing", { "r:id": parts.drawing });
  if (parts.notes) yield element("legacyDrawing", { "r:id": parts.notes });
  yield "</worksheet>";
}

function viewXml(data: SheetData, isActive: boolean): string {
  const { frozenRows, frozenColumns } = data;
  const pane =
    frozenRows === 0 && frozenColumns === 0
      ? ""
      : element("pane", {
          xSplit: frozenColumns || undefined,
          ySplit: frozenRows || undefined,
          topLeftCell: cellReference(frozenRows + 1, frozenColumns + 1),
          activePane:
            frozenColumns === 0 ? "bottomLeft" : frozenRows === 0 ? "topRight" : "bottomRight",
          state: "frozen",
        });
  const view = element(
    "sheetView",
    {
      showGridLines: data.gridlines ? undefined : false,
      tabSelected: isActive || undefined,
      workbookViewId: 0,
    },
    pane,
  );
  return element("sheetViews", {}, view);
}

/** Runs of columns of one width. */
function columnsXml(data: SheetData): string {
  const hidden = new Set(data.hiddenColumns);
  const runs: { min: number; max: number; width: number; isHidden: boolean }[] = [];
  for (let column = 1; column <= data.columns; column += 1) {
    const width = (data.columnWidths[column] ?? DEFAULT_WIDTH) / DIGIT_PIXELS;
    const isHidden = hidden.has(column);
    const run = runs.at(-1);
    if (run && run.width === width && run.isHidden === isHidden) run.max = column;
    else runs.push({ min: column, max: column, width, isHidden });
  }
  const columns = runs.map(({ min, max, width, isHidden }) =>
    element("col", {
      min,
      max,
      width: width.toFixed(4),
      customWidth: true,
      hidden: isHidden || undefined,
    }),
  );
  return element("cols", {}, columns.join(""));
}
