import { mismatch } from "../strict.ts";
import { restyle, styleAt } from "../styles.ts";
import type { CellStyle } from "../workbook.ts";
import { clearFormat } from "../writeCells.ts";
import { readBorder, withBorders } from "./borders.ts";
import { RangeContent } from "./rangeContent.ts";

type StyleKey = Exclude<keyof CellStyle, "borders">;

const WEIGHTS = { bold: true, normal: undefined } as const;
const SLANTS = { italic: true, normal: undefined } as const;
const DEFAULT_FORMAT = "0.###############";

const color = (value: unknown) => {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "string") throw mismatch("SpreadsheetApp.Range.setBackground", value);
  return value.toLowerCase();
};
const numberFormat = (value: unknown) => {
  if (typeof value !== "string") throw mismatch("SpreadsheetApp.Range.setNumberFormat", value);
  return value === "" || /^general$/i.test(value) ? undefined : value;
};
/** An alignment that does not exist is ignored silently, as on the platform. */
const oneOf = (names: readonly string[]) => (value: unknown) =>
  names.includes(String(value).toLowerCase()) ? String(value).toLowerCase() : undefined;
const horizontal = (value: unknown) =>
  oneOf(["left", "center", "right"])(value === "normal" ? undefined : value);
const wrap = (value: unknown) =>
  value === null ? undefined : String(value) === "OVERFLOW" ? undefined : String(value);

/** How the cells of a range look. Each setter is one call, however many cells there are. */
export class RangeStyle extends RangeContent {
  setNumberFormat(format: unknown) {
    return this.all("numberFormat", numberFormat(format));
  }
  setNumberFormats(formats: unknown) {
    return this.each("setNumberFormats", formats, "numberFormat", numberFormat);
  }
  getNumberFormat() {
    return this.look("numberFormat", DEFAULT_FORMAT)[0]?.[0];
  }
  getNumberFormats() {
    return this.look("numberFormat", DEFAULT_FORMAT);
  }
  setBackground(value: unknown) {
    return this.all("background", color(value));
  }
  setBackgrounds(values: unknown) {
    return this.each("setBackgrounds", values, "background", color);
  }
  getBackground() {
    return this.look("background", "#ffffff")[0]?.[0];
  }
  getBackgrounds() {
    return this.look("background", "#ffffff");
  }
  setFontColor(value: unknown) {
    return this.all("fontColor", color(value));
  }
  setFontColors(values: unknown) {
    return this.each("setFontColors", values, "fontColor", color);
  }
  getFontColor() {
    return this.look("fontColor", "#000000")[0]?.[0];
  }
  getFontColors() {
    return this.look("fontColor", "#000000");
  }
  setFontSize(value: unknown) {
    return this.all("fontSize", fontSize(value));
  }
  setFontSizes(values: unknown) {
    return this.each("setFontSizes", values, "fontSize", fontSize);
  }
  getFontSize() {
    return this.look("fontSize", 10)[0]?.[0];
  }
  getFontSizes() {
    return this.look("fontSize", 10);
  }
  setFontFamily(value: unknown) {
    return this.all("fontFamily", family(value));
  }
  setFontFamilies(values: unknown) {
    return this.each("setFontFamilies", values, "fontFamily", family);
  }
  getFontFamily() {
    return this.look("fontFamily", "Arial")[0]?.[0];
  }
  getFontFamilies() {
    return this.look("fontFamily", "Arial");
  }
  setFontWeight(value: unknown) {
    return this.all("bold", WEIGHTS[value as "bold"]);
  }
  setFontWeights(values: unknown) {
    return this.each("setFontWeights", values, "bold", (value) => WEIGHTS[value as "bold"]);
  }
  getFontWeight() {
    return this.getFontWeights()[0]?.[0];
  }
  getFontWeights() {
    return this.look("bold", false).map((cells) => cells.map((bold) => (bold ? "bold" : "normal")));
  }
  setFontStyle(value: unknown) {
    return this.all("italic", SLANTS[value as "italic"]);
  }
  setFontStyles(values: unknown) {
    return this.each("setFontStyles", values, "italic", (value) => SLANTS[value as "italic"]);
  }
  getFontStyles() {
    return this.look("italic", false).map((cells) =>
      cells.map((italic) => (italic ? "italic" : "normal")),
    );
  }
  setFontLine(value: unknown) {
    return this.setFontLines(this.filled(value));
  }
  setFontLines(values: unknown) {
    this.each("setFontLines", values, "underline", (value) =>
      value === "underline" ? true : undefined,
    );
    return this.each("setFontLines", values, "strikethrough", (value) =>
      value === "line-through" ? true : undefined,
    );
  }
  getFontLines() {
    const struck = this.look("strikethrough", false);
    return this.look("underline", false).map((cells, row) =>
      cells.map((underlined, column) =>
        underlined ? "underline" : struck[row]?.[column] ? "line-through" : "none",
      ),
    );
  }
  setHorizontalAlignment(value: unknown) {
    return this.all("horizontal", horizontal(value));
  }
  setHorizontalAlignments(values: unknown) {
    return this.each("setHorizontalAlignments", values, "horizontal", horizontal);
  }
  getHorizontalAlignment() {
    return this.look("horizontal", "general")[0]?.[0];
  }
  getHorizontalAlignments() {
    return this.look("horizontal", "general");
  }
  setVerticalAlignment(value: unknown) {
    return this.all("vertical", oneOf(["top", "middle", "bottom"])(value));
  }
  setVerticalAlignments(values: unknown) {
    return this.each(
      "setVerticalAlignments",
      values,
      "vertical",
      oneOf(["top", "middle", "bottom"]),
    );
  }
  getVerticalAlignments() {
    return this.look("vertical", "bottom");
  }
  setWrap(value: unknown) {
    return this.all("wrap", value ? "WRAP" : undefined);
  }
  setWraps(values: unknown) {
    return this.each("setWraps", values, "wrap", (value) => (value ? "WRAP" : undefined));
  }
  getWraps() {
    return this.look("wrap", "OVERFLOW").map((cells) => cells.map((value) => value === "WRAP"));
  }
  setWrapStrategy(value: unknown) {
    return this.all("wrap", wrap(value));
  }
  setWrapStrategies(values: unknown) {
    return this.each("setWrapStrategies", values, "wrap", wrap);
  }

  setBorder(...args: unknown[]) {
    const border = readBorder(args);
    const { rows, columns } = this.area;
    this.change(
      (row, column) => `${row === 0} ${row === rows - 1} ${column === 0} ${column === columns - 1}`,
      (style, key) =>
        withBorders(
          style,
          border,
          key.split(" ").map((word) => word === "true"),
        ),
    );
    return this;
  }

  clearFormat(): this {
    clearFormat(this.run, this.sheet, this.area);
    return this;
  }

  private all(key: StyleKey, value: unknown): this {
    this.change(
      () => 0,
      (style) => ({ ...style, [key]: value }),
    );
    return this;
  }

  private each(
    method: string,
    values: unknown,
    key: StyleKey,
    read: (value: unknown) => unknown,
  ): this {
    const grid = this.grid(method, values).map((cells) => Array.from(cells, read));
    this.change(
      (row, column) => grid[row]?.[column],
      (style, value) => ({ ...style, [key]: value }),
    );
    return this;
  }

  private change<Key>(
    keyAt: (row: number, column: number) => Key,
    change: (style: CellStyle, key: Key) => CellStyle,
  ): void {
    restyle(this.run.state.workbook, this.sheet, this.area, keyAt, change);
  }

  private look(
    key: StyleKey,
    otherwise: string | number | boolean,
  ): (string | number | boolean)[][] {
    return this.cells(
      (row, column) => styleAt(this.run.state.workbook, this.sheet, row, column)[key] ?? otherwise,
    );
  }
}

function fontSize(value: unknown): number | undefined {
  if (typeof value !== "number") throw mismatch("SpreadsheetApp.Range.setFontSize", value);
  return value === 10 ? undefined : value;
}

function family(value: unknown): string | undefined {
  return value === null ? undefined : String(value);
}
