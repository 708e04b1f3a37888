import type { ConditionalRule } from "../workbook.ts";
import { excelFormula, type ReferenceFacts } from "./excelFormula.ts";
import { areaReference, cellReference } from "./reference.ts";
import type { StyleTable } from "./styleTable.ts";
import { argb, element, escapeXml } from "./xml.ts";

const OPERATORS: Readonly<Record<string, string>> = {
  NUMBER_GREATER_THAN: "greaterThan",
  NUMBER_GREATER_THAN_OR_EQUAL_TO: "greaterThanOrEqual",
  NUMBER_LESS_THAN: "lessThan",
  NUMBER_LESS_THAN_OR_EQUAL_TO: "lessThanOrEqual",
  NUMBER_EQUAL_TO: "equal",
  NUMBER_NOT_EQUAL_TO: "notEqual",
  NUMBER_BETWEEN: "between",
  NUMBER_NOT_BETWEEN: "notBetween",
  DATE_AFTER: "greaterThan",
  DATE_BEFORE: "lessThan",
  DATE_EQUAL_TO: "equal",
};

const POINT_TYPES: Readonly<Record<string, string>> = {
  MIN: "min",
  MAX: "max",
  NUMBER: "num",
  PERCENT: "percent",
  PERCENTILE: "percentile",
};

/** Conditional formats, the first rule first; one that Excel cannot express is left out. */
export function conditionalXml(
  rules: readonly ConditionalRule[],
  sheetName: string,
  table: StyleTable,
  facts: ReferenceFacts,
): string {
  return rules
    .map((rule, index) => {
      const [first] = rule.areas;
      if (first === undefined) return "";
      const priority = index + 1;
      const content =
        rule.criteria === "GRADIENT"
          ? gradientXml(rule.values, priority)
          : ruleXml(
              rule,
              cellReference(first.row, first.column),
              sheetName,
              priority,
              table,
              facts,
            );
      if (content === "") return "";
      return element(
        "conditionalFormatting",
        { sqref: rule.areas.map(areaReference).join(" ") },
        content,
      );
    })
    .join("");
}

/** Three points at most: type, value and colour of the lowest, the middle and the highest. */
function gradientXml(values: readonly (string | number)[], priority: number): string {
  const points = [0, 3, 6].flatMap((at) => {
    const [type = "", value = "", colour = ""] = values.slice(at, at + 3).map(String);
    return type === "" || colour === ""
      ? []
      : [{ type: POINT_TYPES[type] ?? "num", value, colour }];
  });
  if (points.length < 2) return "";
  const stops = points.map(({ type, value }) =>
    element("cfvo", { type, val: value === "" ? undefined : value }),
  );
  const colours = points.map(({ colour }) => element("color", { rgb: argb(colour) }));
  const scale = element("colorScale", {}, stops.join("") + colours.join(""));
  return element("cfRule", { type: "colorScale", priority }, scale);
}

function ruleXml(
  rule: ConditionalRule,
  cell: string,
  sheetName: string,
  priority: number,
  table: StyleTable,
  facts: ReferenceFacts,
): string {
  const dxfId = table.rule(rule.style);
  const operator = OPERATORS[rule.criteria];
  if (operator !== undefined) {
    const formulas = rule.values.map((value) => formulaElement(String(value)));
    return element("cfRule", { type: "cellIs", dxfId, priority, operator }, formulas.join(""));
  }
  const [value = ""] = rule.values;
  const condition =
    rule.criteria === "CUSTOM_FORMULA"
      ? excelFormula(String(value), sheetName, facts)?.text
      : textCondition(rule.criteria, cell, String(value));
  if (condition === undefined) return "";
  return element("cfRule", { type: "expression", dxfId, priority }, formulaElement(condition));
}

/** Conditions on text as formulas about the first cell of the range. */
function textCondition(criteria: string, cell: string, value: string): string | undefined {
  const text = `"${value.replace(/"/g, '""')}"`;
  const conditions: Readonly<Record<string, string>> = {
    CELL_EMPTY: `LEN(TRIM(${cell}))=0`,
    CELL_NOT_EMPTY: `LEN(TRIM(${cell}))>0`,
    TEXT_CONTAINS: `ISNUMBER(SEARCH(${text},${cell}))`,
    TEXT_DOES_NOT_CONTAIN: `ISERROR(SEARCH(${text},${cell}))`,
    TEXT_STARTS_WITH: `LEFT(${cell},${value.length})=${text}`,
    TEXT_ENDS_WITH: `RIGHT(${cell},${value.length})=${text}`,
    TEXT_EQUAL_TO: `${cell}=${text}`,
  };
  return conditions[criteria];
}

function formulaElement(formula: string): string {
  return `<formula>${escapeXml(formula)}</formula>`;
}
