import { linearRegression, mean } from "simple-statistics";

/**
 * Forecast of the next period: linear trend x seasonal index. The index of a season is the mean ratio of its actuals to
 * the centred moving average over a year, scaled so that the indices average 1; the trend is fitted to the actuals
 * divided by them (classical multiplicative decomposition). Undefined with less than two years, or when a moving
 * average or index is not above zero.
 */
export function seasonalForecast(
  actuals: readonly number[],
  periodsPerYear: number,
): number | undefined {
  const indices = seasonalIndices(actuals, periodsPerYear);
  if (!indices) return undefined;
  const adjusted = actuals.map((actual, at) => [at, actual / (indices[at % periodsPerYear] ?? 1)]);
  const { m, b } = linearRegression(adjusted);
  return (b + m * actuals.length) * (indices[actuals.length % periodsPerYear] ?? 1);
}

function seasonalIndices(actuals: readonly number[], year: number): number[] | undefined {
  if (year < 2 || actuals.length < 2 * year) return undefined;
  const ratios = Array.from({ length: year }, (): number[] => []);
  const half = Math.floor(year / 2);
  for (let at = half; at + half < actuals.length; at++) {
    const level = centredMean(actuals, at, year);
    if (!(level > 0)) return undefined;
    ratios[at % year]?.push((actuals[at] ?? 0) / level);
  }
  if (ratios.some((of) => of.length === 0)) return undefined;
  const raw = ratios.map((of) => mean(of));
  const scale = mean(raw);
  return raw.every((index) => index > 0) ? raw.map((index) => index / scale) : undefined;
}

/** The mean over a year around a period; of an even number of periods the two at the ends count half. */
function centredMean(actuals: readonly number[], at: number, year: number): number {
  const half = Math.floor(year / 2);
  let total = 0;
  for (let offset = -half; offset <= half; offset++) {
    const weight = year % 2 === 0 && Math.abs(offset) === half ? 0.5 : 1;
    total += weight * (actuals[at + offset] ?? 0);
  }
  return total / year;
}
