import { groupBy } from "../../core/groupBy.ts";
import type { CleanUpItem, QualityAudit } from "../../core/hygiene/cleanUpItem.ts";
import { QUALITY_TARGET } from "../../core/hygiene/dataQuality.ts";
import type { Severity } from "../../core/hygiene/rule.ts";
import { share } from "../parts/tally.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import type { QualityCheck } from "./check.ts";
import type { GroupCompletion } from "./completion.ts";
import type { Quality } from "./gather.ts";

const MOST_ROWS = 15;
const STATES = { "▲ met": "good", "▼ missed": "bad" } as const;
const SIGNS: Readonly<Record<Severity, string>> = {
  high: "▼ high",
  medium: "● medium",
  low: "low",
};

const stateOf = (score: number | undefined, target: number): string | undefined =>
  score === undefined ? undefined : score >= target ? "▲ met" : "▼ missed";

/** The six dimensions against their targets. */
export function scorecard({ dimensions, score }: Quality): ReportTable {
  const known = dimensions.filter((one) => one.score !== undefined);
  return {
    id: "scorecard",
    columns: [
      { id: "dimension", label: "Dimension", format: "text", span: 2 },
      { id: "about", label: "What it means", format: "text", span: 4 },
      { id: "checked", label: "Values checked", format: "integer", span: 2 },
      { id: "failing", label: "Not sound", format: "integer", span: 1 },
      { id: "score", label: "Score", format: "percent", span: 1, bar: true },
      { id: "target", label: "Target", format: "percent", span: 1 },
      { id: "state", label: "State", format: "text", span: 1, status: STATES },
    ],
    rows: known.map(
      (one): TableRow => ({
        key: one.id,
        cells: {
          dimension: one.label,
          about: one.about,
          checked: one.checked,
          failing: one.failing,
          score: one.score,
          target: one.target,
          state: stateOf(one.score, one.target),
        },
        formulas: { score: "1-{@failing}/{@checked}" },
      }),
    ),
    total:
      score === undefined
        ? undefined
        : {
            key: "total",
            cells: {
              dimension: "Together",
              score,
              target: QUALITY_TARGET,
              state: stateOf(score, QUALITY_TARGET),
            },
            formulas: { score: "SUM({scorecard.score})/COUNT({scorecard.score})" },
          },
    empty: "There are no records to check.",
  };
}

const CHECK_COLUMNS: readonly TableColumn[] = [
  { id: "sheet", label: "Sheet", format: "text", span: 2 },
  { id: "check", label: "Check", format: "text", span: 3 },
  {
    id: "severity",
    label: "Severity",
    format: "text",
    span: 1,
    status: { "▼ high": "bad", "● medium": "warning" },
  },
  { id: "failing", label: "Not sound", format: "integer", span: 1, bar: true },
  { id: "checked", label: "Of", format: "integer", span: 1 },
  { id: "share", label: "Share", format: "percent", span: 1 },
  { id: "condition", label: "Condition", format: "text", span: 3 },
];

/** Checks with what they found, those with the largest share first; `most` rows at most. */
export function checksTable(
  id: string,
  checks: readonly QualityCheck[],
  empty: string,
  most = MOST_ROWS,
): ReportTable {
  const sorted = [...checks].sort(
    (a, b) => b.failing.length / Math.max(1, b.checked) - a.failing.length / Math.max(1, a.checked),
  );
  return {
    id,
    columns: CHECK_COLUMNS,
    rows: sorted.slice(0, most).map(
      (check): TableRow => ({
        key: check.id,
        cells: {
          sheet: check.sheet,
          check: check.label,
          // A check that found nothing gives no cause for colour.
          severity: check.failing.length === 0 ? check.severity : SIGNS[check.severity],
          failing: check.failing.length,
          checked: check.checked,
          share: share(check.failing.length, check.checked),
          condition: check.condition,
        },
      }),
    ),
    more: sayHidden(sorted.length - most, "more check", "with smaller shares"),
    empty,
  };
}

/** How far needed fields are filled, by owner or by stage. */
export function groupsTable(
  id: string,
  label: string,
  groups: readonly GroupCompletion[],
): ReportTable {
  return {
    id,
    columns: [
      { id: "name", label, format: "text", span: 3 },
      { id: "records", label: "Open deals", format: "integer", span: 2 },
      { id: "needed", label: "Fields needed", format: "integer", span: 2 },
      { id: "filled", label: "Filled", format: "integer", span: 1 },
      { id: "share", label: "Completion", format: "percent", span: 1, bar: true },
      { id: "worst", label: "Most often blank", format: "text", span: 3 },
    ],
    rows: groups.slice(0, MOST_ROWS).map(
      ({ name, records, needed, filled, worst }): TableRow => ({
        key: name,
        cells: { name, records, needed, filled, share: share(filled, needed), worst },
        formulas: { share: "{@filled}/{@needed}" },
      }),
    ),
    more: sayHidden(groups.length - MOST_ROWS, `more ${label.toLowerCase()}`, "filled better"),
    empty: "No open deal needs a field.",
  };
}

/** Who has how much to put right. */
export function workTable(items: readonly CleanUpItem[]): ReportTable {
  const owners = [...groupBy(items, ({ owner }) => owner ?? "")].sort(
    (a, b) => b[1].length - a[1].length,
  );
  const count = (list: readonly CleanUpItem[], severity: Severity) =>
    list.filter((item) => item.severity === severity).length;
  return {
    id: "work",
    columns: [
      { id: "owner", label: "Owner", format: "text", span: 3 },
      { id: "items", label: "To put right", format: "integer", span: 2, bar: true },
      { id: "high", label: "High", format: "integer", span: 1 },
      { id: "medium", label: "Medium", format: "integer", span: 1 },
      { id: "low", label: "Low", format: "integer", span: 1 },
      { id: "proposed", label: "Values proposed", format: "integer", span: 1 },
      { id: "first", label: "Most often", format: "text", span: 3 },
    ],
    rows: owners.slice(0, MOST_ROWS).map(([owner, list]): TableRow => {
      const issues = [...groupBy(list, ({ issue }) => issue ?? "")];
      const most = issues.sort((a, b) => b[1].length - a[1].length)[0];
      return {
        key: owner === "" ? "(none)" : owner,
        cells: {
          owner: owner === "" ? "No owner" : owner,
          items: list.length,
          high: count(list, "high"),
          medium: count(list, "medium"),
          low: count(list, "low"),
          proposed: list.filter(({ proposed }) => proposed !== undefined).length,
          first: most === undefined ? "" : `${most[0]} (${most[1].length})`,
        },
      };
    }),
    more: sayHidden(owners.length - MOST_ROWS, "more owner"),
    empty: "There is nothing to put right.",
  };
}

/** The quarters' scores, the newest first. */
export function auditsTable(audits: readonly QualityAudit[]): ReportTable {
  const percent = (id: string, label: string): TableColumn => ({
    id,
    label,
    format: "percent",
    span: 1,
  });
  return {
    id: "audits",
    columns: [
      { id: "quarter", label: "Quarter", format: "text", span: 1 },
      { id: "asOf", label: "As of", format: "date", span: 1 },
      percent("score", "Score"),
      percent("change", "Change"),
      percent("accuracy", "Accuracy"),
      percent("completeness", "Complete"),
      percent("consistency", "Consistent"),
      percent("timeliness", "Timely"),
      percent("validity", "Valid"),
      percent("uniqueness", "Unique"),
      { id: "issues", label: "Issues", format: "integer", span: 2 },
    ],
    rows: audits.slice(0, 8).map((audit, at): TableRow => {
      const before = audits[at + 1]?.score;
      const { quarter, asOf, score, accuracy, completeness, consistency } = audit;
      const { timeliness, validity, uniqueness, issues } = audit;
      return {
        key: quarter,
        cells: {
          ...{ quarter, asOf, score, accuracy, completeness, consistency },
          ...{ timeliness, validity, uniqueness, issues },
          change:
            before === undefined || audit.score === undefined ? undefined : audit.score - before,
        },
      };
    }),
    more: sayHidden(audits.length - 8, "more audit", "in sheet Quality audits"),
    empty: "No quarter was looked at yet.",
  };
}
