/** Terms of a Fourier series one behind the other: a sin(j y) + b (1 - cos(j y)) for j = from, from + 1, … */
export type Stretch = { readonly from: number; readonly a: number[]; readonly b: number[] };

// Taken out of Math once: looking a global up costs more than the sum it is used in.
const { sin, cos } = Math;

/** y / period + the sum of all terms, held between 0 and 1. The angle is turned on from term to term. */
export function seriesAt(stretches: readonly Stretch[], angle: number): number {
  let sum = angle / (2 * Math.PI);
  const dc = cos(angle);
  const ds = sin(angle);
  for (const { from, a, b } of stretches) {
    let c = cos(from * angle);
    let s = sin(from * angle);
    for (let k = 0; k < a.length; k++) {
      sum += (a[k] as number) * s + (b[k] as number) * (1 - c);
      const turned = c * dc - s * ds;
      s = s * dc + c * ds;
      c = turned;
    }
  }
  return Math.min(1, Math.max(0, sum));
}
