import { leverNeeded } from "../../core/forecast/leverNeeded.ts";
import { sayCount, sayMoney, sayNumber, sayPercent } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { newBusinessMean, type Revenue } from "./revenue.ts";

/** More than this times as much is no plan. */
const MOST = 10;
const NO_PLAN = "not within ten times as much";

/** What would have to be true for the mean of all outcomes to reach the quota, each by itself. */
export function neededTable(
  revenue: Revenue,
  { won, quota }: ForecastNumbers,
  currency: string,
): ReportTable {
  const { forecast, created } = revenue;
  const columns: ReportTable["columns"] = [
    { id: "what", label: "Either", format: "text", span: 3 },
    { id: "change", label: "Change", format: "percent", span: 1 },
    { id: "means", label: "That is", format: "text", span: 7 },
  ];
  const empty = "The mean of all outcomes reaches the quota already, or there is none to reach.";
  const isShort =
    forecast !== undefined &&
    quota !== undefined &&
    forecast.deviation > 0 &&
    forecast.mean < quota;
  if (!isShort || won === undefined) return { id: "needed", columns, rows: [], empty };
  const open = revenue.open.map(({ deal }) => deal);
  const fresh = newBusinessMean(created) ?? 0;
  const lacking = quota - forecast.mean;
  const needed = quota - won - fresh;
  const amount = open.reduce((sum, deal) => sum + deal.amount, 0);
  const mean = open.reduce((sum, deal) => sum + deal.amount * deal.probability, 0);
  const money = (value: number) => sayMoney(value, currency);
  const row = (
    key: string,
    what: string,
    change: number | undefined,
    means: (change: number) => string,
    never = NO_PLAN,
  ): TableRow => ({
    key,
    cells: { what, change, means: change === undefined ? never : means(change) },
  });
  const rows = [
    row(
      "winRate",
      "Better odds of winning",
      leverNeeded(open, needed, "winRate"),
      () =>
        `${sayPercent(needed / amount)} of the open amount is won instead of ${sayPercent(mean / amount)}`,
      needed >= amount ? "not even if every open deal is won" : NO_PLAN,
    ),
    row("dealSize", "Larger deals", leverNeeded(open, needed, "dealSize"), (change) => {
      const size = amount / open.length;
      return `${money(size * (1 + change))} a deal on average instead of ${money(size)}`;
    }),
    row(
      "growth",
      "More deals like the open ones",
      leverNeeded(open, needed, "growth"),
      (change) =>
        `${sayCount(Math.ceil(change * open.length), "more deal")} worth ${money(change * amount)} that can close in the period`,
    ),
    ...(fresh > 0
      ? [
          row(
            "new",
            "More business created and won in time",
            lacking <= MOST * fresh ? lacking / fresh : undefined,
            (change) =>
              `${money(fresh + lacking)} instead of ${money(fresh)}, ${sayNumber(1 + change, 1)} times as much as in past periods`,
          ),
        ]
      : []),
  ];
  return { id: "needed", columns, rows: open.length === 0 ? rows.slice(3) : rows, empty };
}

export function neededReading(
  { forecast }: Revenue,
  { quota }: ForecastNumbers,
  currency: string,
): string {
  return forecast === undefined || quota === undefined
    ? "There is no quota to reach."
    : `On average ${sayMoney(quota - forecast.mean, currency)} is lacking; each line alone would close the gap and make the quota about an even chance.`;
}
