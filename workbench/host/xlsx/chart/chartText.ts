import { element, escapeXml } from "../xml.ts";

export type TextLook = { readonly size: number; readonly colour: string; readonly bold?: boolean };

/** Pixels of a chart's text to hundredths of a point. */
function hundredths(size: number): number {
  return Math.round(size * 75);
}

function properties(tag: string, { size, colour, bold }: TextLook): string {
  const content =
    element("a:solidFill", {}, element("a:srgbClr", { val: colour })) +
    '<a:latin typeface="Arial"/><a:cs typeface="Arial"/>';
  return element(tag, { sz: hundredths(size), b: bold === true, i: false }, content);
}

export function paragraphs(
  lines: readonly { text: string; look: TextLook }[],
  align: "l" | "ctr",
): string {
  return lines
    .map(({ text, look }) => {
      const start = element("a:pPr", { algn: align }, properties("a:defRPr", look));
      return `<a:p>${start}<a:r>${properties("a:rPr", look)}<a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
    })
    .join("");
}

/** Lines of text, each with its own look. */
export function richText(
  lines: readonly { text: string; look: TextLook }[],
  align: "l" | "ctr",
  turned = false,
): string {
  const body = turned ? '<a:bodyPr rot="-5400000" vert="horz"/>' : "<a:bodyPr/>";
  return `<c:tx><c:rich>${body}<a:lstStyle/>${paragraphs(lines, align)}</c:rich></c:tx>`;
}

/** How labels look that the reader writes itself. */
export function textProperties(look: TextLook): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p>${element("a:pPr", {}, properties("a:defRPr", look))}<a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

export function solidFill(colour: string): string {
  return element("a:solidFill", {}, element("a:srgbClr", { val: colour }));
}

export function line(colour: string, pixels: number, dash?: string): string {
  const content =
    solidFill(colour) +
    (dash === undefined ? "" : element("a:prstDash", { val: dash })) +
    "<a:round/>";
  return element("a:ln", { w: Math.round(pixels * 9525) }, content);
}

export const NO_LINE = "<a:ln><a:noFill/></a:ln>";
