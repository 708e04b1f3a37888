import { mase } from "../accuracy/mase.ts";
import { trackingSignal } from "../accuracy/trackingSignal.ts";
import { forecastBias } from "../forecast/forecastBias.ts";
import type { ForecastPair } from "../forecast/forecastPair.ts";
import { hitRate } from "../forecast/hitRate.ts";
import { mape } from "../forecast/mape.ts";
import { wmape } from "../forecast/wmape.ts";
import type { Judged, Point } from "./backtest.ts";

/** How a method did over the periods in which it said something. */
export type MethodAccuracy = {
  readonly periods: number;
  readonly wmape: number | undefined;
  readonly mape: number | undefined;
  /** In total, and the mean over periods; above 0 is too high. */
  readonly bias: number | undefined;
  readonly meanBias: number | undefined;
  readonly hits: number | undefined;
  readonly mase: number | undefined;
  readonly tracking: number | undefined;
  /** Its error over that of repeating the period before, in three periods or more that both forecast; below 1 is better. */
  readonly againstNaive: number | undefined;
};

/** A forecast within so much of what came is a hit. */
export const HIT_WITHIN = 0.1;

/** In fewer periods either may have been lucky. */
const LEAST_SHARED = 3;

export const isAt = ({ point }: Judged, { daysLeft, week }: Point): boolean =>
  point.daysLeft === daysLeft && point.week === week;

const pairAt = ({ forecasts, seen }: Judged, method: string): ForecastPair | undefined => {
  const forecast = forecasts.get(method);
  return forecast === undefined ? undefined : { forecast, actual: seen.actual };
};

/** The accuracy of a method at one point of the periods. */
export function methodAccuracy(
  judged: readonly Judged[],
  method: string,
  point: Point,
): MethodAccuracy {
  const there = judged.filter((one) => isAt(one, point));
  const pairs = there.flatMap((one) => pairAt(one, method) ?? []);
  return {
    periods: pairs.length,
    wmape: wmape(pairs),
    mape: mape(pairs),
    bias: forecastBias(pairs, "total"),
    meanBias: forecastBias(pairs, "mean"),
    hits: hitRate(pairs, HIT_WITHIN),
    mase: mase(
      pairs,
      there.map(({ seen }) => seen.actual),
    ),
    tracking: pairs.length > 0 ? trackingSignal(pairs) : undefined,
    againstNaive: againstNaive(there, method),
  };
}

function againstNaive(there: readonly Judged[], method: string): number | undefined {
  let [own, naive, shared] = [0, 0, 0];
  for (const one of there) {
    const [mine, before] = [pairAt(one, method), pairAt(one, "naive")];
    if (!mine || !before) continue;
    shared++;
    own += Math.abs(mine.forecast - mine.actual);
    naive += Math.abs(before.forecast - before.actual);
  }
  return shared >= LEAST_SHARED && naive > 0 ? own / naive : undefined;
}
