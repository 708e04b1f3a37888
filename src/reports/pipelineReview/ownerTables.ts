import { groupBy } from "../../core/groupBy.ts";
import { activityHealth } from "../../core/pipeline/activityHealth.ts";
import { winRate } from "../../core/pipeline/winRate.ts";
import type { BookDeal } from "../book.ts";
import { filledColumns } from "../parts/filledColumns.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import { amountOf, stalledOf } from "./dealSignals.ts";
import { PAST_DAYS, type Review } from "./review.ts";

const isPast =
  (asOf: number) =>
  ({ standing: { status, deal } }: BookDeal) => {
    const { closeDate } = deal;
    const isIn = closeDate !== undefined && closeDate <= asOf && closeDate > asOf - PAST_DAYS;
    return isIn && (status === "won" || status === "lost");
  };

/** Open deals of each group of them, those with most at risk first. */
function groupRows(
  { book, deals }: Review,
  keyOf: (deal: BookDeal) => string,
  nameOf: (deal: BookDeal) => string,
): TableRow[] {
  const closed = groupBy(book.deals.filter(isPast(book.request.asOf)), keyOf);
  const rows = [...groupBy(deals, ({ deal }) => keyOf(deal))].map(([key, own]): TableRow => {
    const past = closed.get(key) ?? [];
    const days = own.flatMap(({ inactive }) => inactive ?? []);
    const [first] = own;
    return {
      key: key === "" ? "(none)" : key,
      cells: {
        name: first === undefined ? "" : nameOf(first.deal),
        deals: own.length,
        amount: amountOf(own),
        at_risk: amountOf(own.filter(({ isAtRisk }) => isAtRisk)),
        stalled: stalledOf(own),
        overdue: own.filter(({ signals }) => signals.includes("overdue")).length,
        activity: activityHealth(days).score,
        win: winRate(past.map(({ standing }) => (standing.status === "won" ? "won" : "lost"))),
      },
    };
  });
  const at = ({ cells }: TableRow) =>
    Number(cells.at_risk ?? 0) * 1e-3 + Number(cells.amount ?? 0) * 1e-9;
  return rows.sort((a, b) => at(b) - at(a));
}

function groupColumns(heading: string, { book }: Review): TableColumn[] {
  return [
    { id: "name", label: heading, format: "text", span: 2 },
    { id: "deals", label: "Open deals", format: "integer", span: 1 },
    { id: "amount", label: `Open${unitOf(book)}`, format: "money", span: 2 },
    { id: "at_risk", label: `At risk${unitOf(book)}`, format: "money", span: 2, bar: true },
    { id: "stalled", label: "Stalled", format: "integer", span: 1 },
    { id: "overdue", label: "Overdue", format: "integer", span: 1 },
    { id: "activity", label: "Activity, of 10", format: "number", span: 1 },
    { id: "win", label: "Win rate, 12 months", format: "percent", span: 2 },
  ];
}

/** Owners with open deals, those with most at risk first. */
export function ownersTable(review: Review): ReportTable {
  const table: ReportTable = {
    id: "owners",
    columns: groupColumns("Owner", review),
    rows: groupRows(
      review,
      ({ owner }) => owner.key,
      ({ owner }) => owner.label,
    ),
    empty: "There is no open deal.",
  };
  return filledColumns(table, ["stalled", "activity", "win"]);
}

/** The same by team: the deal's own, else its owner's, else the manager's. */
export function teamsTable(review: Review): ReportTable {
  const isNamed = review.deals.some(({ deal }) => deal.team !== undefined);
  const plain = ({ team }: BookDeal) => (team ?? "").toLowerCase();
  const table: ReportTable = {
    id: "teams",
    columns: groupColumns("Team", review),
    rows: !isNamed ? [] : groupRows(review, plain, ({ team }) => team ?? "No team"),
    empty: "The data names no teams.",
  };
  return filledColumns(table, ["stalled", "activity", "win"]);
}
