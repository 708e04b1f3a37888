const GOLDEN = (Math.sqrt(5) - 1) / 2;
const [LEAST, MOST] = [1e-4, 0.9999];
const GRID = 16;

/** A level that follows the values: the share alpha of each surprise moves it. */
export type Smoothing = {
  readonly alpha: number;
  /** The level behind the last value: the forecast of every period ahead. */
  readonly level: number;
  /** What each value was above the level before it. */
  readonly surprises: readonly number[];
};

/**
 * Simple exponential smoothing, with the share and the first level that make the surprises smallest in the square. The
 * surprises are linear in the first level, so only the share is searched.
 */
export function simpleSmoothing(values: readonly number[]): Smoothing {
  const squares = (alpha: number) => smoothed(values, alpha).squares;
  let best = LEAST;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= GRID; step++) {
    const alpha = LEAST + ((MOST - LEAST) * step) / GRID;
    const found = squares(alpha);
    if (found < least) [best, least] = [alpha, found];
  }
  const width = (MOST - LEAST) / GRID;
  const alpha = narrowed(squares, Math.max(LEAST, best - width), Math.min(MOST, best + width));
  return smoothed(values, squares(alpha) < least ? alpha : best);
}

/** Golden section between two ends. */
function narrowed(of: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [of(left), of(right)];
  while (high - low > 1e-7) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = of(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = of(right);
    }
  }
  return (low + high) / 2;
}

function smoothed(values: readonly number[], alpha: number): Smoothing & { squares: number } {
  const kept = 1 - alpha;
  // With a first level of 0 a surprise is s; each unit of the first level takes kept^t off it.
  let [level, fade, along, size] = [0, 1, 0, 0];
  for (const value of values) {
    along += (value - level) * fade;
    size += fade * fade;
    level += alpha * (value - level);
    fade *= kept;
  }
  level = along / size;
  let squares = 0;
  const surprises = values.map((value) => {
    const surprise = value - level;
    squares += surprise * surprise;
    level += alpha * surprise;
    return surprise;
  });
  return { alpha, level, surprises, squares };
}
