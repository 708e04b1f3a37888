import { groupBy } from "../../core/groupBy.ts";
import type { Book } from "../book.ts";
import { canMatch } from "../parts/detailDeals.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Inspected } from "./inspect.ts";
import { hygieneScore, usualAmount } from "./score.ts";

const MOST_ROWS = 25;

function row(
  key: string,
  label: string,
  records: readonly Inspected[],
  formulas: boolean,
  usual: number | undefined,
): TableRow {
  const score = hygieneScore(records, usual);
  return {
    key,
    cells: {
      name: label,
      records: score.records,
      bad: score.withIssues,
      issues: score.issues,
      stake: score.valueAtStake,
      open: score.openValue,
      score: score.score,
    },
    formulas:
      formulas && canMatch(label)
        ? {
            issues: "COUNTIFS({issues.owner},{@name})",
            ...(score.valueAtStake === undefined
              ? {}
              : { stake: "SUMIFS({issues.amount},{issues.owner},{@name})" }),
          }
        : {},
  };
}

/** Who has how much to clean up, the largest value at stake first. */
export function ownersTable(
  book: Book,
  records: readonly Inspected[],
  isComplete: boolean,
): ReportTable {
  const usual = usualAmount(records);
  const groups = groupBy(records, ({ deal }) => deal.owner.key);
  const all = [...groups]
    .map(([key, list]) =>
      row(key === "" ? "(none)" : key, book.people.find(key).label, list, isComplete, usual),
    )
    .sort(
      (a, b) =>
        Number(b.cells.stake ?? 0) - Number(a.cells.stake ?? 0) ||
        Number(b.cells.issues) - Number(a.cells.issues),
    );
  const shown = all.length > MOST_ROWS ? all.slice(0, MOST_ROWS - 1) : all;
  const rest = all.length - shown.length;
  const named = new Set(shown.map(({ key }) => key));
  const others = records.filter(
    ({ deal }) => !named.has(deal.owner.key === "" ? "(none)" : deal.owner.key),
  );
  const rows =
    rest === 0 ? shown : [...shown, row("(others)", sayCount(rest, "other"), others, false, usual)];
  const total = row("total", "Total", records, false, usual);
  const unit = unitOf(book);
  const sums = [
    "records",
    "bad",
    "issues",
    ...(total.cells.stake === undefined ? [] : ["stake", "open"]),
  ];
  return {
    id: "owners",
    columns: [
      { id: "name", label: "Owner", format: "text", span: 3 },
      { id: "records", label: "Records", format: "integer", span: 1 },
      { id: "bad", label: "With issues", format: "integer", span: 1 },
      { id: "issues", label: "Issues", format: "integer", span: 1 },
      { id: "stake", label: `At stake${unit}`, format: "money", span: 2, bar: true },
      { id: "open", label: `Open value${unit}`, format: "money", span: 2 },
      { id: "score", label: "Score, 0-100", format: "points", span: 2 },
    ],
    rows,
    total:
      rows.length === 0
        ? undefined
        : {
            ...total,
            formulas: Object.fromEntries(sums.map((id) => [id, `SUM({owners.${id}})`])),
          },
    empty: "There is no open deal and none that closed in the period.",
  };
}
