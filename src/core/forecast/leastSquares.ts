export type LeastSquares = {
  readonly slopes: readonly number[];
  /** The inverse of the rows' cross products: times the variance of what is left, the covariance of the slopes. */
  readonly inverse: readonly (readonly number[])[];
};

/**
 * Solves by modified Gram-Schmidt, which keeps twice the digits of the normal equations. Undefined when columns repeat
 * one another or are zero.
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): LeastSquares | undefined {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width + 1 }, (_, k) =>
    rows.map((row, at) => (k < width ? (row[k] ?? 0) : (values[at] ?? 0))),
  );
  const upper: number[][] = [];
  const sizes: number[] = [];
  for (let k = 0; k < width; k++) {
    const column = columns[k] ?? [];
    const size = dot(column, column);
    const before = rows.reduce((sum, row) => sum + (row[k] ?? 0) ** 2, 0);
    if (!(size > 1e-20 * before)) return undefined;
    upper[k] = [];
    sizes.push(size);
    for (let later = k + 1; later <= width; later++) {
      const other = columns[later] ?? [];
      const share = dot(column, other) / size;
      (upper[k] ?? [])[later] = share;
      columns[later] = other.map((value, at) => value - share * (column[at] ?? 0));
    }
  }
  const slopes = solved(
    upper,
    upper.map((row) => row[width] ?? 0),
  );
  // The columns of the inverse of the upper triangle, each by back substitution from a unit vector
  const inverted = sizes.map((_, at) =>
    solved(
      upper,
      sizes.map((_size, row) => Number(row === at)),
    ),
  );
  const inverse = sizes.map((_, a) =>
    sizes.map((_size, b) =>
      sizes.reduce(
        (sum, size, at) => sum + ((inverted[at]?.[a] ?? 0) * (inverted[at]?.[b] ?? 0)) / size,
        0,
      ),
    ),
  );
  return { slopes, inverse };
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Solves a system whose matrix has ones on the diagonal and nothing below. */
function solved(upper: readonly (readonly number[])[], right: readonly number[]): number[] {
  const width = upper.length;
  const found = new Array<number>(width).fill(0);
  for (let k = width - 1; k >= 0; k--) {
    let value = right[k] ?? 0;
    for (let later = k + 1; later < width; later++)
      value -= (upper[k]?.[later] ?? 0) * (found[later] ?? 0);
    found[k] = value;
  }
  return found;
}
