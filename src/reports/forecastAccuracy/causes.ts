import { MISS_CAUSES, type Miss, type MissCause } from "../../core/accuracy/missCauses.ts";
import { knowsPipeline } from "../../core/backtest/methods.ts";
import { missOf } from "../../core/backtest/missOf.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Tested } from "./tested.ts";

const WORDS: Readonly<Record<MissCause, readonly [string, string]>> = {
  "won beyond forecast": ["Won", "won, of which only the probable part was counted"],
  "amount changed": ["Amount changed", "won for more or less than on the day"],
  "pulled in": ["Pulled in", "was due later and was won in the period"],
  "created late": ["Created late", "did not exist on the day and was won in the period"],
  lost: ["Lost", "counted in part and lost"],
  slipped: ["Slipped", "counted in part and still open at the end"],
  reopened: ["Reopened", "won on the day and open again at the end"],
  removed: ["Removed", "counted in part and gone from the CRM"],
};

export type Causes = {
  /** From the longest horizon on which the pipeline is known, one per period. */
  readonly misses: readonly { readonly period: string; readonly miss: Miss }[];
  readonly daysLeft: number | undefined;
};

/** Why the weighted pipeline missed, in each period. */
export function causesOf({ judged, horizons, past }: Tested): Causes {
  const [daysLeft] = horizons;
  const origins = judged.filter(
    ({ point, seen }) => point.daysLeft === daysLeft && knowsPipeline(seen),
  );
  return {
    daysLeft,
    misses: origins.map(({ seen }) => ({ period: seen.period.label, miss: missOf(past, seen) })),
  };
}

const sumOf = (misses: Causes["misses"], of: (miss: Miss) => number) =>
  misses.reduce((sum, { miss }) => sum + of(miss), 0);

export function causesTable({ misses }: Causes, currency: string): ReportTable {
  const unit = unitOf({ currency });
  const last = misses.slice(-1);
  const amountOf = (cause: MissCause) => (miss: Miss) => miss.causes.get(cause) ?? 0;
  const rows = MISS_CAUSES.map((cause): TableRow => {
    const [label, meaning] = WORDS[cause];
    return {
      key: cause,
      cells: {
        cause: label,
        meaning,
        deals: sumOf(
          misses,
          ({ deals }) =>
            new Set(deals.flatMap((deal) => (deal.cause === cause ? deal.opportunityId : []))).size,
        ),
        last: sumOf(last, amountOf(cause)),
        all: sumOf(misses, amountOf(cause)),
      },
    };
  }).filter(({ cells }) => cells.deals !== 0);
  return {
    id: "causes",
    columns: [
      { id: "cause", label: "Cause", format: "text", span: 2 },
      { id: "meaning", label: "Deals that", format: "text", span: 5 },
      { id: "deals", label: "Deals", format: "integer", span: 1 },
      { id: "last", label: `${last[0]?.period ?? "Last"}${unit}`, format: "money", span: 2 },
      { id: "all", label: `All periods${unit}`, format: "money", span: 2 },
    ],
    rows,
    ...(rows.length === 0
      ? {}
      : {
          total: {
            key: "total",
            cells: {
              cause: "Came less forecast",
              last: sumOf(last, ({ actual, forecast }) => actual - forecast),
              all: sumOf(misses, ({ actual, forecast }) => actual - forecast),
            },
            formulas: { last: "SUM({causes.last})", all: "SUM({causes.all})" },
          },
        }),
    empty: "No day's pipeline is known, so the causes of a miss are not.",
  };
}

/** What came less what was forecast, beyond what the causes add up to: 0. */
export function causesBalance({ misses }: Causes): number {
  const left = sumOf(
    misses,
    ({ actual, forecast, causes }) =>
      actual - forecast - [...causes.values()].reduce((sum, part) => sum + part, 0),
  );
  return Math.round(left * 100) / 100 || 0;
}
