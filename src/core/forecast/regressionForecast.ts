export type RegressionForecast = { readonly estimate: number; readonly rSquared: number };

/**
 * Forecast from drivers by ordinary least squares with an intercept: the estimate at `next`, and the share of the
 * variance that the fit explains. Undefined with fewer than two observations more than drivers, or when drivers repeat
 * one another or do not vary. R squared is 1 when all actuals are equal.
 */
export function regressionForecast(
  actuals: readonly number[],
  drivers: readonly (readonly number[])[],
  next: readonly number[],
): RegressionForecast | undefined {
  const width = next.length;
  if (actuals.length < width + 2) return undefined;
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanActual = average(actuals);
  const means = next.map((_, driver) => average(drivers.map((row) => row[driver] ?? 0)));
  const centred = drivers.map((row) => means.map((mean, driver) => (row[driver] ?? 0) - mean));
  const slopes = leastSquares(
    centred,
    actuals.map((actual) => actual - meanActual),
  );
  if (!slopes) return undefined;
  const fitted = (row: readonly number[]) =>
    slopes.reduce((sum, slope, driver) => sum + slope * (row[driver] ?? 0), meanActual);
  let [unexplained, total] = [0, 0];
  actuals.forEach((actual, at) => {
    unexplained += (actual - fitted(centred[at] ?? [])) ** 2;
    total += (actual - meanActual) ** 2;
  });
  return {
    estimate: fitted(next.map((value, driver) => value - (means[driver] ?? 0))),
    rSquared: total > 0 ? 1 - unexplained / total : 1,
  };
}

/** Solves by modified Gram-Schmidt, which keeps twice the digits of the normal equations. */
function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): number[] | undefined {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width + 1 }, (_, k) =>
    rows.map((row, at) => (k < width ? (row[k] ?? 0) : (values[at] ?? 0))),
  );
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  const upper: number[][] = [];
  for (let k = 0; k < width; k++) {
    const column = columns[k] ?? [];
    const size = dot(column, column);
    const before = rows.reduce((sum, row) => sum + (row[k] ?? 0) ** 2, 0);
    if (!(size > 1e-20 * before)) return undefined;
    upper[k] = [];
    for (let later = k + 1; later <= width; later++) {
      const other = columns[later] ?? [];
      const share = dot(column, other) / size;
      (upper[k] ?? [])[later] = share;
      columns[later] = other.map((value, at) => value - share * (column[at] ?? 0));
    }
  }
  const slopes = new Array<number>(width).fill(0);
  for (let k = width - 1; k >= 0; k--) {
    let slope = upper[k]?.[width] ?? 0;
    for (let later = k + 1; later < width; later++)
      slope -= (upper[k]?.[later] ?? 0) * (slopes[later] ?? 0);
    slopes[k] = slope;
  }
  return slopes;
}
