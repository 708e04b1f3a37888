import type { ChartData } from "../../workbook.ts";
import { element, escapeXml, XML_HEAD } from "../xml.ts";

/** English metric units of a pixel. */
const EMU = 9525;

/** `drawing1.xml`: where the charts of a sheet stand; the nth chart has the relation `rIdn`. */
export function drawingXml(charts: readonly ChartData[]): string {
  const anchors = charts.map(({ anchor, width, height, options }, index) => {
    const from =
      `<xdr:col>${anchor.column - 1}</xdr:col><xdr:colOff>${Math.round(anchor.offsetX * EMU)}</xdr:colOff>` +
      `<xdr:row>${anchor.row - 1}</xdr:row><xdr:rowOff>${Math.round(anchor.offsetY * EMU)}</xdr:rowOff>`;
    const name = escapeXml(String(options.title ?? `Chart ${index + 1}`));
    const frame =
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
    const size = element("xdr:ext", { cx: Math.round(width * EMU), cy: Math.round(height * EMU) });
    return element(
      "xdr:oneCellAnchor",
      {},
      `${element("xdr:from", {}, from)}${size}${frame}<xdr:clientData/>`,
    );
  });
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join("")}</xdr:wsDr>`;
}
