import type { ForecastCategory } from "../../core/pipeline/stage.ts";
import type { Book } from "../book.ts";
import { sumDeals } from "../parts/detailDeals.ts";
import { share, tally, total, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";

const CATEGORIES: readonly (ForecastCategory | undefined)[] = [
  "Commit",
  "Best Case",
  "Pipeline",
  "Omitted",
  undefined,
];

/** Open amounts of the period by forecast category, from the surest on; each deal counts in one category alone. */
export function categoryTable(book: Book): ReportTable {
  const { open, currency } = book;
  const sums = tally(open, ({ standing }) => standing.amount);
  const all = total(sums);
  const unit = unitOf({ currency });
  const rows = CATEGORIES.flatMap((category): TableRow[] => {
    const deals = open.filter(({ standing }) => standing.category === category);
    if (deals.length === 0) return [];
    const amount = total(tally(deals, ({ standing }) => standing.amount));
    const weighted = total(tally(deals, ({ standing }) => standing.weighted));
    const sum = (column: "amount" | "weighted") =>
      ["Open", "Overdue"]
        .map((status) => sumDeals(column, { category: "{@category}", status: `"${status}"` }))
        .join("+");
    const part = share(amount, whole(sums));
    return [
      {
        key: category ?? "No category",
        cells: {
          category: category ?? "No category",
          deals: deals.length,
          amount,
          share: part,
          weighted,
        },
        formulas: {
          ...(amount === undefined ? {} : { amount: sum("amount") }),
          ...(part === undefined ? {} : { share: "{@amount}/{categories.amount.total}" }),
          ...(weighted === undefined ? {} : { weighted: sum("weighted") }),
        },
      },
    ];
  });
  const weighted = total(tally(open, ({ standing }) => standing.weighted));
  return {
    id: "categories",
    columns: [
      { id: "category", label: "Forecast category", format: "text", span: 3 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "amount", label: `Open${unit}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "weighted", label: `Weighted${unit}`, format: "money", span: 2 },
    ],
    rows,
    total:
      rows.length === 0
        ? undefined
        : {
            key: "total",
            cells: { category: "Total", deals: open.length, amount: all, weighted },
            formulas: {
              deals: "SUM({categories.deals})",
              ...(all === undefined ? {} : { amount: "SUM({categories.amount})" }),
              ...(weighted === undefined ? {} : { weighted: "SUM({categories.weighted})" }),
            },
          },
    empty: "No open deal closes in the period.",
  };
}
