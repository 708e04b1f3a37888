import { areaName } from "../../host/a1.ts";
import type { SheetData, ValidationRule } from "../../host/workbook.ts";

const CRITERIA: Readonly<Record<string, string>> = {
  CHECKBOX: "isBoolean",
  CUSTOM_FORMULA: "customFormula",
  TEXT_CONTAINS: "containsText",
  TEXT_EQUAL_TO: "isEqualText",
  TEXT_IS_VALID_EMAIL: "isEmail",
  NUMBER_EQUAL_TO: "isEqual",
  NUMBER_NOT_EQUAL_TO: "isNotEqual",
  NUMBER_GREATER_THAN: "isGreaterThan",
  NUMBER_GREATER_THAN_OR_EQUAL_TO: "isGreaterOrEqualTo",
  NUMBER_LESS_THAN: "isLessThan",
  NUMBER_LESS_THAN_OR_EQUAL_TO: "isLessOrEqualTo",
  NUMBER_BETWEEN: "isBetween",
  NUMBER_NOT_BETWEEN: "isNotBetween",
  DATE_IS_VALID_DATE: "dateIsValid",
  DATE_BETWEEN: "dateIsBetween",
  DATE_NOT_BETWEEN: "dateIsNotBetween",
};

/** What cells may hold, as the page offers and marks it. */
export function pageValidations(sheet: SheetData): object[] {
  return sheet.validations.flatMap((rule, index) => {
    const criterion = criterionOf(rule);
    if (criterion === undefined) return [];
    const ranges = [areaName(rule.area)];
    return [{ id: `valid${index}`, ranges, criterion, isBlocking: !rule.allowInvalid }];
  });
}

function criterionOf({ criteria, values }: ValidationRule): object | undefined {
  if (criteria === "VALUE_IN_LIST") {
    return { type: "isValueInList", values: values.map(String), displayStyle: "arrow" };
  }
  if (criteria === "VALUE_IN_RANGE") {
    const range = String(values[0] ?? "").replace(/^=/, "");
    return { type: "isValueInRange", values: [range], displayStyle: "arrow" };
  }
  const type = CRITERIA[criteria];
  return type === undefined ? undefined : { type, values: values.map(String) };
}
