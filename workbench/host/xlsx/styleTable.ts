import type { CellBorder, CellStyle } from "../workbook.ts";
import { excelPattern } from "./numberPattern.ts";
import { argb, element, XML_HEAD } from "./xml.ts";

/** Numbers of a sheet's own making start here; lower ones are Excel's. */
const FIRST_NUMBER_FORMAT = 164;

const LINES: Readonly<Record<string, string>> = {
  SOLID: "thin",
  SOLID_MEDIUM: "medium",
  SOLID_THICK: "thick",
  DASHED: "dashed",
  DOTTED: "dotted",
  DOUBLE: "double",
};

const SIDES = ["left", "right", "top", "bottom"] as const;

/** Sheets' defaults: Arial 10. */
const FONT = "Arial";
const FONT_SIZE = 10;

/** An ordered set of XML pieces; each piece is known by its place. */
class Pieces {
  readonly #places = new Map<string, number>();

  place(xml: string): number {
    let place = this.#places.get(xml);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(xml, place);
    }
    return place;
  }

  xml(name: string): string {
    return element(name, { count: this.#places.size }, [...this.#places.keys()].join(""));
  }

  get size(): number {
    return this.#places.size;
  }
}

/** Collects the looks of a workbook and writes them as `styles.xml`. */
export class StyleTable {
  readonly #fonts = new Pieces();
  readonly #fills = new Pieces();
  readonly #borders = new Pieces();
  readonly #formats = new Map<string, number>();
  readonly #cells = new Pieces();
  readonly #rules = new Pieces();

  constructor() {
    // The first two fills are reserved, and format 0 is the plain cell.
    this.#fills.place('<fill><patternFill patternType="none"/></fill>');
    this.#fills.place('<fill><patternFill patternType="gray125"/></fill>');
    this.cell({});
  }

  /** The number of a cell format. */
  cell(style: CellStyle): number {
    const numFmtId = this.#format(style.numberFormat);
    const fontId = this.#fonts.place(fontXml(style));
    const fillId =
      style.background === undefined ? 0 : this.#fills.place(fillXml(style.background));
    const borderId = this.#borders.place(borderXml(style.borders));
    const alignment = alignmentXml(style);
    return this.#cells.place(
      element(
        "xf",
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: 0,
          applyNumberFormat: numFmtId !== 0 || undefined,
          applyFont: fontId !== 0 || undefined,
          applyFill: fillId !== 0 || undefined,
          applyBorder: borderId !== 0 || undefined,
          applyAlignment: alignment !== "" || undefined,
        },
        alignment,
      ),
    );
  }

  /** The number of a conditional look. */
  rule(style: CellStyle): number {
    const font = [
      style.bold === undefined ? "" : element("b", { val: style.bold }),
      style.italic === undefined ? "" : element("i", { val: style.italic }),
      style.strikethrough ? element("strike") : "",
      style.underline ? element("u") : "",
      style.fontColor === undefined ? "" : element("color", { rgb: argb(style.fontColor) }),
    ].join("");
    const fill =
      style.background === undefined
        ? ""
        : element(
            "fill",
            {},
            element("patternFill", {}, element("bgColor", { rgb: argb(style.background) })),
          );
    return this.#rules.place(
      element("dxf", {}, (font === "" ? "" : element("font", {}, font)) + fill),
    );
  }

  xml(): string {
    const formats = [...this.#formats].map(([formatCode, place]) =>
      element("numFmt", { numFmtId: FIRST_NUMBER_FORMAT + place, formatCode }),
    );
    const base =
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
    const normal =
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
    const content = [
      formats.length === 0 ? "" : element("numFmts", { count: formats.length }, formats.join("")),
      this.#fonts.xml("fonts"),
      this.#fills.xml("fills"),
      this.#borders.xml("borders"),
      base,
      this.#cells.xml("cellXfs"),
      normal,
      this.#rules.size === 0 ? '<dxfs count="0"/>' : this.#rules.xml("dxfs"),
    ];
    const xmlns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return XML_HEAD + element("styleSheet", { xmlns }, content.join(""));
  }

  #format(pattern: string | undefined): number {
    const code = excelPattern(pattern ?? "");
    if (code === "General") return 0;
    if (code === "@") return 49;
    let place = this.#formats.get(code);
    if (place === undefined) {
      place = this.#formats.size;
      this.#formats.set(code, place);
    }
    return FIRST_NUMBER_FORMAT + place;
  }
}

function fontXml(style: CellStyle): string {
  return element(
    "font",
    {},
    [
      style.bold ? element("b") : "",
      style.italic ? element("i") : "",
      style.strikethrough ? element("strike") : "",
      style.underline ? element("u") : "",
      element("sz", { val: style.fontSize ?? FONT_SIZE }),
      element("color", { rgb: argb(style.fontColor ?? "#000000") }),
      element("name", { val: style.fontFamily ?? FONT }),
      element("family", { val: 2 }),
    ].join(""),
  );
}

function fillXml(background: string): string {
  const colours =
    element("fgColor", { rgb: argb(background) }) + element("bgColor", { indexed: 64 });
  return element("fill", {}, element("patternFill", { patternType: "solid" }, colours));
}

function borderXml(borders: CellStyle["borders"]): string {
  const side = (name: string, border: CellBorder | undefined): string => {
    if (border === undefined) return element(name);
    const colour = element("color", { rgb: argb(border.color) });
    return element(name, { style: LINES[border.style] ?? "thin" }, colour);
  };
  const sides = SIDES.map((name) => side(name, borders?.[name]));
  return element("border", {}, `${sides.join("")}<diagonal/>`);
}

function alignmentXml(style: CellStyle): string {
  const vertical = style.vertical === "middle" ? "center" : style.vertical;
  const wrapText = style.wrap === "WRAP" || undefined;
  if (style.horizontal === undefined && vertical === undefined && wrapText === undefined) return "";
  return element("alignment", { horizontal: style.horizontal, vertical, wrapText });
}
