/** Up to so many things every order is weighed; beyond it a good one is looked for. */
const MOST_EXACT = 12;

type Counts = readonly (readonly number[])[];

const at = (before: Counts, one: number, other: number): number => before[one]?.[other] ?? 0;

/** The order with the fewest contradictions, by the best way to go on from each set of things placed already. */
function exactOrder(before: Counts): readonly number[] {
  const size = before.length;
  const least = new Float64Array(2 ** size);
  // What it costs to place a thing next: how often those still to come were before it.
  const cost = (placed: number, next: number) => {
    let sum = 0;
    for (let other = 0; other < size; other++) {
      if (other !== next && (placed & (1 << other)) === 0) sum += at(before, other, next);
    }
    return sum;
  };
  for (let placed = 2 ** size - 2; placed >= 0; placed--) {
    let best = Number.POSITIVE_INFINITY;
    for (let next = 0; next < size; next++) {
      if ((placed & (1 << next)) !== 0) continue;
      best = Math.min(best, cost(placed, next) + (least[placed | (1 << next)] ?? 0));
    }
    least[placed] = best;
  }
  const order: number[] = [];
  for (let placed = 0; order.length < size; ) {
    const next = before.findIndex(
      (_, one) =>
        (placed & (1 << one)) === 0 &&
        cost(placed, one) + (least[placed | (1 << one)] ?? 0) === least[placed],
    );
    order.push(next);
    placed |= 1 << next;
  }
  return order;
}

/** Where in the order a thing contradicts least, all others staying as they are; where it is when no place is better. */
function bestPlace(before: Counts, order: readonly number[], from: number): number {
  const one = order[from] ?? 0;
  let [most, place] = [0, from];
  for (const step of [-1, 1]) {
    let gain = 0;
    for (let to = from + step; to >= 0 && to < order.length; to += step) {
      const other = order[to] ?? 0;
      gain += step * (at(before, other, one) - at(before, one, other));
      if (gain > most) [most, place] = [gain, to];
    }
  }
  return place;
}

/** Moves single things to where they contradict least, until no move helps. */
function improvedOrder(before: Counts): readonly number[] {
  const order = before.map((_, one) => one);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const [one] of before.entries()) {
      const from = order.indexOf(one);
      const place = bestPlace(before, order, from);
      if (place === from) continue;
      order.splice(from, 1);
      order.splice(place, 0, one);
      isBetter = true;
    }
  }
  return order;
}

/**
 * Things in the order that contradicts the fewest observations, where `before[a][b]` is how often a was seen before b
 * (Kemeny's order). Of orders that are equally good, the one that keeps to the order given. Exact up to 12 things.
 */
export function majorityOrder(before: Counts): readonly number[] {
  return before.length <= MOST_EXACT ? exactOrder(before) : improvedOrder(before);
}
