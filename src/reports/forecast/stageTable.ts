import { groupBy } from "../../core/groupBy.ts";
import type { Book, BookDeal } from "../book.ts";
import { canMatch, sumDeals } from "../parts/detailDeals.ts";
import { share, tally, total, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";

/** Stages of open deals in the order of the settings; stages that the settings do not know come last, by name. */
function stagesInOrder(book: Book, deals: readonly BookDeal[]): string[] {
  const names = new Set(deals.map(({ stageName }) => stageName));
  const known = book.standings.stages.ordered
    .map(({ stage }) => stage)
    .filter((name) => names.has(name));
  const inOrder = [...new Set(known)];
  for (const name of inOrder) names.delete(name);
  return [...inOrder, ...[...names].sort()];
}

/** Open amounts of the period by stage. */
export function stageTable(book: Book): ReportTable {
  const { open, currency } = book;
  const unit = unitOf({ currency });
  const groups = groupBy(open, ({ stageName }) => stageName);
  const sums = tally(open, ({ standing }) => standing.amount);
  const all = total(sums);
  const rows = stagesInOrder(book, open).map((stage): TableRow => {
    const deals = groups.get(stage) ?? [];
    const own = tally(deals, ({ standing }) => standing.amount);
    const amount = total(own);
    const weighted = total(tally(deals, ({ standing }) => standing.weighted));
    const overdue = deals.filter(({ place }) => place === "overdue");
    const part = share(amount, whole(sums));
    const sum = (column: "amount" | "weighted") =>
      ["Open", "Overdue"]
        .map((status) => sumDeals(column, { stage: "{@stage}", status: `"${status}"` }))
        .join("+");
    const summable = canMatch(stage);
    return {
      key: stage,
      cells: {
        stage,
        deals: deals.length,
        amount,
        share: part,
        probability: share(weighted, whole(own)),
        weighted,
        overdue: total(tally(overdue, ({ standing }) => standing.amount)),
      },
      formulas: {
        ...(amount !== undefined && summable ? { amount: sum("amount") } : {}),
        ...(part === undefined ? {} : { share: "{@amount}/{stages.amount.total}" }),
        ...(weighted !== undefined && summable ? { weighted: sum("weighted") } : {}),
      },
    };
  });
  const weighted = total(tally(open, ({ standing }) => standing.weighted));
  const overdue = total(tally(book.overdue, ({ standing }) => standing.amount));
  return {
    id: "stages",
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 3 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "amount", label: `Open${unit}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "probability", label: "Probability", format: "percent", span: 1 },
      { id: "weighted", label: `Weighted${unit}`, format: "money", span: 2 },
      { id: "overdue", label: `Overdue${unit}`, format: "money", span: 2 },
    ],
    rows,
    total:
      rows.length === 0
        ? undefined
        : {
            key: "total",
            cells: { stage: "Total", deals: open.length, amount: all, weighted, overdue },
            formulas: {
              deals: "SUM({stages.deals})",
              ...(all === undefined ? {} : { amount: "SUM({stages.amount})" }),
              ...(weighted === undefined ? {} : { weighted: "SUM({stages.weighted})" }),
              ...(overdue === undefined ? {} : { overdue: "SUM({stages.overdue})" }),
            },
          },
    empty: "No open deal closes in the period.",
  };
}
