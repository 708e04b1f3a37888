import type { ValidationRule } from "../workbook.ts";
import { excelFormula, type ReferenceFacts } from "./excelFormula.ts";
import { areaReference, cellReference } from "./reference.ts";
import { element, escapeXml } from "./xml.ts";

/** Excel's limit for a list written into the rule itself. */
const LONGEST_LIST = 255;

const TYPES: Readonly<Record<string, string>> = { NUMBER: "decimal", DATE: "date" };

const OPERATORS: Readonly<Record<string, string>> = {
  BETWEEN: "between",
  NOT_BETWEEN: "notBetween",
  GREATER_THAN: "greaterThan",
  GREATER_THAN_OR_EQUAL_TO: "greaterThanOrEqual",
  LESS_THAN: "lessThan",
  LESS_THAN_OR_EQUAL_TO: "lessThanOrEqual",
  EQUAL_TO: "equal",
  NOT_EQUAL_TO: "notEqual",
  AFTER: "greaterThan",
  ON_OR_AFTER: "greaterThanOrEqual",
  BEFORE: "lessThan",
  ON_OR_BEFORE: "lessThanOrEqual",
};

type Condition = { type: string; operator?: string; formulas: string[] };

/** What cells may hold; a rule that Excel cannot express is left out. */
export function validationXml(
  rules: readonly ValidationRule[],
  sheetName: string,
  facts: ReferenceFacts,
): string {
  const written = rules.flatMap((rule) => {
    const condition = conditionOf(rule, sheetName, facts);
    if (condition === undefined) return [];
    const { type, operator, formulas } = condition;
    const content = formulas.map(
      (formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`,
    );
    return element(
      "dataValidation",
      {
        type,
        operator,
        errorStyle: rule.allowInvalid ? "warning" : undefined,
        allowBlank: true,
        showErrorMessage: true,
        showInputMessage: rule.helpText === "" ? undefined : true,
        prompt: rule.helpText === "" ? undefined : rule.helpText.slice(0, LONGEST_LIST),
        sqref: areaReference(rule.area),
      },
      content.join(""),
    );
  });
  return written.length === 0
    ? ""
    : element("dataValidations", { count: written.length }, written.join(""));
}

function conditionOf(
  rule: ValidationRule,
  sheetName: string,
  facts: ReferenceFacts,
): Condition | undefined {
  const [value = ""] = rule.values;
  switch (rule.criteria) {
    case "VALUE_IN_LIST":
      return list(`"${rule.values.join(",").replace(/"/g, '""')}"`, rule.values);
    case "CHECKBOX":
      return list('"TRUE,FALSE"', []);
    case "VALUE_IN_RANGE": {
      const source = `=${String(value).replace(/^=/, "")}`;
      const formula = excelFormula(source, sheetName, facts)?.text;
      return formula === undefined ? undefined : { type: "list", formulas: [formula] };
    }
    case "CUSTOM_FORMULA": {
      const formula = excelFormula(String(value), sheetName, facts)?.text;
      return formula === undefined ? undefined : { type: "custom", formulas: [formula] };
    }
    case "DATE_IS_VALID_DATE":
      return { type: "date", operator: "greaterThanOrEqual", formulas: ["1"] };
    case "TEXT_CONTAINS": {
      const text = `"${String(value).replace(/"/g, '""')}"`;
      const cell = cellReference(rule.area.row, rule.area.column);
      return { type: "custom", formulas: [`ISNUMBER(SEARCH(${text},${cell}))`] };
    }
    default:
      return comparison(rule);
  }
}

function comparison({ criteria, values }: ValidationRule): Condition | undefined {
  const [kind = "", ...rest] = criteria.split("_");
  const type = TYPES[kind];
  const operator = OPERATORS[rest.join("_")];
  if (type === undefined || operator === undefined) return;
  return { type, operator, formulas: values.map(String) };
}

/** A choice that itself holds a comma, or a list that is too long, cannot be written into the rule. */
function list(formula: string, values: readonly unknown[]): Condition | undefined {
  if (formula.length > LONGEST_LIST || values.some((value) => String(value).includes(","))) return;
  return { type: "list", formulas: [formula] };
}
