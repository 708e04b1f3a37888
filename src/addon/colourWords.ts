import { GRID_COLUMNS } from "../reports/layout/grid.ts";
import type { PlanRule } from "../reports/layout/sheetPlan.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

function build(sheet: Sheet, rule: PlanRule, rows: number): Rule {
  const range = sheet.getRange(1, 1, rows, GRID_COLUMNS);
  return SpreadsheetApp.newConditionalFormatRule()
    .setRanges([range])
    .whenTextEqualTo(rule.word)
    .setBackground(rule.background)
    .setFontColor(rule.colour)
    .build();
}

function isOurs(rule: Rule, before: readonly PlanRule[]): boolean {
  const condition = rule.getBooleanCondition();
  if (!condition) return false;
  const word = condition.getCriteriaValues()[0];
  const background = condition.getBackground()?.toLowerCase();
  return before.some((one) => one.word === word && one.background === background);
}

/** Colours status words wherever they stand on the sheet. Rules that a person made stay, and stay first. */
export function colourWords(
  sheet: Sheet,
  rules: readonly PlanRule[],
  before: readonly PlanRule[],
  rows: number,
): void {
  if (JSON.stringify(rules) === JSON.stringify(before)) return;
  const others =
    before.length > 0
      ? sheet.getConditionalFormatRules().filter((rule) => !isOurs(rule, before))
      : [];
  sheet.setConditionalFormatRules([...others, ...rules.map((rule) => build(sheet, rule, rows))]);
}
