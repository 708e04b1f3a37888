import type { MoveReason } from "../../core/movement/moveReason.ts";
import { unitOf } from "../parts/unit.ts";
import { sayDay } from "../parts/words.ts";
import type { FormulaTemplate, ReportTable, TableRow } from "../report.ts";
import type { ChangedDeal, Changes } from "./changes.ts";
import { byReason, reasonRows } from "./dealOrder.ts";
import { wordOf } from "./reasons.ts";

/** Sum of the changes of one reason over the rows of the deals table. */
export const reasonSum = (word: string): FormulaTemplate =>
  `SUMIFS({deals.change},{deals.reason},${word})`;

/** The steps of the waterfall: those reasons that some deal has. */
export const shownReasons = ({ reasons, total }: Changes): readonly MoveReason[] =>
  reasons.filter((reason) => total.moves[reason].deals > 0);

/** From the start to the end, one row for each reason that a deal has. */
export function movementTable(changes: Changes): ReportTable {
  const { total, deals, days } = changes;
  const hasDeals = deals.length > 0;
  const shareOf = (amount: number) => (total.start > 0 ? amount / total.start : undefined);
  const shown = shownReasons(changes);
  const places = reasonRows(byReason(deals));
  const steps = shown.map((reason): TableRow => {
    const { amount, deals: count } = total.moves[reason];
    const largest = largestOf(deals.filter((deal) => deal.reason === reason));
    const place = places.get(reason);
    return {
      key: reason,
      cells: {
        step: wordOf(reason),
        amount,
        count,
        share: shareOf(amount),
        largest: largest === undefined ? undefined : largest.name || largest.id,
        owner: largest?.owner,
        change: largest?.change,
      },
      formulas: { amount: reasonSum("{@step}"), count: "COUNTIFS({deals.reason},{@step})" },
      ...(place && { links: { step: { table: "deals", ...place } } }),
    };
  });
  return {
    id: "movement",
    columns: [
      { id: "step", label: "Step", format: "text", span: 2 },
      { id: "amount", label: `Amount${unitOf(changes.book)}`, format: "money", span: 2 },
      { id: "count", label: "Deals", format: "integer", span: 1 },
      { id: "share", label: "Of start", format: "percent", span: 1 },
      { id: "largest", label: "Largest deal", format: "text", span: 3 },
      { id: "owner", label: "Its owner", format: "text", span: 2 },
      { id: "change", label: "Its change", format: "money", span: 1 },
    ],
    rows: hasDeals
      ? [
          {
            key: "start",
            cells: {
              step: `Start ${sayDay(days.from)}`,
              amount: total.start,
              count: total.startDeals,
            },
            formulas: { amount: "SUM({deals.start})", count: "COUNT({deals.start})" },
          },
          ...steps,
        ]
      : [],
    total: hasDeals
      ? {
          key: "end",
          cells: {
            step: `End ${sayDay(days.to)}`,
            amount: total.end,
            count: total.endDeals,
            share: shareOf(total.end),
          },
          formulas: { amount: "SUM({movement.amount})", count: "COUNT({deals.end})" },
        }
      : undefined,
    empty: "No open deal closes in the period on either day.",
  };
}

export function largestOf(deals: readonly ChangedDeal[]): ChangedDeal | undefined {
  let largest: ChangedDeal | undefined;
  for (const deal of deals) {
    if (largest === undefined || Math.abs(deal.change) > Math.abs(largest.change)) largest = deal;
  }
  return largest;
}
