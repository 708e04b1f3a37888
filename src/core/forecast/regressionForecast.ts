import { leastSquares } from "./leastSquares.ts";

/** What one driver does, and how sure that is. */
export type DriverEffect = {
  /** What one more of the driver adds. */
  readonly slope: number;
  readonly error: number;
  /** What the driver's next value adds; with the intercept they add up to the estimate. */
  readonly adds: number;
};

export type RegressionForecast = {
  readonly estimate: number;
  /** Undefined when all actuals are equal: there is nothing to explain. */
  readonly rSquared: number | undefined;
  /** Of so many observations less so many coefficients. */
  readonly freedom: number;
  readonly adjusted: number | undefined;
  /** Standard deviation of what the fit leaves. */
  readonly residual: number;
  /** Standard error of the estimate as a forecast of one period. */
  readonly predictionError: number;
  readonly intercept: number;
  readonly drivers: readonly DriverEffect[];
};

/**
 * Forecast from drivers by ordinary least squares with an intercept: the estimate at `next`, and the share of the
 * variance that the fit explains. Undefined with fewer than two observations more than drivers, or when drivers repeat
 * one another or do not vary.
 */
export function regressionForecast(
  actuals: readonly number[],
  drivers: readonly (readonly number[])[],
  next: readonly number[],
): RegressionForecast | undefined {
  const [count, width] = [actuals.length, next.length];
  if (count < width + 2) return undefined;
  const meanActual = average(actuals);
  const means = next.map((_, driver) => average(drivers.map((row) => row[driver] ?? 0)));
  const centre = (row: readonly number[]) => means.map((mean, driver) => (row[driver] ?? 0) - mean);
  const centred = drivers.map(centre);
  const found = leastSquares(
    centred,
    actuals.map((actual) => actual - meanActual),
  );
  if (!found) return undefined;
  const { slopes, inverse } = found;
  const fitted = (row: readonly number[]) =>
    slopes.reduce((sum, slope, driver) => sum + slope * (row[driver] ?? 0), meanActual);
  let [unexplained, total] = [0, 0];
  actuals.forEach((actual, at) => {
    unexplained += (actual - fitted(centred[at] ?? [])) ** 2;
    total += (actual - meanActual) ** 2;
  });
  const rSquared = total > 0 ? 1 - unexplained / total : undefined;
  const freedom = count - width - 1;
  const residual = Math.sqrt(unexplained / freedom);
  const away = centre(next);
  return {
    estimate: fitted(away),
    rSquared,
    freedom,
    adjusted: rSquared === undefined ? undefined : 1 - ((1 - rSquared) * (count - 1)) / freedom,
    residual,
    predictionError: residual * Math.sqrt(1 + 1 / count + spreadAt(inverse, away)),
    intercept: fitted(means.map((mean) => -mean)),
    drivers: slopes.map((slope, driver) => ({
      slope,
      error: residual * Math.sqrt(inverse[driver]?.[driver] ?? 0),
      adds: slope * (next[driver] ?? 0),
    })),
  };
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The row times the matrix times the row. */
function spreadAt(matrix: readonly (readonly number[])[], row: readonly number[]): number {
  return matrix.reduce(
    (sum, line, at) =>
      sum + line.reduce((part, value, to) => part + value * (row[at] ?? 0) * (row[to] ?? 0), 0),
    0,
  );
}
