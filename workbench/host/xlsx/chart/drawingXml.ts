import type { ChartData, SheetData } from "../../workbook.ts";
import { element, escapeXml, XML_HEAD } from "../xml.ts";

/** English metric units of a pixel. */
const EMU = 9525;

const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;

/** The cell that lies so many pixels after the upper left corner of another one. */
function cellAt(
  first: number,
  pixels: number,
  sizes: Readonly<Record<number, number>>,
  usual: number,
): { cell: number; offset: number } {
  let cell = first;
  let offset = pixels;
  for (let size = sizes[cell] ?? usual; offset > size; size = sizes[cell] ?? usual) {
    offset -= size;
    cell += 1;
  }
  return { cell, offset };
}

/** Where a chart ends. Readers differ in how wide a column is, so it is tied to cells at both ends. */
function endXml({ anchor, width, height }: ChartData, sheet: SheetSizes): string {
  const right = cellAt(anchor.column, anchor.offsetX + width, sheet.columnWidths, DEFAULT_WIDTH);
  const below = cellAt(anchor.row, anchor.offsetY + height, sheet.rowHeights, DEFAULT_HEIGHT);
  return element(
    "xdr:to",
    {},
    `<xdr:col>${right.cell - 1}</xdr:col><xdr:colOff>${Math.round(right.offset * EMU)}</xdr:colOff>` +
      `<xdr:row>${below.cell - 1}</xdr:row><xdr:rowOff>${Math.round(below.offset * EMU)}</xdr:rowOff>`,
  );
}

type SheetSizes = Pick<SheetData, "columnWidths" | "rowHeights">;

/** `drawing1.xml`: where the charts of a sheet stand; the nth chart has the relation `rIdn`. */
export function drawingXml(charts: readonly ChartData[], sheet: SheetSizes): string {
  const anchors = charts.map((chart, index) => {
    const { anchor, options } = chart;
    const from =
      `<xdr:col>${anchor.column - 1}</xdr:col><xdr:colOff>${Math.round(anchor.offsetX * EMU)}</xdr:colOff>` +
      `<xdr:row>${anchor.row - 1}</xdr:row><xdr:rowOff>${Math.round(anchor.offsetY * EMU)}</xdr:rowOff>`;
    const name = escapeXml(String(options.title ?? `Chart ${index + 1}`));
    const frame =
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
    return element(
      "xdr:twoCellAnchor",
      { editAs: "oneCell" },
      `${element("xdr:from", {}, from)}${endXml(chart, sheet)}${frame}<xdr:clientData/>`,
    );
  });
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join("")}</xdr:wsDr>`;
}
