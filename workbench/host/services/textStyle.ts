import type { Execution } from "../execution.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import type { CellStyle } from "../workbook.ts";

type Look = Pick<CellStyle, "bold" | "fontColor" | "fontSize">;

/** How text looks; what it does not say stays as it is. */
export class TextStyle extends ServiceObject {
  readonly service = "TextStyle";
  override readonly pure = true;
  readonly look: Look;

  constructor(run: Execution, look: Look) {
    super(run);
    this.look = look;
  }

  isBold(): boolean | null {
    return "bold" in this.look ? this.look.bold === true : null;
  }
  getFontSize(): number | null {
    return "fontSize" in this.look ? (this.look.fontSize ?? 10) : null;
  }
  getForegroundColor(): string | null {
    return this.look.fontColor ?? null;
  }
}

export class TextStyleBuilder extends ServiceObject {
  readonly service = "TextStyleBuilder";
  override readonly pure = true;
  #look: Look = {};

  setBold(bold: unknown): this {
    if (typeof bold !== "boolean") throw mismatch("SpreadsheetApp.TextStyleBuilder.setBold", bold);
    this.#look = { ...this.#look, bold: bold || undefined };
    return this;
  }
  setFontSize(size: unknown): this {
    if (typeof size !== "number")
      throw mismatch("SpreadsheetApp.TextStyleBuilder.setFontSize", size);
    this.#look = { ...this.#look, fontSize: size === 10 ? undefined : size };
    return this;
  }
  setForegroundColor(color: unknown): this {
    if (typeof color !== "string")
      throw mismatch("SpreadsheetApp.TextStyleBuilder.setForegroundColor", color);
    this.#look = { ...this.#look, fontColor: color.toLowerCase() };
    return this;
  }
  build(): TextStyle {
    return new TextStyle(this.run, this.#look);
  }
}
