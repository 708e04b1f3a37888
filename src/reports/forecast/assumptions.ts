import type { Levers } from "../../core/forecast/levers.ts";
import { leveredDeals, NO_LEVERS } from "../../core/forecast/levers.ts";
import { revenueForecast } from "../../core/forecast/revenueForecast.ts";
import { sayCount, sayMoney, sayNumber, sayPercent } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { newBusinessMean, type Revenue } from "./revenue.ts";

/** By how much each assumption is moved, down and up. */
const MOVED = 0.1;
const LOOSE = 0;
const TIGHT = 0.15;

type Change = {
  readonly levers?: Partial<Levers>;
  readonly newBusiness?: number;
  readonly correlation?: number;
};

type Assumption = {
  readonly id: string;
  readonly name: string;
  readonly now: string;
  readonly low: Change;
  readonly high: Change;
};

/** The forecast with one assumption otherwise, worked out anew. */
function changed(revenue: Revenue, won: number, quota: number | undefined, change: Change) {
  const { open, created, correlation } = revenue;
  const { business } = created;
  return revenueForecast({
    won,
    open: leveredDeals(
      open.map(({ deal }) => deal),
      { ...NO_LEVERS, ...change.levers },
    ),
    newBusiness: business && {
      ...business,
      count: business.count * (1 + (change.newBusiness ?? 0)),
    },
    correlation: change.correlation ?? correlation,
    quota,
  });
}

function assumptionsOf(revenue: Revenue): readonly Assumption[] {
  const { open, created, correlation, chances } = revenue;
  const amount = open.reduce((sum, { deal }) => sum + deal.amount, 0);
  const mean = open.reduce((sum, { deal }) => sum + deal.amount * deal.probability, 0);
  const fresh = newBusinessMean(created);
  const lever = (id: keyof Levers, name: string, now: string): Assumption => ({
    id,
    name,
    now,
    low: { levers: { [id]: -MOVED } },
    high: { levers: { [id]: MOVED } },
  });
  return [
    lever(
      "winRate",
      "Odds of winning",
      amount > 0 ? `${sayPercent(mean / amount)} of the amount is won` : "no amount",
    ),
    lever("dealSize", "Deal size", sayMoney(amount / Math.max(1, open.length), "")),
    lever("growth", "Number of open deals", sayCount(open.length, "deal")),
    lever("acceleration", "Pace of winning in the period", "as the chances say"),
    {
      id: "slippage",
      name: "Won deals that slip out",
      now: chances.fitted ? "as in the win model" : "none",
      low: {},
      high: { levers: { slippage: MOVED } },
    },
    ...(fresh === undefined || fresh === 0
      ? []
      : [
          {
            id: "new_business",
            name: "Business not yet created",
            now: sayMoney(fresh, ""),
            low: { newBusiness: -MOVED },
            high: { newBusiness: MOVED },
          },
        ]),
    {
      id: "correlation",
      name: `Correlation: ${sayNumber(LOOSE)} or ${sayNumber(TIGHT)}`,
      now: sayNumber(correlation),
      low: { correlation: LOOSE },
      high: { correlation: TIGHT },
    },
  ];
}

/** The register of assumptions as a tornado: each moved by a tenth, the one that moves the middle most first. */
export function assumptionsTable(
  revenue: Revenue,
  { won, quota }: ForecastNumbers,
  unit: string,
): ReportTable {
  const isOpen = revenue.forecast !== undefined && revenue.forecast.deviation > 0;
  const rows =
    !isOpen || won === undefined
      ? []
      : assumptionsOf(revenue).map(({ id, name, now, low, high }): TableRow => {
          const [less, more] = [low, high].map((change) => changed(revenue, won, quota, change));
          return {
            key: id,
            cells: {
              name,
              now,
              low: less?.p50,
              high: more?.p50,
              swing: Math.abs((more?.p50 ?? 0) - (less?.p50 ?? 0)),
              chance_low: less?.probOfQuota,
              chance_high: more?.probOfQuota,
            },
            formulas: { swing: "ABS({@high}-{@low})" },
          };
        });
  rows.sort((a, b) => Number(b.cells.swing) - Number(a.cells.swing));
  const chance = (id: string, label: string) => ({
    id,
    label,
    format: "percent" as const,
    span: 1,
  });
  return {
    id: "assumptions",
    columns: [
      { id: "name", label: "Assumption", format: "text", span: 3 },
      { id: "now", label: "Stands at", format: "text", span: 2 },
      { id: "low", label: `Middle, 10 % less${unit}`, format: "money", span: 2 },
      { id: "high", label: `Middle, 10 % more${unit}`, format: "money", span: 2 },
      { id: "swing", label: "Apart", format: "money", span: 1, bar: true },
      ...(quota === undefined
        ? []
        : [chance("chance_low", "Quota, less"), chance("chance_high", "Quota, more")]),
    ],
    rows,
    empty: "Nothing is uncertain any more, or too little is known.",
  };
}

export function assumptionsReading(table: ReportTable, currency: string): string {
  const [first] = table.rows;
  if (first === undefined) return table.empty;
  return `Each assumption moved alone, a tenth down and up: most depends on “${String(first.cells.name)}” (${sayMoney(Number(first.cells.swing), currency)} apart).`;
}
