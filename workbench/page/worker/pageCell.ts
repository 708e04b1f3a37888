import { enginePattern } from "../../host/engine/numberFormat.ts";
import type { CellBorder, CellStyle, CellValue } from "../../host/workbook.ts";
import type { PageBorders, PageStyle } from "../protocol.ts";

/** Text that the page would read as a number, a date, a truth, a link or a formula, were it typed. */
const READ_AS_OTHER = /^[\s]*[-+=.'(\d$€£¥₹%]|^\s*(?:true|false)\s*$|^\[/i;

/** What the page's cell holds: a formula, or text from which the page makes the same value. */
export function pageContent(
  value: CellValue | undefined,
  formula: string | undefined,
  style: CellStyle | undefined,
): string {
  if (formula !== undefined && formula !== null) return formula;
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return pageText(value, style?.numberFormat === "@");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}

function pageText(text: string, isTextCell: boolean): string {
  if (!READ_AS_OTHER.test(text)) return text;
  return isTextCell && /^[\d.,\s]/.test(text) ? text : `'${text}`;
}

export function pageFormat(style: CellStyle | undefined): string | undefined {
  const pattern = style?.numberFormat;
  if (pattern === undefined || pattern === "") return undefined;
  return pattern === "@" ? "@" : enginePattern(pattern);
}

export function pageStyle(style: CellStyle | undefined): PageStyle | undefined {
  if (style === undefined) return undefined;
  const { background, fontColor, fontSize, horizontal, vertical, wrap } = style;
  const made: PageStyle = {
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(style.strikethrough ? { strikethrough: true } : {}),
    ...(background === undefined ? {} : { fillColor: background }),
    ...(fontColor === undefined ? {} : { textColor: fontColor }),
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(horizontal === undefined ? {} : { align: horizontal }),
    ...(vertical === undefined ? {} : { verticalAlign: vertical }),
    ...(wrap === undefined ? {} : { wrapping: wrap.toLowerCase() as PageStyle["wrapping"] }),
  };
  return Object.keys(made).length > 0 ? made : undefined;
}

const LINES: Readonly<Record<string, string>> = {
  SOLID: "thin",
  SOLID_MEDIUM: "medium",
  SOLID_THICK: "thick",
  DASHED: "dashed",
  DOTTED: "dotted",
};

export function pageBorders(style: CellStyle | undefined): PageBorders | undefined {
  const sides = Object.entries(style?.borders ?? {}) as [keyof PageBorders, CellBorder][];
  if (sides.length === 0) return undefined;
  return Object.fromEntries(
    sides.map(([side, { style: line, color }]) => [side, { style: LINES[line] ?? "thin", color }]),
  );
}

/** A style that a person gave a cell in the page, put over what the page cannot show. */
export function hostStyle(
  old: CellStyle,
  format: string | null,
  style: PageStyle | null,
  borders: PageBorders | null | 0,
): CellStyle {
  const made = style ?? {};
  return {
    ...(old.fontFamily === undefined ? {} : { fontFamily: old.fontFamily }),
    numberFormat: (pageFormat(old) ?? null) === format ? old.numberFormat : (format ?? undefined),
    bold: made.bold || undefined,
    italic: made.italic || undefined,
    underline: made.underline || undefined,
    strikethrough: made.strikethrough || undefined,
    background: made.fillColor || undefined,
    fontColor: made.textColor || undefined,
    fontSize: made.fontSize,
    horizontal: made.align,
    vertical: made.verticalAlign,
    wrap: made.wrapping?.toUpperCase() as CellStyle["wrap"],
    borders: borders === 0 ? old.borders : hostBorders(borders ?? {}),
  };
}

function hostBorders(borders: PageBorders): CellStyle["borders"] {
  const sides = Object.entries(borders).filter(([, line]) => line !== undefined);
  if (sides.length === 0) return undefined;
  const names = Object.fromEntries(Object.entries(LINES).map(([host, page]) => [page, host]));
  return Object.fromEntries(
    sides
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([side, line]) => [side, { color: line.color, style: names[line.style] ?? "SOLID" }]),
  );
}
