import { distributionCurve } from "../../core/forecast/distributionCurve.ts";
import type { Book } from "../book.ts";
import { unitOf } from "../parts/unit.ts";
import { sayMoney } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";
import { sayChance } from "./confidence.ts";
import { sayRange } from "./rangeFigures.ts";
import type { Revenue } from "./revenue.ts";

const BLUE = "#1a73e8";
const GREY = "#bdc1c6";
const DARK = "#202124";

/** A smaller chance has no bar that anybody could see. */
const SEEN = 0.0005;

/** How high the mark of the quota stands over the highest bar. */
const MARK = 1.08;

/** The distribution in round steps; a column that reaches the top marks the quota. */
export function curveTable(
  { forecast }: Revenue,
  quota: number | undefined,
  unit: string,
): ReportTable {
  const bins = forecast === undefined ? [] : distributionCurve(forecast, quota);
  const highest = bins.reduce((most, { share }) => Math.max(most, share), 0);
  const limit = quota ?? forecast?.p50 ?? 0;
  const last = bins[bins.length - 1];
  const lies = (from: number, to: number) => limit > from && limit <= to;
  return {
    id: "curve",
    columns: [
      { id: "amount", label: "Amount", format: "text", span: 1 },
      { id: "from", label: `From${unit}`, format: "money", span: 2 },
      { id: "to", label: `To below${unit}`, format: "money", span: 2 },
      {
        id: "missed",
        label: quota === undefined ? "Chance" : "Below quota",
        format: "percent",
        span: 1,
      },
      ...(quota === undefined
        ? []
        : [
            { id: "reached", label: "At quota or above", format: "percent" as const, span: 2 },
            { id: "mark", label: "Quota mark", format: "percent" as const, span: 1 },
          ]),
      { id: "at_least", label: "Chance of “from” or more", format: "percent", span: 2 },
    ],
    rows: bins.map(({ from, to, share, reached, atLeast }, at) => {
      const isQuota = quota !== undefined && (lies(from, to) || (at === 0 && limit <= from));
      return {
        key: String(from),
        cells: {
          amount: sayMoney(from, ""),
          from,
          to,
          missed: share - reached,
          reached,
          mark: isQuota && limit <= (last?.to ?? 0) ? MARK * highest - share : undefined,
          at_least: atLeast,
        },
      };
    }),
    empty:
      "There is no range to show: nothing about the period is uncertain, or too little is known.",
  };
}

/** Bars of the chance of each amount, those that reach the quota in blue. */
export function curveChart(
  { forecast }: Revenue,
  table: ReportTable,
  quota: number | undefined,
  book: Book,
): readonly ReportChart[] {
  if (forecast === undefined || table.rows.length === 0) return [];
  const { p10, p50, p90, probOfQuota } = forecast;
  const { currency } = book;
  const range = `8 in 10 chance of ${sayMoney(p10, currency)} to ${sayMoney(p90, "")}`;
  const title =
    probOfQuota === undefined
      ? `${range}, half above ${sayMoney(p50, "")}`
      : `${range}; ${sayChance(probOfQuota)} chance of the ${sayMoney(quota ?? 0, "")} quota`;
  const isMarked = table.rows.some(({ cells }) => cells.mark !== undefined);
  return [
    {
      id: "curve_chart",
      kind: "column",
      title,
      subtitle: `Chance of each amount: won, open deals and business not yet created${unitOf({ currency })}`,
      table: "curve",
      category: "amount",
      series: [
        {
          column: "missed",
          label: quota === undefined ? "Chance" : "Below quota",
          colour: quota === undefined ? BLUE : GREY,
        },
        ...(quota === undefined
          ? []
          : [
              ...((probOfQuota ?? 0) < SEEN
                ? []
                : [{ column: "reached", label: "Quota or more", colour: BLUE }]),
              ...(isMarked
                ? [{ column: "mark", label: `Quota ${sayMoney(quota, "")}`, colour: DARK }]
                : []),
            ]),
      ],
      stacked: true,
      categoryTitle: `Total of the period${unitOf({ currency })}`,
      valueTitle: "Chance",
      format: "percent",
      place: "main",
    },
  ];
}

/** Reads the table for the reader. */
export function curveReading({ forecast }: Revenue): string {
  if (forecast === undefined || forecast.deviation === 0)
    return "Nothing is uncertain any more, or too little is known.";
  return `Eight in ten outcomes lie in the range of ${sayRange(forecast.p10, forecast.p90)}.`;
}
