type Point = { readonly at: readonly number[]; readonly value: number };

/**
 * The least of a function of a few numbers by the simplex method of Nelder and Mead (1965), from a start and a first
 * step. It needs no slopes and gives the same answer every time.
 */
export function minimise(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  step: number,
  most = 200,
): Point {
  const point = (at: readonly number[]): Point => ({ at, value: of(at) });
  let simplex = [
    point(start),
    ...start.map((_, axis) => point(start.map((x, k) => (k === axis ? x + step : x)))),
  ];
  const along = (from: readonly number[], to: readonly number[], share: number) =>
    point(from.map((x, k) => x + share * ((to[k] ?? 0) - x)));
  for (let round = 0; round < most; round++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0] as Point, simplex.at(-1) as Point];
    if (worst.value - best.value <= 1e-9 * (Math.abs(best.value) + 1e-300)) break;
    const others = simplex.slice(0, -1);
    const centre = start.map(
      (_, k) => others.reduce((sum, { at }) => sum + (at[k] ?? 0), 0) / others.length,
    );
    const moved = replacement(simplex, (share) => along(worst.at, centre, share));
    simplex = moved
      ? [...others, moved]
      : [best, ...simplex.slice(1).map(({ at }) => along(best.at, at, 0.5))];
  }
  return simplex.reduce((least, one) => (one.value < least.value ? one : least));
}

/** The point that takes the place of the worst one: reflected, stretched or drawn in; none when all are worse. */
function replacement(sorted: readonly Point[], along: (share: number) => Point): Point | undefined {
  const [best, second, worst] = [
    sorted[0] as Point,
    sorted.at(-2) as Point,
    sorted.at(-1) as Point,
  ];
  const reflected = along(2);
  if (reflected.value < best.value) {
    const stretched = along(3);
    return stretched.value < reflected.value ? stretched : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const drawn = reflected.value < worst.value ? along(1.5) : along(0.5);
  return drawn.value < Math.min(reflected.value, worst.value) ? drawn : undefined;
}
