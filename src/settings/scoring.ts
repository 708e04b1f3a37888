import type { ScoringOperator, ScoringRule, ScoringSettings } from "../core/leads/scoring.ts";
import { type Cell, isBlank } from "../tables/reading/cell.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { defaultsOf, formRows, isEmpty, type Line, linesOf, readLines } from "./form.ts";
import { listRow, readList, sheetColumns } from "./list.ts";
import { plainName, sameName } from "./name.ts";
import { scoringPresets } from "./presets/scoringPresets.ts";
import { badRow } from "./problem.ts";
import {
  OPERATORS,
  type ScoringRow,
  SETTING,
  scoringForm,
  scoringList,
  standard,
} from "./scoringColumns.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Scoring";
const aboutColumn = { label: "About", about: "Your notes on the rule.", width: 330 };
const columns = [...sheetColumns(scoringList), aboutColumn];

/** Operators that compare with something; the others need no value. */
const COMPARING: ReadonlySet<ScoringOperator> = new Set(OPERATORS.slice(0, 6));

function rulesOf(
  rows: readonly { rowNumber: number; row: ScoringRow }[],
  issues: Issue[],
): ScoringRule[] {
  const rules: ScoringRule[] = [];
  for (const { rowNumber, row } of rows) {
    const { kind } = row;
    if (kind === SETTING) continue;
    if (row.active && row.value === "" && COMPARING.has(row.operator)) {
      const place = { sheet: SHEET, row: rowNumber, column: "Value" };
      const message = `A rule with "${row.operator}" needs a value.`;
      issues.push(badRow(place, "", message, "Type the value, or set Active to FALSE."));
    } else rules.push({ ...row, kind });
  }
  return rules;
}

/** The values of `setting` rows, read as a form. */
function settingLines(cells: SettingCells): Line[] {
  const header = (cells[0] ?? []).map(plainName);
  const [kind, name, value] = ["kind", "attribute", "value"].map((label) => header.indexOf(label));
  if (kind === undefined || name === undefined || value === undefined) return [];
  return cells
    .map((row, index) => ({ row: index + 1, kind: row[kind], name: row[name], value: row[value] }))
    .filter((line) => sameName(line.kind, SETTING));
}

/** Reads the Scoring range: `setting` rows and rules. A sheet without rules scores nothing. */
export function readScoring(cells: SettingCells | undefined): Read<ScoringSettings> {
  if (isEmpty(cells)) return { value: scoring.defaults, issues: [] };
  const { rows, issues } = readList(SHEET, scoringList, cells);
  if (rows === undefined) return { value: scoring.defaults, issues };
  const { value, issues: formIssues } = readLines(
    SHEET,
    "Value",
    scoringForm,
    settingLines(cells),
    [
      {
        fields: ["fitWeight", "engagementWeight"],
        holds: (one) => Math.abs(one.fitWeight + one.engagementWeight - 1) < 1e-6,
        expected: "weights that add up to 100%",
      },
    ],
  );
  const all = [...issues, ...formIssues];
  return { value: { ...value, rules: rulesOf(rows, all) }, issues: all };
}

const identity = (rule: ScoringRule) =>
  [rule.kind, rule.attribute, rule.operator, rule.value, rule.points].join("\n");

function notes(): Map<string, string> {
  const found = new Map<string, string>();
  for (const preset of scoringPresets) {
    for (const rule of preset.rules) found.set(identity(rule), rule.about);
  }
  return found;
}

function settingRow([label = "", value, about]: readonly Cell[]): Cell[] {
  return columns.map(({ label: column }) => {
    if (column === "Kind") return SETTING;
    if (column === "Attribute") return label;
    if (column === "Value") return value;
    return column === "About" ? about : "";
  });
}

/** A rule's row; steps of decay are left blank where there is none. */
function ruleRow(rule: ScoringRule, about: string): Cell[] {
  const cells = listRow(scoringList, rule);
  const decayAt = columns.findIndex((column) => column.label === "Decay points");
  if (rule.decayPoints === 0 && rule.decayDays === 0) cells.fill("", decayAt, decayAt + 2);
  return [...cells, about].map((cell) => (isBlank(cell) ? "" : cell));
}

export const scoring: Subject<ScoringSettings> = {
  id: "scoring",
  sheet: SHEET,
  range: "REVOPS_SCORING",
  about: "What a lead's score is made of, and from which score it goes to sales.",
  columns,
  key: ["Kind", "Attribute", "Operator", "Value"],
  lines: linesOf(scoringForm),
  defaults: { ...defaultsOf(scoringForm), rules: standard.rules },
  read: readScoring,
  toCells: (value) => {
    const known = notes();
    return [
      columns.map((column) => column.label),
      ...formRows(scoringForm, value).map(settingRow),
      ...value.rules.map((rule) => ruleRow(rule, known.get(identity(rule)) ?? "")),
    ];
  },
};
