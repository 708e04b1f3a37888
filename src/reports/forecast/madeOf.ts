import { groupBy } from "../../core/groupBy.ts";
import { sayMoney } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { newBusinessMean, type Revenue } from "./revenue.ts";

/** What the middle estimate is made of: won, each stage's open deals by their chances, what is not yet created. */
export function madeOfTable(revenue: Revenue, { won }: ForecastNumbers, unit: string): ReportTable {
  const { forecast, open, created } = revenue;
  const columns: ReportTable["columns"] = [
    { id: "part", label: "Part", format: "text", span: 4 },
    { id: "deals", label: "Deals", format: "integer", span: 1 },
    { id: "amount", label: `Full amount${unit}`, format: "money", span: 2 },
    { id: "chance", label: "Chance", format: "percent", span: 1 },
    { id: "brings", label: `Brings on average${unit}`, format: "money", span: 2, bar: true },
  ];
  const empty = "There is no range, because too little is known.";
  if (forecast === undefined || won === undefined)
    return { id: "made_of", columns, rows: [], empty };
  const part = (key: string, name: string, brings: number, more = {}): TableRow => ({
    key,
    cells: { part: name, brings, ...more },
  });
  const stages = [...groupBy(open, ({ row }) => row.stageName)].map(([stage, deals]) => {
    const amount = deals.reduce((sum, { deal }) => sum + deal.amount, 0);
    const brings = deals.reduce((sum, { deal }) => sum + deal.amount * deal.probability, 0);
    const chance = amount > 0 ? brings / amount : undefined;
    return part(`stage ${stage}`, `Open: ${stage}`, brings, {
      deals: deals.length,
      amount,
      chance,
    });
  });
  stages.sort((a, b) => Number(b.cells.brings) - Number(a.cells.brings));
  const { business } = created;
  const fresh = newBusinessMean(created);
  const rows = [
    { ...part("won", "Won to date", won), formulas: { brings: "{=won}" } },
    ...stages,
    ...(fresh === undefined
      ? []
      : [part("new", "Not yet created, as in past periods", fresh, { deals: business?.count })]),
    part("lean", "Middle less mean: one side of the range is longer", forecast.p50 - forecast.mean),
  ];
  return {
    id: "made_of",
    columns,
    rows,
    total: {
      key: "total",
      cells: { part: "Middle estimate (P50)", brings: forecast.p50 },
      formulas: { brings: "SUM({made_of.brings})" },
    },
    empty,
  };
}

export function madeOfReading({ forecast }: Revenue, { won }: ForecastNumbers, currency: string) {
  if (forecast === undefined || won === undefined) return "Too little is known.";
  return `${sayMoney(won, currency)} is won; ${sayMoney(forecast.p50 - won, currency)} of the middle estimate is still to come.`;
}
