import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import type { ValidationRule } from "../workbook.ts";
import { serialOfInstant } from "../zone.ts";

export type RuleData = Omit<ValidationRule, "area">;

/** A finished rule for what a cell may hold. */
export class DataValidation extends ServiceObject {
  readonly service = "DataValidation";
  readonly rule: RuleData;

  constructor(run: Execution, rule: RuleData) {
    super(run);
    const { criteria, values, allowInvalid, helpText } = rule;
    this.rule = { criteria, values, allowInvalid, helpText };
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule.helpText === "" ? null : this.rule.helpText;
  }

  getCriteriaType(): unknown {
    return this.run.handles?.constant("DataValidationCriteria", this.rule.criteria);
  }

  getCriteriaValues(): unknown[] {
    return this.rule.criteria === "VALUE_IN_LIST" ? [this.rule.values, true] : this.rule.values;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.run, { ...this.rule });
  }
}

/** A range as far as a rule needs it. */
type RangeLike = { absoluteFormula(): string };

export class DataValidationBuilder extends ServiceObject {
  readonly service = "DataValidationBuilder";
  readonly #rule: RuleData;

  constructor(
    run: Execution,
    rule: RuleData = { criteria: "", values: [], allowInvalid: true, helpText: "" },
  ) {
    super(run);
    this.#rule = rule;
  }

  requireValueInList(values: unknown, _showDropdown = true): this {
    if (!Array.isArray(values))
      throw mismatch("SpreadsheetApp.DataValidationBuilder.requireValueInList", values);
    if (values.length > 500)
      throw new ServiceError("The list of a data validation rule may hold at most 500 items.");
    return this.#require("VALUE_IN_LIST", ...Array.from(values as unknown[], String));
  }
  requireValueInRange(range: unknown, _showDropdown = true): this {
    if (typeof range !== "object" || range === null || !("absoluteFormula" in range)) {
      throw mismatch("SpreadsheetApp.DataValidationBuilder.requireValueInRange", range);
    }
    return this.#require("VALUE_IN_RANGE", (range as RangeLike).absoluteFormula());
  }
  requireCheckbox(...values: (string | number | boolean)[]): this {
    return this.#require("CHECKBOX", ...values);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.#require("CUSTOM_FORMULA", formula.startsWith("=") ? formula : `=${formula}`);
  }
  requireNumberBetween(low: number, high: number): this {
    return this.#require("NUMBER_BETWEEN", low, high);
  }
  requireNumberNotBetween(low: number, high: number): this {
    return this.#require("NUMBER_NOT_BETWEEN", low, high);
  }
  requireNumberGreaterThan(value: number): this {
    return this.#require("NUMBER_GREATER_THAN", value);
  }
  requireNumberGreaterThanOrEqualTo(value: number): this {
    return this.#require("NUMBER_GREATER_THAN_OR_EQUAL_TO", value);
  }
  requireNumberLessThan(value: number): this {
    return this.#require("NUMBER_LESS_THAN", value);
  }
  requireNumberLessThanOrEqualTo(value: number): this {
    return this.#require("NUMBER_LESS_THAN_OR_EQUAL_TO", value);
  }
  requireNumberEqualTo(value: number): this {
    return this.#require("NUMBER_EQUAL_TO", value);
  }
  requireNumberNotEqualTo(value: number): this {
    return this.#require("NUMBER_NOT_EQUAL_TO", value);
  }
  requireDate(): this {
    return this.#require("DATE_IS_VALID_DATE");
  }
  requireDateAfter(date: unknown): this {
    return this.#require("DATE_AFTER", this.#serial(date));
  }
  requireDateOnOrAfter(date: unknown): this {
    return this.#require("DATE_ON_OR_AFTER", this.#serial(date));
  }
  requireDateBefore(date: unknown): this {
    return this.#require("DATE_BEFORE", this.#serial(date));
  }
  requireDateOnOrBefore(date: unknown): this {
    return this.#require("DATE_ON_OR_BEFORE", this.#serial(date));
  }
  requireDateBetween(first: unknown, last: unknown): this {
    return this.#require("DATE_BETWEEN", this.#serial(first), this.#serial(last));
  }
  requireTextContains(text: string): this {
    return this.#require("TEXT_CONTAINS", text);
  }
  requireTextEqualTo(text: string): this {
    return this.#require("TEXT_EQUAL_TO", text);
  }
  requireTextIsEmail(): this {
    return this.#require("TEXT_IS_VALID_EMAIL");
  }

  setAllowInvalid(allowInvalid: boolean): this {
    this.#rule.allowInvalid = allowInvalid;
    return this;
  }

  setHelpText(helpText: string): this {
    this.#rule.helpText = helpText ?? "";
    return this;
  }

  build(): DataValidation {
    if (this.#rule.criteria === "")
      throw new ServiceError("A data validation rule needs a criterion.");
    return new DataValidation(this.run, { ...this.#rule, values: [...this.#rule.values] });
  }

  #require(criteria: string, ...values: (string | number | boolean)[]): this {
    this.#rule.criteria = criteria;
    this.#rule.values = values;
    return this;
  }

  #serial(date: unknown): number {
    if (Object.prototype.toString.call(date) !== "[object Date]") {
      throw mismatch("SpreadsheetApp.DataValidationBuilder.requireDate", date);
    }
    return serialOfInstant((date as Date).getTime(), this.run.state.workbook.timeZone);
  }
}
