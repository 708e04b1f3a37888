import { groupBy } from "../../core/groupBy.ts";
import { compared } from "../../core/winloss/compared.ts";
import type { Factor } from "../../core/winloss/factors.ts";
import { stageLost } from "../../core/winloss/stageLost.ts";
import { type WinLossGroup, winLossBy } from "../../core/winloss/winLossBy.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { shownId } from "../parts/detailDeals.ts";
import { tally, total } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import type { DecidedDeal } from "./decided.ts";
import { inOrder } from "./groupOrder.ts";
import type { Interviews } from "./interviews.ts";
import { LEVEL, type Numbers } from "./numbers.ts";

export const MOST_ROWS = 15;
const MOST_GROUPS = 10;

export const RANGE: readonly TableColumn[] = [
  { id: "rate", label: "Win rate", format: "percent", span: 1 },
  { id: "low", label: "95% from", format: "percent", span: 1 },
  { id: "high", label: "to", format: "percent", span: 1 },
];
export const VERDICT: TableColumn = {
  id: "verdict",
  label: "Against the others",
  format: "text",
  span: 2,
  status: { "wins more": "good", "wins less": "bad" },
};

/** Kinds of loss, which add up to all that was lost. */
export function kindsTable({ reasons, lost, lostAmount, valued, book }: Numbers): ReportTable {
  return {
    id: "kinds",
    columns: [
      { id: "kind", label: "Kind of loss", format: "text", span: 3 },
      { id: "deals", label: "Lost deals", format: "integer", span: 1, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "low", label: "95% from", format: "percent", span: 1 },
      { id: "high", label: "to", format: "percent", span: 1 },
      { id: "amount", label: `Amount${unitOf(book)}`, format: "money", span: 2 },
      { id: "part", label: "Share of amount", format: "percent", span: 1 },
    ],
    rows: reasons
      .filter(({ reason }) => reason === undefined)
      .map(({ category, deals, share, low, high, amount, amountShare }): TableRow => {
        const kind = category ?? "Not given";
        const money = valued ? { amount, part: amountShare } : {};
        return { key: kind, cells: { kind, deals, share, low, high, ...money } };
      }),
    total: {
      key: "total",
      cells: { kind: "Lost", deals: lost.length, amount: lostAmount },
      formulas: { deals: "SUM({kinds.deals})" },
    },
    empty: "No deal was lost.",
  };
}

/** Reasons as the CRM words them. */
export function reasonsTable({ reasons, valued, book }: Numbers): ReportTable {
  const named = reasons.filter(({ reason }) => reason !== undefined);
  const hidden = named.length - MOST_ROWS;
  return {
    id: "reasons",
    columns: [
      { id: "reason", label: "Reason", format: "text", span: 4 },
      { id: "kind", label: "Kind", format: "text", span: 2 },
      { id: "addressable", label: "Addressable", format: "text", span: 1 },
      { id: "deals", label: "Lost deals", format: "integer", span: 1, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "amount", label: `Amount${unitOf(book)}`, format: "money", span: 2 },
    ],
    rows: [...named]
      .sort((a, b) => b.deals - a.deals || b.amount - a.amount)
      .slice(0, MOST_ROWS)
      .map(
        ({ category, reason = "", addressable, deals, share, amount }): TableRow => ({
          key: reason,
          cells: {
            reason,
            kind: category,
            addressable: addressable === undefined ? "" : addressable ? "yes" : "no",
            deals,
            share,
            ...(valued ? { amount } : {}),
          },
        }),
      ),
    more: sayHidden(hidden, "rarer reason", "not shown"),
    empty: "No lost deal says why it was lost.",
  };
}

const groupCells = (group: WinLossGroup, { valued, noDecision }: Numbers) => ({
  group: group.name,
  deals: group.won + group.lost,
  won: group.won,
  lost: group.lost,
  rate: group.winRate,
  low: group.low,
  high: group.high,
  pooled: group.pooledRate,
  ...(valued ? { amount: group.lostAmount } : {}),
  ...(noDecision === undefined ? {} : { no_decision: group.noDecision }),
});

/** How deals ended by one factor, the largest groups first. */
export function groupTable(numbers: Numbers, factor: Factor): ReportTable {
  const { deals, book, kindOf, drivers } = numbers;
  const found = compared(winLossBy(deals, factor.namer(deals), LEVEL, kindOf), LEVEL);
  const groups = inOrder(found, deals, factor);
  // A group is judged as among the drivers, so that no table contradicts another.
  const verdicts = new Map(
    drivers
      .filter((one) => one.factor.word === factor.word)
      .map(({ name, verdict }) => [name, verdict]),
  );
  return {
    id: `by_${factor.word.replace(/ /g, "_")}`,
    columns: [
      { id: "group", label: factor.label, format: "text", span: 2 },
      { id: "deals", label: "Deals", format: "integer", span: 1 },
      { id: "won", label: "Won", format: "integer", span: 1 },
      ...(numbers.noDecision === undefined
        ? []
        : [{ id: "no_decision", label: "No decision", format: "integer" as const, span: 1 }]),
      ...RANGE,
      { id: "pooled", label: "Pooled rate", format: "percent", span: 1 },
      { id: "amount", label: `Lost${unitOf(book)}`, format: "money", span: 1 },
      VERDICT,
    ],
    rows: groups.slice(0, MOST_GROUPS).map(
      (group): TableRow => ({
        key: group.name,
        cells: {
          ...groupCells(group, numbers),
          verdict: verdicts.get(group.name) ?? group.verdict,
        },
      }),
    ),
    more: sayHidden(groups.length - MOST_GROUPS, "smaller group", "not shown"),
    empty: "No deal says.",
  };
}

/** Where lost deals were last open, in the order of the stages; last those of which no history tells. */
export function stagesTable({ lost, book }: Numbers): ReportTable {
  const { snapshots, opportunityHistory } = book.request.tables;
  const isKnown = (snapshots?.rows.length ?? 0) + (opportunityHistory?.rows.length ?? 0) > 0;
  const { ordered, find } = book.standings.stages;
  const order = new Map(ordered.map(({ stage }, at) => [stage, at]));
  const history = isKnown ? dealHistoryOf(book.request) : undefined;
  const unknown: DecidedDeal[] = [];
  const told = lost.flatMap((deal) => {
    const stage = stageLost(history?.lifeOf(deal.deal.opportunityId) ?? []);
    if (stage !== undefined) return [{ stage: find(undefined, stage)?.stage ?? stage, deal }];
    unknown.push(deal);
    return [];
  });
  const placeOf = (stage: string) => order.get(stage) ?? order.size;
  const groups = [...groupBy(told, ({ stage }) => stage)]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([stage, list]) => [stage, list.map(({ deal }) => deal)] as const);
  const rows = [
    ...groups.slice(0, MOST_ROWS),
    ...(unknown.length > 0 ? [["Unknown", unknown] as const] : []),
  ];
  const row = (stage: string, list: readonly DecidedDeal[]): TableRow => ({
    key: stage,
    cells: {
      stage,
      deals: list.length,
      share: list.length / lost.length,
      amount: total(tally(list, ({ amount }) => amount)),
    },
  });
  return {
    id: "stages",
    columns: [
      { id: "stage", label: "Lost from stage", format: "text", span: 3 },
      { id: "deals", label: "Lost deals", format: "integer", span: 1, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "amount", label: `Amount${unitOf(book)}`, format: "money", span: 2 },
    ],
    rows: told.length === 0 ? [] : rows.map(([stage, list]) => row(stage, list)),
    empty: "Nothing tells in which stage deals were lost: there is no history of them.",
  };
}

/** Lost deals of which nobody said why, in the CRM or in an interview; the largest first. */
export function postMortemsTable(
  { unexplained, book }: Numbers,
  { held }: Interviews,
): ReportTable {
  const told = new Set(held.map(({ deal }) => deal));
  const missing = unexplained.filter((deal) => !told.has(deal));
  return {
    id: "post_mortems",
    columns: [
      { id: "id", label: "Record", format: "text", span: 2 },
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "close", label: "Closed", format: "date", span: 1 },
      { id: "competitor", label: "Competitor", format: "text", span: 2 },
      { id: "amount", label: `Amount${unitOf(book)}`, format: "money", span: 2 },
    ],
    rows: missing.slice(0, MOST_ROWS).map(
      ({ deal, row, amount }): TableRow => ({
        key: deal.opportunityId,
        cells: {
          id: shownId(deal.opportunityId),
          name: deal.opportunityName ?? deal.accountName ?? "",
          owner: row.owner.label,
          close: deal.closeDate,
          competitor: deal.competitor ?? "",
          amount,
        },
      }),
    ),
    more: sayHidden(missing.length - MOST_ROWS, "smaller deal", "not shown"),
    empty: "Every lost deal has a reason or an interview.",
  };
}
