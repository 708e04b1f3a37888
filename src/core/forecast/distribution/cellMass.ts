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
    high += addDeal(mass, low, high, deal, chances[at] ?? 0);
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
  if (shift === 0) return 0;
  if (cells === 0) {
    for (let cell = high + 1; cell > low; cell--)
      mass[cell] = (mass[cell] as number) * (lost + exactly) + (mass[cell - 1] as number) * more;
    mass[low] = (mass[low] as number) * (lost + exactly);
    return shift;
  }
  if (beyond > 0) {
    for (let cell = high + shift; cell >= low + shift; cell--)
      mass[cell] =
        (mass[cell] as number) * lost +
        (mass[cell - cells] as number) * exactly +
        (mass[cell - shift] as number) * more;
    mass[low + cells] = (mass[low + cells] as number) * lost + (mass[low] as number) * exactly;
  } else {
    for (let cell = high + shift; cell >= low + shift; cell--)
      mass[cell] = (mass[cell] as number) * lost + (mass[cell - cells] as number) * exactly;
  }
  for (let cell = low + cells - 1; cell >= low; cell--) mass[cell] = (mass[cell] as number) * lost;
  return shift;
}
