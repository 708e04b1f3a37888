import type { RuleSetting, RuleSettings } from "../core/hygiene/ruleSetting.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { choice, number, text } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { sameName } from "./name.ts";
import { hygieneRows } from "./presets/hygieneRows.ts";
import { badRow } from "./problem.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Hygiene rules";

type Row = Omit<RuleSetting, "id" | "severity"> & {
  /** Undefined: the rule's usual one. */
  readonly severity: RuleSetting["severity"] | undefined;
};

const list: List<Row> = {
  sheet: {
    label: "Sheet",
    about: "Sheet whose records the rule is about; do not change it.",
    width: 130,
    input: text(),
    default: "",
    needed: true,
  },
  label: {
    label: "Rule",
    about: "What is wrong; do not rename it.",
    width: 270,
    input: text(),
    default: "",
    needed: true,
  },
  severity: {
    label: "Severity",
    about: "How much it matters; off: not checked.",
    width: 90,
    input: choice(["high", "medium", "low", "off"]),
    default: undefined,
  },
  limit: {
    label: "Limit",
    about: "Where the rule starts: days, points, contacts or a share; blank: the usual one.",
    width: 70,
    input: number(0, 100000),
    default: undefined,
  },
  owner: {
    label: "Owner",
    about: "Who puts it right; blank: the record's owner.",
    width: 130,
    input: text(),
    default: "",
  },
  systemOfRecord: {
    label: "System of record",
    about:
      "Of a rule about two sheets or two sources: the one that is believed, such as Salesforce.",
    width: 150,
    input: text(),
    default: "",
  },
  why: { label: "Why", about: "Why it matters.", width: 380, input: text(), default: "" },
};

const columns = sheetColumns(list);

const byId = (rows: readonly RuleSetting[]): RuleSettings =>
  new Map(rows.map((row) => [row.id, row]));

/** Reads the rules. One whose row is missing holds as usual; a row that names no rule is the user's own. */
function readHygieneRules(cells: SettingCells | undefined): Read<RuleSettings> {
  const { rows, issues: found } = readList(SHEET, list, cells);
  const issues: Issue[] = [...found];
  const given = new Map<string, RuleSetting>();
  for (const { rowNumber, row } of rows ?? []) {
    const standard = hygieneRows.find(
      (one) => sameName(one.label, row.label) && sameName(one.sheet, row.sheet),
    );
    if (standard === undefined) continue;
    if (given.has(standard.id)) {
      const place = { sheet: SHEET, row: rowNumber, column: "Rule" };
      const message = `The rule "${row.label}" is there twice.`;
      issues.push(
        badRow(place, row.label, message, "Delete one of the two rows; the first one counts."),
      );
      continue;
    }
    given.set(standard.id, {
      ...standard,
      severity: row.severity ?? standard.severity,
      limit: row.limit ?? standard.limit,
      owner: row.owner,
      systemOfRecord: row.systemOfRecord || standard.systemOfRecord,
      why: row.why || standard.why,
    });
  }
  return { value: byId(hygieneRows.map((row) => given.get(row.id) ?? row)), issues };
}

export const hygieneRules: Subject<RuleSettings> = {
  id: "hygieneRules",
  sheet: SHEET,
  range: "REVOPS_HYGIENE_RULES",
  about:
    "What the hygiene and data quality reports check, how grave it is, who puts it right and why.",
  columns,
  key: ["Sheet", "Rule"],
  lines: [],
  defaults: byId(hygieneRows),
  read: readHygieneRules,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...[...value.values()].map(({ id: _, ...row }) => listRow(list, row)),
  ],
};
