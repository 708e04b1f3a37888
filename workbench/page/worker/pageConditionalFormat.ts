import { areaName } from "../../host/a1.ts";
import type { ConditionalRule, SheetData } from "../../host/workbook.ts";
import { pageStyle } from "./pageCell.ts";

const OPERATORS: Readonly<Record<string, string>> = {
  CELL_EMPTY: "isEmpty",
  CELL_NOT_EMPTY: "isNotEmpty",
  CUSTOM_FORMULA: "customFormula",
  TEXT_CONTAINS: "containsText",
  TEXT_DOES_NOT_CONTAIN: "notContainsText",
  TEXT_STARTS_WITH: "beginsWithText",
  TEXT_ENDS_WITH: "endsWithText",
  TEXT_EQUAL_TO: "isEqual",
  NUMBER_EQUAL_TO: "isEqual",
  NUMBER_NOT_EQUAL_TO: "isNotEqual",
  NUMBER_GREATER_THAN: "isGreaterThan",
  NUMBER_GREATER_THAN_OR_EQUAL_TO: "isGreaterOrEqualTo",
  NUMBER_LESS_THAN: "isLessThan",
  NUMBER_LESS_THAN_OR_EQUAL_TO: "isLessOrEqualTo",
  NUMBER_BETWEEN: "isBetween",
  NUMBER_NOT_BETWEEN: "isNotBetween",
  DATE_AFTER: "isGreaterThan",
  DATE_BEFORE: "isLessThan",
  DATE_EQUAL_TO: "isEqual",
};

const THRESHOLDS: Readonly<Record<string, string>> = {
  MIN: "value",
  MAX: "value",
  NUMBER: "number",
  PERCENT: "percentage",
  PERCENTILE: "percentile",
};

/** A sheet's rules for the page; in Sheets the first matching rule wins, and so it does there. */
export function pageConditionalFormats(sheet: SheetData): object[] {
  return sheet.conditionalRules.flatMap((rule, index) => {
    const made = rule.criteria === "GRADIENT" ? gradient(rule) : condition(rule);
    const ranges = rule.areas.map(areaName);
    return made && ranges.length > 0 ? [{ id: `rule${index}`, ranges, rule: made }] : [];
  });
}

function condition({ criteria, values, style }: ConditionalRule): object | undefined {
  const operator = OPERATORS[criteria];
  if (operator === undefined) return undefined;
  return {
    type: "CellIsRule",
    operator,
    values: values.map(String),
    style: pageStyle(style) ?? {},
  };
}

function gradient({ values }: ConditionalRule): object | undefined {
  const [low, middle, high] = [0, 3, 6].map((at) => {
    const [type = "", value = "", colour = ""] = values.slice(at, at + 3).map(String);
    if (type === "" || colour === "") return undefined;
    return {
      type: THRESHOLDS[type] ?? "number",
      value,
      color: Number.parseInt(colour.slice(1), 16),
    };
  });
  if (!low || !high) return undefined;
  return {
    type: "ColorScaleRule",
    minimum: low,
    maximum: high,
    ...(middle ? { midpoint: middle } : {}),
  };
}
