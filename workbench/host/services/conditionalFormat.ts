import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { fromScript, mismatch, ServiceObject } from "../strict.ts";
import type { Area, CellStyle, ConditionalRule, SheetData } from "../workbook.ts";
import type { EnumValue } from "./enumValue.ts";

/** A finished rule; its ranges say which sheet it is for. */
export class ConditionalFormatRule extends ServiceObject {
  readonly service = "ConditionalFormatRule";
  readonly sheet: SheetData;
  readonly rule: ConditionalRule;

  constructor(run: Execution, sheet: SheetData, rule: ConditionalRule) {
    super(run);
    this.sheet = sheet;
    this.rule = rule;
  }

  getRanges(): unknown[] {
    return this.rule.areas.map((area) => this.run.handles?.range(this.sheet, area));
  }

  getBooleanCondition(): ConditionalFormatCondition | null {
    return this.rule.criteria === "GRADIENT"
      ? null
      : new ConditionalFormatCondition(this.run, this.rule);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run, this.sheet, structuredClone(this.rule));
  }
}

class ConditionalFormatCondition extends ServiceObject {
  readonly service = "ConditionalFormatBooleanCondition";
  readonly #rule: ConditionalRule;

  constructor(run: Execution, rule: ConditionalRule) {
    super(run);
    this.#rule = rule;
  }

  getCriteriaType(): unknown {
    return this.run.handles?.constant("BooleanCriteria", this.#rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    return this.#rule.values;
  }
  getBackground(): string | null {
    return this.#rule.style.background ?? null;
  }
  getFontColor(): string | null {
    return this.#rule.style.fontColor ?? null;
  }
  getBold(): boolean | null {
    return this.#rule.style.bold ?? null;
  }
}

/** A range as far as a rule needs it. */
type RangeLike = { sheet: SheetData; area: Area };

const MIN = 0;
const MID = 3;
const MAX = 6;

export class ConditionalFormatRuleBuilder extends ServiceObject {
  readonly service = "ConditionalFormatRuleBuilder";
  #sheet: SheetData | undefined;
  #rule: ConditionalRule;

  constructor(
    run: Execution,
    sheet?: SheetData,
    rule: ConditionalRule = { areas: [], criteria: "", values: [], style: {} },
  ) {
    super(run);
    this.#sheet = sheet;
    this.#rule = rule;
  }

  setRanges(ranges: unknown): this {
    if (!Array.isArray(ranges))
      throw mismatch("SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges", ranges);
    const targets = Array.from(ranges as unknown[], (range) => fromScript(range) as RangeLike);
    for (const target of targets) {
      if (!target?.area)
        throw mismatch("SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges", ranges);
    }
    this.#sheet = targets[0]?.sheet;
    if (targets.some(({ sheet }) => sheet !== this.#sheet)) {
      throw new ServiceError("Conditional format rule cannot reference a different sheet.");
    }
    this.#rule.areas = targets.map(({ area }) => area);
    return this;
  }

  whenCellEmpty(): this {
    return this.#when("CELL_EMPTY");
  }
  whenCellNotEmpty(): this {
    return this.#when("CELL_NOT_EMPTY");
  }
  whenFormulaSatisfied(formula: string): this {
    return this.#when("CUSTOM_FORMULA", formula.startsWith("=") ? formula : `=${formula}`);
  }
  whenNumberBetween(low: number, high: number): this {
    return this.#when("NUMBER_BETWEEN", low, high);
  }
  whenNumberNotBetween(low: number, high: number): this {
    return this.#when("NUMBER_NOT_BETWEEN", low, high);
  }
  whenNumberEqualTo(value: number): this {
    return this.#when("NUMBER_EQUAL_TO", value);
  }
  whenNumberNotEqualTo(value: number): this {
    return this.#when("NUMBER_NOT_EQUAL_TO", value);
  }
  whenNumberGreaterThan(value: number): this {
    return this.#when("NUMBER_GREATER_THAN", value);
  }
  whenNumberGreaterThanOrEqualTo(value: number): this {
    return this.#when("NUMBER_GREATER_THAN_OR_EQUAL_TO", value);
  }
  whenNumberLessThan(value: number): this {
    return this.#when("NUMBER_LESS_THAN", value);
  }
  whenNumberLessThanOrEqualTo(value: number): this {
    return this.#when("NUMBER_LESS_THAN_OR_EQUAL_TO", value);
  }
  whenTextContains(text: string): this {
    return this.#when("TEXT_CONTAINS", text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.#when("TEXT_DOES_NOT_CONTAIN", text);
  }
  whenTextEqualTo(text: string): this {
    return this.#when("TEXT_EQUAL_TO", text);
  }
  whenTextStartsWith(text: string): this {
    return this.#when("TEXT_STARTS_WITH", text);
  }
  whenTextEndsWith(text: string): this {
    return this.#when("TEXT_ENDS_WITH", text);
  }

  setGradientMinpoint(color: string): this {
    return this.#gradient(MIN, "MIN", "", color);
  }
  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#gradient(MIN, type.enumName, value, color);
  }
  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#gradient(MID, type.enumName, value, color);
  }
  setGradientMaxpoint(color: string): this {
    return this.#gradient(MAX, "MAX", "", color);
  }
  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#gradient(MAX, type.enumName, value, color);
  }

  setBackground(color: string | null): this {
    return this.#look({ background: color?.toLowerCase() });
  }
  setFontColor(color: string | null): this {
    return this.#look({ fontColor: color?.toLowerCase() });
  }
  setBold(bold: boolean | null): this {
    return this.#look({ bold: bold ?? undefined });
  }
  setItalic(italic: boolean | null): this {
    return this.#look({ italic: italic ?? undefined });
  }
  setUnderline(underline: boolean | null): this {
    return this.#look({ underline: underline ?? undefined });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.#look({ strikethrough: strikethrough ?? undefined });
  }

  build(): ConditionalFormatRule {
    if (this.#rule.criteria === "")
      throw new ServiceError("A conditional format rule needs a condition.");
    if (!this.#sheet) throw new ServiceError("A conditional format rule needs at least one range.");
    return new ConditionalFormatRule(this.run, this.#sheet, structuredClone(this.#rule));
  }

  #when(criteria: string, ...values: (string | number)[]): this {
    this.#rule = { ...this.#rule, criteria, values };
    return this;
  }

  #gradient(point: number, type: string, value: string, color: string): this {
    const values =
      this.#rule.criteria === "GRADIENT" ? [...this.#rule.values] : new Array<string>(9).fill("");
    values.splice(point, 3, type, value, color.toLowerCase());
    this.#rule = { ...this.#rule, criteria: "GRADIENT", values };
    return this;
  }

  #look(change: Partial<CellStyle>): this {
    const entries = Object.entries({ ...this.#rule.style, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    this.#rule = { ...this.#rule, style: Object.fromEntries(entries) };
    return this;
  }
}
