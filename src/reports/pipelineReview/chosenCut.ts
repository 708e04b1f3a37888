import { groupBy } from "../../core/groupBy.ts";
import { tableSection } from "../parts/tableSection.ts";
import { share, tally, total, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayList, sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportTable, Section, TableColumn, TableRow } from "../report.ts";
import { amountOf, type ReviewDeal } from "./dealSignals.ts";
import { DIMENSIONS, type Dimension } from "./dimensions.ts";
import type { Review } from "./review.ts";

const MOST_ROWS = 15;
const MOST_COLUMNS = 7;
const NOT_KNOWN = "Not known";

type Group = { readonly name: string; readonly deals: readonly ReviewDeal[] };

/** Stages in their order, anything else the largest first; what has no row of its own is one together. */
function groupsOf(
  { book, deals }: Review,
  { name: dimension, of }: Dimension,
  most: number,
): readonly Group[] {
  const order = book.standings.stages.ordered.map(({ stage }) => stage);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const groups = [...groupBy(deals, ({ deal }) => of(deal)?.trim() || NOT_KNOWN)]
    .map(([name, own]) => ({ name, deals: own, amount: amountOf(own) ?? 0 }))
    .sort((a, b) => b.amount - a.amount || b.deals.length - a.deals.length);
  const shown = groups.length > most ? groups.slice(0, most - 1) : groups;
  const rest = groups.slice(shown.length);
  if (dimension === "Stage") shown.sort((a, b) => place(a.name) - place(b.name));
  if (rest.length === 0) return shown;
  return [...shown, { name: `${rest.length} others`, deals: rest.flatMap((one) => one.deals) }];
}

const sumOf = (id: string) => `SUM({cut.${id}})`;

function listed(review: Review, by: Dimension): ReportTable {
  const { book, deals } = review;
  const unit = unitOf(book);
  const all = whole(tally(deals, ({ amount }) => amount));
  const cells = (own: readonly ReviewDeal[]): TableRow["cells"] => ({
    deals: own.length,
    amount: amountOf(own),
    share: share(amountOf(own), all),
    weighted: total(tally(own, ({ deal }) => deal.standing.weighted)),
    at_risk: amountOf(own.filter(({ isAtRisk }) => isAtRisk)),
  });
  return {
    id: "cut",
    columns: [
      { id: "name", label: by.name, format: "text", span: 4 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "amount", label: `Open${unit}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "weighted", label: `Weighted${unit}`, format: "money", span: 2 },
      { id: "at_risk", label: `Of it at risk${unit}`, format: "money", span: 2 },
    ],
    rows: groupsOf(review, by, MOST_ROWS).map(({ name, deals: own }) => ({
      key: name,
      cells: { name, ...cells(own) },
    })),
    total: {
      key: "total",
      cells: { name: "Total", ...cells(deals) },
      formulas: Object.fromEntries(
        ["deals", "amount", "weighted", "at_risk"].map((id) => [id, sumOf(id)]),
      ),
    },
    empty: "There is no open deal.",
  };
}

function crossed(review: Review, by: Dimension, across: Dimension): ReportTable {
  const { book, deals } = review;
  const columns = groupsOf(review, across, MOST_COLUMNS).map((group, at) => ({
    id: `v${at}`,
    name: group.name,
    own: new Set(group.deals),
  }));
  const cells = (own: readonly ReviewDeal[]): TableRow["cells"] => ({
    ...Object.fromEntries(
      columns.map(({ id, own: inColumn }) => [
        id,
        amountOf(own.filter((one) => inColumn.has(one))),
      ]),
    ),
    amount: amountOf(own),
  });
  const money = (id: string, label: string): TableColumn => ({
    id,
    label,
    format: "money",
    span: 1,
  });
  const row = ({ name, deals: own }: Group): TableRow => ({
    key: name,
    cells: { name, ...cells(own) },
  });
  const rows = groupsOf(review, by, MOST_ROWS).map((group) => ({
    ...row(group),
    formulas: { amount: columns.map(({ id }) => `{@${id}}`).join("+") },
  }));
  return {
    id: "cut",
    columns: [
      { id: "name", label: by.name, format: "text", span: 3 },
      ...columns.map(({ id, name }) => money(id, name)),
      money("amount", `Open${unitOf(book)}`),
    ],
    rows,
    total: {
      ...row({ name: "Total", deals }),
      formulas: Object.fromEntries(
        [...columns.map(({ id }) => id), "amount"].map((id) => [id, sumOf(id)]),
      ),
    },
    empty: "There is no open deal.",
  };
}

const dimension = (name: string | undefined) => DIMENSIONS.find((one) => one.name === name);

/** The open pipeline by what was asked for, or by one thing across another; nothing where nothing was. */
export function chosenCut(review: Review): readonly Section[] {
  const { book, open, deals } = review;
  const [by, across] = (book.request.cut ?? []).map(dimension);
  if (by === undefined) return [];
  const isCrossed = across !== undefined && across !== by;
  const heading = `Open pipeline by ${by.name.toLowerCase()}${isCrossed ? ` and ${across.name.toLowerCase()}` : ""}`;
  const groups = groupsOf(review, by, MOST_ROWS);
  const [first] = [...groups].sort((a, b) => (amountOf(b.deals) ?? 0) - (amountOf(a.deals) ?? 0));
  const most = first === undefined ? undefined : amountOf(first.deals);
  const part = share(most, whole(tally(deals, ({ amount }) => amount)));
  const unknown = [by, ...(isCrossed ? [across] : [])].filter(({ of }) =>
    deals.every(({ deal }) => !of(deal)?.trim()),
  );
  const untold =
    unknown.length === 0
      ? ""
      : ` Nothing tells the ${sayList(unknown.map(({ name }) => name.toLowerCase()))} of open deals.`;
  const reading =
    first === undefined || most === undefined
      ? "No open deal has an amount."
      : `${first.name} holds most: ${sayMoney(most, book.currency)} of ${sayMoney(open ?? 0, book.currency)}${part === undefined ? "" : ` (${sayPercent(part)})`}.${untold}`;
  return [
    tableSection(isCrossed ? crossed(review, by, across) : listed(review, by), heading, reading),
  ];
}
