/**
 * The lower triangle L with L L' = the matrix, which is symmetric and positive definite; only its own lower triangle is
 * read. A direction without any curvature is given a little, so that it stays where it is.
 */
export function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++)
        sum -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      if (row === column) factor[row * size + row] = Math.sqrt(Math.max(sum, 1e-12));
      else factor[row * size + column] = sum / (factor[column * size + column] ?? 1);
    }
  }
  return factor;
}

/** Solves L L' x = right. */
export function choleskySolve(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = x[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (factor[row * size + k] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (factor[k * size + row] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (factor[row * size + row] ?? 1);
  }
  return x;
}

/** The diagonal of the inverse of L L'. */
export function choleskyInverse(factor: Float64Array, size: number): number[] {
  return Array.from({ length: size }, (_, at) => {
    const unit = new Float64Array(size);
    unit[at] = 1;
    return choleskySolve(factor, unit)[at] ?? 0;
  });
}
