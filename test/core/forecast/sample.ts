import type { ForecastPair } from "../../../src/core/forecast/forecastPair.ts";

const forecasts = [420, 480, 510, 550, 520, 580];
const actuals = [445, 460, 525, 510, 540, 560];

/** Six quarters of the peer's forecast sample, in thousands. */
export const peerSample: readonly ForecastPair[] = forecasts.map((forecast, index) => ({
  forecast,
  actual: actuals[index]!,
}));
