import type { ChartData } from "../../workbook.ts";
import { element, XML_HEAD } from "../xml.ts";
import type { Box } from "./chartLayout.ts";
import { paragraphs, type TextLook } from "./chartText.ts";

/** A line of text inside a chart: the format of 2007 has titles but no subtitles. */
export function subtitleXml(chart: ChartData, text: string, look: TextLook, box: Box): string {
  const corner = (name: string, x: number, y: number): string =>
    element(
      `cdr:${name}`,
      {},
      `<cdr:x>${(x / chart.width).toFixed(4)}</cdr:x><cdr:y>${(y / chart.height).toFixed(4)}</cdr:y>`,
    );
  const shape =
    '<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="2" name="Subtitle"/><cdr:cNvSpPr txBox="1"/></cdr:nvSpPr>' +
    '<cdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></cdr:spPr>' +
    `<cdr:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/>${paragraphs([{ text, look }], "l")}</cdr:txBody></cdr:sp>`;
  const anchor = element(
    "cdr:relSizeAnchor",
    { "xmlns:cdr": "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing" },
    corner("from", box.x, box.y) + corner("to", box.x + box.width, box.y + box.height) + shape,
  );
  return `${XML_HEAD}<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchor}</c:userShapes>`;
}
