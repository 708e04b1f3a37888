import type { Book, BookDeal } from "../book.ts";
import { dealName } from "../parts/dealName.ts";
import { share, tally, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";

/** Open deals with an amount, the largest first. */
export function byAmount(deals: readonly BookDeal[]): readonly BookDeal[] {
  return deals
    .filter(({ standing }) => standing.amount !== undefined)
    .sort((a, b) => (b.standing.amount ?? 0) - (a.standing.amount ?? 0));
}

/** All of them, the largest first and those without an amount last. */
export const largestFirst = (deals: readonly BookDeal[]): readonly BookDeal[] => [
  ...byAmount(deals),
  ...deals.filter(({ standing }) => standing.amount === undefined),
];

/** The period's largest open deals, each with its part of the open pipeline. */
export function largestDeals(book: Book): ReportTable {
  const sorted = byAmount(book.open);
  const shown = sorted.slice(0, book.request.settings.options.largestDeals);
  const all = whole(tally(book.open, ({ standing }) => standing.amount));
  const unit = unitOf(book);
  return {
    id: "largest",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "stage", label: "Stage", format: "text", span: 2 },
      { id: "close", label: "Close date", format: "date", span: 1 },
      { id: "amount", label: `Amount${unit}`, format: "money", span: 1 },
      { id: "share", label: "Share of open", format: "percent", span: 1 },
      { id: "probability", label: "Probability", format: "percent", span: 1 },
      { id: "weighted", label: `Weighted${unit}`, format: "money", span: 1 },
    ],
    rows: shown.map((row, index) => ({
      key: row.standing.deal.opportunityId || `(row ${index + 1})`,
      cells: {
        name: dealName(row),
        owner: row.owner.label,
        stage: row.stageName,
        close: row.standing.deal.closeDate,
        amount: row.standing.amount,
        share: share(row.standing.amount, all),
        probability: row.standing.probability,
        weighted: row.standing.weighted,
      },
    })),
    more: sayHidden(sorted.length - shown.length, "more open deal", "in the list of deals below"),
    empty: "No open deal of the period has an amount.",
  };
}
