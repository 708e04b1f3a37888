import { groupForecasts } from "../../core/backtest/groupForecasts.ts";
import { knowsPipeline } from "../../core/backtest/methods.ts";
import { forecastBias } from "../../core/forecast/forecastBias.ts";
import type { ForecastPair } from "../../core/forecast/forecastPair.ts";
import { wmape } from "../../core/forecast/wmape.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { callPairs } from "./callPairs.ts";
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
export function accuracyByGroup(tested: Tested, cut: GroupCut): ReportTable {
  // What was won by the day alone is nobody's pipeline.
  const days = tested.shown.flatMap(({ seen }) => (knowsPipeline(seen) ? [seen] : []));
  return pairsTable(tested, groupForecasts(tested.past, days, cut.of), {
    ...cut,
    forecast: "Forecast",
    empty: "No day's pipeline is known, so nobody's forecast of then is.",
  });
}

/** How far each person's own call by then was off. */
export function callsTable(tested: Tested): ReportTable {
  return pairsTable(tested, callPairs(tested), {
    id: "calls",
    heading: "Whose call",
    forecast: "Called",
    empty: "Nobody called a number for a period that is over.",
  });
}

type Words = Pick<GroupCut, "id" | "heading"> & {
  readonly forecast: string;
  readonly empty: string;
};

function pairsTable(
  { book }: Tested,
  groups: ReadonlyMap<string, readonly ForecastPair[]>,
  cut: Words,
): ReportTable {
  const unit = unitOf(book);
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
      { id: "forecast", label: `${cut.forecast}${unit}`, format: "money", span: 2 },
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
    more: sayHidden(rows.length - MOST_ROWS, "smaller group"),
    empty: cut.empty,
  };
}

function leanWord(bias: number | undefined, periods: number): string | undefined {
  if (bias === undefined || periods < LEAST_PERIODS) return undefined;
  if (Math.abs(bias) <= LEANS) return "fair";
  return bias > 0 ? "too high" : "too low";
}
