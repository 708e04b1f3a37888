import { timed } from "./measure.ts";
import { monthlySeries, quarterly, type Series } from "./monthlySeries.ts";
import type { Page } from "./page.ts";
import { BASELINES, baselineScore, ourScore, relativeTo, type Setting } from "./seriesScore.ts";

const SHORT = [12, 13, 18, 24, 36, 48];
const SHORT_QUARTERS = [5, 8, 12, 16];

/** FORECAST_SERIES on the M3 competition's monthly series, whole and cut to the short pasts that sales teams have. */
export function seriesBench(page: Page, data: string): void {
  const months = monthlySeries(data);
  table(page, "months, 6 ahead", months, SHORT, { ahead: 6, season: 12 });
  table(page, "months, 18 ahead", months, [undefined], { ahead: 18, season: 12 });
  const quarters = months.map(quarterly);
  table(page, "quarters, 4 ahead", quarters, SHORT_QUARTERS, { ahead: 4, season: 4 });
}

function table(
  page: Page,
  what: string,
  all: readonly Series[],
  lengths: readonly (number | undefined)[],
  setting: Setting,
): void {
  const others = Object.entries(BASELINES).filter(([name]) => name !== "naive");
  page.section(`Series of ${what}: error against the naive forecast's (OWA), lower is better`, [
    "periods known",
    "series",
    ...others.map(([name]) => name),
    "FORECAST_SERIES",
    "its sMAPE",
    "its MASE",
    "in its 80 % interval",
    "a series",
  ]);
  for (const points of lengths) {
    const at = points === undefined ? setting : { ...setting, points };
    const naive = baselineScore(BASELINES.naive ?? (() => []), all, at);
    const { ms, result: ours } = timed(() => ourScore(all, at));
    page.row(
      points === undefined ? "all" : String(points),
      ours.series.toLocaleString("en"),
      ...others.map(([, method]) => relativeTo(naive, baselineScore(method, all, at)).toFixed(3)),
      relativeTo(naive, ours).toFixed(3),
      ours.smape.toFixed(2),
      ours.mase.toFixed(3),
      `${(100 * ours.coverage).toFixed(1)} %`,
      `${(ms / ours.series).toFixed(1)} ms`,
    );
  }
}
