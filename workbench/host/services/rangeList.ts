import type { Execution } from "../execution.ts";
import { ServiceObject } from "../strict.ts";
import type { Range } from "./range.ts";

/** Several ranges of one sheet that get the same look or content in one call. */
export class RangeList extends ServiceObject {
  readonly service = "RangeList";
  readonly #ranges: readonly Range[];

  constructor(run: Execution, ranges: readonly Range[]) {
    super(run);
    this.#ranges = ranges;
  }

  override describe(): string {
    return this.#ranges.map((range) => range.describe()).join(", ");
  }

  override demandEditable(): void {
    for (const range of this.#ranges) range.demandEditable();
  }

  getRanges(): readonly Range[] {
    return [...this.#ranges];
  }

  setBackground(color: unknown): this {
    return this.#do((range) => range.setBackground(color));
  }
  setFontColor(color: unknown): this {
    return this.#do((range) => range.setFontColor(color));
  }
  setFontSize(size: unknown): this {
    return this.#do((range) => range.setFontSize(size));
  }
  setFontFamily(family: unknown): this {
    return this.#do((range) => range.setFontFamily(family));
  }
  setFontWeight(weight: unknown): this {
    return this.#do((range) => range.setFontWeight(weight));
  }
  setFontStyle(style: unknown): this {
    return this.#do((range) => range.setFontStyle(style));
  }
  setFontLine(line: unknown): this {
    return this.#do((range) => range.setFontLine(line));
  }
  setNumberFormat(format: unknown): this {
    return this.#do((range) => range.setNumberFormat(format));
  }
  setHorizontalAlignment(alignment: unknown): this {
    return this.#do((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: unknown): this {
    return this.#do((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(wrap: unknown): this {
    return this.#do((range) => range.setWrap(wrap));
  }
  setWrapStrategy(strategy: unknown): this {
    return this.#do((range) => range.setWrapStrategy(strategy));
  }
  setBorder(...args: unknown[]): this {
    return this.#do((range) => range.setBorder(...args));
  }
  setValue(value: unknown): this {
    return this.#do((range) => range.setValue(value));
  }
  setFormula(formula: unknown): this {
    return this.#do((range) => range.setFormula(formula));
  }
  setNote(note: unknown): this {
    return this.#do((range) => range.setNote(note));
  }
  setDataValidation(rule: unknown): this {
    return this.#do((range) => range.setDataValidation(rule));
  }
  clearContent(): this {
    return this.#do((range) => range.clearContent());
  }
  clearFormat(): this {
    return this.#do((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.#do((range) => range.clearNote());
  }
  clearDataValidations(): this {
    return this.#do((range) => range.clearDataValidations());
  }

  #do(act: (range: Range) => unknown): this {
    for (const range of this.#ranges) act(range);
    return this;
  }
}
