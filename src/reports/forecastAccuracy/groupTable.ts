import { groupForecasts } from "../../core/backtest/groupForecasts.ts";
import { knowsPipeline } from "../../core/backtest/methods.ts";
import { forecastBias } from "../../core/forecast/forecastBias.ts";
import { wmape } from "../../core/forecast/wmape.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { unitOf } from "../unit.ts";
import type { Tested } from "./tested.ts";

const MOST_ROWS = 15;
/** A lean of so much, over so many periods, is more than rounding. */
const LEANS = 0.1;
const LEAST_PERIODS = 3;

export type GroupCut = {
  readonly id: string;
  readonly heading: string;
  readonly of: (deal: DealOnDay) => string | undefined;
};

/** How far each group's weighted pipeline was off at the headline's horizon, those that brought most first. */
export function accuracyByGroup({ past, shown, book }: Tested, cut: GroupCut): ReportTable {
  const unit = unitOf(book);
  const groups = groupForecasts(
    past,
    // What was won by the day alone is nobody's pipeline.
    shown.flatMap(({ seen }) => (knowsPipeline(seen) ? [seen] : [])),
    cut.of,
  );
  const rows = [...groups].map(([name, pairs]) => {
    const bias = forecastBias(pairs, "total");
    const actual = pairs.reduce((sum, pair) => sum + pair.actual, 0);
    return {
      name,
      actual,
      row: {
        key: name,
        cells: {
          name,
          periods: pairs.length,
          forecast: pairs.reduce((sum, pair) => sum + pair.forecast, 0),
          actual,
          error: wmape(pairs),
          bias,
          lean: leanWord(bias, pairs.length),
        },
      } satisfies TableRow,
    };
  });
  rows.sort((a, b) => b.actual - a.actual || (a.name < b.name ? -1 : 1));
  return {
    id: cut.id,
    columns: [
      { id: "name", label: cut.heading, format: "text", span: 3 },
      { id: "periods", label: "Periods", format: "integer", span: 1 },
      { id: "forecast", label: `Forecast${unit}`, format: "money", span: 2 },
      { id: "actual", label: `Came${unit}`, format: "money", span: 2 },
      { id: "error", label: "Error (WMAPE)", format: "percent", span: 1 },
      { id: "bias", label: "Bias in total", format: "percent", span: 1 },
      {
        id: "lean",
        label: "Leans",
        format: "text",
        span: 2,
        status: { "too high": "bad", "too low": "warning", fair: "good" },
      },
    ],
    rows: rows.slice(0, MOST_ROWS).map(({ row }) => row),
    ...(rows.length > MOST_ROWS ? { more: `${rows.length - MOST_ROWS} more with less.` } : {}),
    empty: "No day's pipeline is known, so nobody's forecast of then is.",
  };
}

function leanWord(bias: number | undefined, periods: number): string | undefined {
  if (bias === undefined || periods < LEAST_PERIODS) return undefined;
  if (Math.abs(bias) <= LEANS) return "fair";
  return bias > 0 ? "too high" : "too low";
}
