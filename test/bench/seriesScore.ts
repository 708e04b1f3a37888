import { linearRegression } from "simple-statistics";
import { seriesForecast } from "../../src/core/forecast/series/seriesForecast.ts";
import type { Series } from "./monthlySeries.ts";

export type Score = {
  readonly series: number;
  /** Mean over the series, in percent. */
  readonly smape: number;
  /** Mean absolute error over that of the seasonal naive forecast inside the past. */
  readonly mase: number;
};

/** What share of the values that came an 80 % interval held. */
export type Ours = Score & { readonly coverage: number };

type Method = (known: readonly number[], ahead: number, season: number) => number[];
type Errors = { smape: number; mase: number; series: number };

const repeat = (ahead: number, of: (at: number) => number) =>
  Array.from({ length: ahead }, (_, at) => of(at));

/** What every method has to beat. */
export const BASELINES: Readonly<Record<string, Method>> = {
  naive: (known, ahead) => repeat(ahead, () => known.at(-1) ?? 0),
  "seasonal naive": (known, ahead, season) =>
    repeat(ahead, (at) => known[known.length - season + (at % season)] ?? known.at(-1) ?? 0),
  "straight line": (known, ahead) => {
    const { m, b } = linearRegression(known.map((value, at) => [at, value]));
    return repeat(ahead, (at) => b + m * (known.length + at));
  },
};

/** Mean of the two errors against those of the naive forecast. */
export function relativeTo(naive: Score, score: Score): number {
  return (score.smape / naive.smape + score.mase / naive.mase) / 2;
}

/** The last `points` of each series as its whole past; all of it without a number. */
function cut(all: readonly Series[], points: number | undefined, ahead: number): Series[] {
  return all.flatMap(({ known, came }) =>
    points !== undefined && known.length < points
      ? []
      : [
          {
            known: points === undefined ? known : known.slice(-points),
            came: came.slice(0, ahead),
          },
        ],
  );
}

function scaleOf(known: readonly number[], season: number): number {
  const lag = known.length > season ? season : 1;
  const steps = known.slice(lag).map((value, at) => Math.abs(value - (known[at] ?? 0)));
  return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

function added(to: Errors, { known, came }: Series, means: readonly number[], season: number) {
  const scale = scaleOf(known, season);
  came.forEach((value, at) => {
    const off = Math.abs(value - (means[at] ?? 0));
    to.smape += (200 * off) / (Math.abs(value) + Math.abs(means[at] ?? 0)) / came.length;
    to.mase += off / scale / came.length;
  });
  to.series++;
}

const mean = ({ smape, mase, series }: Errors): Score => ({
  series,
  smape: smape / series,
  mase: mase / series,
});

export function baselineScore(
  method: Method,
  all: readonly Series[],
  { points, ahead, season }: Setting,
): Score {
  const sum = { smape: 0, mase: 0, series: 0 };
  for (const series of cut(all, points, ahead).filter((one) => scaleOf(one.known, season) > 0))
    added(sum, series, method(series.known, series.came.length, season), season);
  return mean(sum);
}

export type Setting = {
  readonly points?: number;
  readonly ahead: number;
  readonly season: number;
};

export function ourScore(all: readonly Series[], { points, ahead, season }: Setting): Ours {
  const sum = { smape: 0, mase: 0, series: 0 };
  let [held, told] = [0, 0];
  for (const series of cut(all, points, ahead).filter((one) => scaleOf(one.known, season) > 0)) {
    const periods = seriesForecast(series.known, series.came.length, season, 0.8)?.periods ?? [];
    const means = periods.map((period) => period.mean);
    added(sum, series, means, season);
    series.came.forEach((value, at) => {
      const { low, high } = periods[at] ?? {};
      if (low === undefined || high === undefined) return;
      told++;
      if (value >= low && value <= high) held++;
    });
  }
  return { ...mean(sum), coverage: held / told };
}
