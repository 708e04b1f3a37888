import type { PlanRule } from "../../reports/layout/sheetPlan.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

function build(sheet: Sheet, rule: PlanRule, rows: number): Rule {
  const ranges = rule.columns.map((column) => sheet.getRange(1, column, rows, 1));
  return SpreadsheetApp.newConditionalFormatRule()
    .setRanges(ranges)
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

/** Colours status words in the columns where they stand. Rules that a person made stay, and stay first. */
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
