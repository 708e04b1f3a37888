import { ensembleForecast } from "../../src/core/forecast/ensembleForecast.ts";
import type { ForecastPair } from "../../src/core/forecast/forecastPair.ts";
import { learnedWeights } from "../../src/core/forecast/learnedWeights.ts";
import { movingAverage } from "../../src/core/forecast/movingAverage.ts";
import { monthlySeries } from "./monthlySeries.ts";
import type { Page } from "./page.ts";

type Values = readonly number[];
const YEAR = 12;
/** All of them would tell little more in four times the time. */
const ONE_IN = 4;
const sum = (values: Values) => values.reduce((all, value) => all + value, 0);

/** Simple forecasts of the next month, good and bad ones. */
const METHODS: readonly (readonly [string, (values: Values) => number])[] = [
  ["the month before", (values) => values[values.length - 1] ?? 0],
  ["a year before", (values) => values[values.length - YEAR] ?? 0],
  ["moving average of 3", (values) => movingAverage(values, 3) ?? 0],
  ["smoothed by 0.3", (values) => values.reduce((level, value) => level + 0.3 * (value - level))],
  [
    "a year before, grown",
    (values) => {
      const [before, last] = [sum(values.slice(-2 * YEAR, -YEAR)), sum(values.slice(-YEAR))];
      return (values[values.length - YEAR] ?? 0) * Math.min(3, Math.max(1 / 3, last / before));
    },
  ],
];

/** So many past months told the weights. */
const PASTS: readonly (readonly [number, number])[] = [
  [1, 3],
  [4, 7],
  [8, 12],
  [13, 24],
  [25, 99],
];

/** Whether weights that are learned get nearer to what comes next than equal ones, month by month over M3's series. */
export function ensembleBench(page: Page, data: string): void {
  const misses = new Map<string, number[][]>();
  const note = (what: string, past: number, miss: number) => {
    const bucket = PASTS.findIndex(([from, to]) => past >= from && past <= to);
    const lists = misses.get(what) ?? PASTS.map(() => []);
    misses.set(what, lists);
    lists[bucket]?.push(miss);
  };
  const series = monthlySeries(data)
    .map(({ known, came }) => [...known, ...came])
    .filter(({ length }, at) => length >= 5 * YEAR && at % ONE_IN === 0);
  for (const values of series) {
    const level = sum(values) / values.length;
    const past: ForecastPair[][] = [];
    for (let at = 2 * YEAR; at < values.length; at++) {
      const actual = values[at] ?? 0;
      const said = METHODS.map(([, forecast]) => forecast(values.slice(0, at)));
      const equal = METHODS.map(() => 1);
      const combined = {
        "equal weights": ensembleForecast(said, equal),
        "learned weights": ensembleForecast(said, learnedWeights(past, equal)),
      };
      for (const [what, forecast = 0] of Object.entries(combined))
        note(what, past.length, Math.abs(forecast - actual) / level);
      METHODS.forEach(([what], method) => {
        note(what, past.length, Math.abs((said[method] ?? 0) - actual) / level);
      });
      past.push(said.map((forecast) => ({ forecast, actual })));
    }
  }
  page.section(
    `Mean miss of the next month over ${series.length} of M3's monthly series, in % of their level, by past months that were forecast`,
    ["by", ...PASTS.map(([from, to]) => (to > 24 ? `${from} and more` : `${from} to ${to}`))],
  );
  for (const [what, lists] of misses)
    page.row(what, ...lists.map((list) => ((100 * sum(list)) / list.length).toFixed(2)));
}
