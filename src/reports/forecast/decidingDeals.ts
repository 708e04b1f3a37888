import { dealInfluence } from "../../core/forecast/distribution/dealInfluence.ts";
import { dealName } from "../parts/dealName.ts";
import { sayMoney } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { newBusinessMean, type Revenue } from "./revenue.ts";

const MOST = 10;

/** Where the range says almost surely yes or no, no deal moves it: then the middle estimate is the mark. */
const OPEN_QUESTION = 0.005;

type Mark = { readonly amount: number; readonly isQuota: boolean };

function markOf({ forecast }: Revenue, { quota }: ForecastNumbers): Mark | undefined {
  if (forecast === undefined) return undefined;
  const chance = forecast.probOfQuota;
  const isOpen = chance !== undefined && chance >= OPEN_QUESTION && chance <= 1 - OPEN_QUESTION;
  return isOpen && quota !== undefined
    ? { amount: quota, isQuota: true }
    : { amount: forecast.p50, isQuota: false };
}

/** The open deals on which reaching the quota hangs most. */
export function decidingDeals(
  revenue: Revenue,
  numbers: ForecastNumbers,
  unit: string,
): ReportTable {
  const { open, correlation } = revenue;
  const mark = markOf(revenue, numbers);
  const left = (mark?.amount ?? 0) - (numbers.won ?? 0) - (newBusinessMean(revenue.created) ?? 0);
  const influences =
    mark === undefined
      ? []
      : dealInfluence(
          open.map(({ deal }) => deal),
          left,
          correlation,
        );
  const rows = open
    .flatMap((one, at) => {
      const influence = influences[at];
      return influence ? [{ ...one, ...influence, swing: influence.ifWon - influence.ifLost }] : [];
    })
    .sort((a, b) => Math.abs(b.swing) - Math.abs(a.swing))
    .slice(0, MOST);
  return {
    id: "deciding",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "close", label: "Close date", format: "date", span: 1 },
      { id: "amount", label: `Amount${unit}`, format: "money", span: 1 },
      { id: "probability", label: "Chance used", format: "percent", span: 1 },
      { id: "won", label: "If won", format: "percent", span: 1 },
      { id: "lost", label: "If lost", format: "percent", span: 1 },
      { id: "swing", label: "Difference", format: "percent", span: 1, bar: true },
    ],
    rows: rows.map(({ row, deal, ifWon, ifLost, swing }, index) => ({
      key: row.standing.deal.opportunityId || `(row ${index + 1})`,
      cells: {
        name: dealName(row),
        owner: row.owner.label,
        close: row.standing.deal.closeDate,
        amount: deal.amount,
        probability: deal.probability,
        won: ifWon,
        lost: ifLost,
        swing,
      },
      formulas: { swing: "{@won}-{@lost}" },
    })),
    empty: "No open deal of the period is uncertain.",
  };
}

export function decidingReading(
  table: ReportTable,
  revenue: Revenue,
  numbers: ForecastNumbers,
  currency: string,
): string {
  const mark = markOf(revenue, numbers);
  const [first] = table.rows;
  if (mark === undefined || first === undefined) return table.empty;
  const what = mark.isQuota
    ? `the ${sayMoney(mark.amount, currency)} quota`
    : `the middle estimate of ${sayMoney(mark.amount, currency)}`;
  return `The chance of ${what} with a deal won and with it lost; most hangs on ${String(first.cells.name)}.`;
}
