/** A deal on a grid of cells: won, it moves the total by `cells` and, with probability `beyond`, by one more. */
export type CellDeal = { readonly cells: number; readonly beyond: number };

/** Mass below this at either end is dropped: it cannot be seen in a result and would slow the rest down. */
const NEGLIGIBLE = 1e-20;

/**
 * The probability of each cell when the deals, in increasing order, are added one by one (direct convolution).
 */
export function cellMass(deals: readonly CellDeal[], chances: ArrayLike<number>): Float64Array {
  const reach = deals.reduce((sum, deal) => sum + deal.cells + Math.ceil(deal.beyond), 0);
  const mass = new Float64Array(reach + 1);
  mass[0] = 1;
  let [low, high] = [0, 0];
  deals.forEach((deal, at) => {
    const p = chances[at] ?? 0;
    high += addDeal(mass, low, high, deal, p);
    while (low < high && (mass[low] ?? 0) < NEGLIGIBLE) mass[low++] = 0;
    while (high > low && (mass[high] ?? 0) < NEGLIGIBLE) mass[high--] = 0;
  });
  return mass;
}

/** Adds a deal in place, from the highest cell down; returns by how much the highest cell moved. */
function addDeal(
  mass: Float64Array,
  low: number,
  high: number,
  { cells, beyond }: CellDeal,
  p: number,
): number {
  const [lost, exactly, more] = [1 - p, p * (1 - beyond), p * beyond];
  const shift = cells + (beyond > 0 ? 1 : 0);
  if (cells === 0) {
    for (let cell = high + shift; cell >= low; cell--)
      mass[cell] =
        (mass[cell] ?? 0) * (lost + exactly) + (cell > low ? (mass[cell - 1] ?? 0) * more : 0);
    return shift;
  }
  for (let cell = high + shift; cell >= low; cell--) {
    let value = (mass[cell] ?? 0) * lost;
    if (cell - cells >= low) value += (mass[cell - cells] ?? 0) * exactly;
    if (more > 0 && cell - cells - 1 >= low) value += (mass[cell - cells - 1] ?? 0) * more;
    mass[cell] = value;
  }
  return shift;
}
