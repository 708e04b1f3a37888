/** The distribution of what uncertain deals add up to. */
export type TotalDistribution = {
  /** Nothing lies below or, but for 1e-12, above these. */
  readonly low: number;
  readonly high: number;
  /** P(total <= x). */
  readonly atMost: (x: number) => number;
  /** The largest possible total that is not above x; left out where any total is possible. */
  readonly settle?: (x: number) => number;
};

/** What a share of 0.9 may lose on its way through sums of products. */
const ROUNDING = 1e-12;

/** The smallest x with P(total <= x) >= share: the generalised inverse, which is a possible total where these are discrete. */
export function quantileOf(total: TotalDistribution, share: number): number {
  const { atMost, settle } = total;
  const wanted = share - ROUNDING;
  if (share <= 0 || atMost(total.low) >= wanted) return total.low;
  let [low, high] = [total.low, total.high];
  const close = 1e-14 * Math.max(Math.abs(low), Math.abs(high));
  while (high - low > close) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (atMost(middle) < wanted) {
      low = middle;
      continue;
    }
    const next = settle ? settle(middle) : middle;
    if (next >= high || next <= low) break;
    high = next;
  }
  return settle ? settle(high) : high;
}
