import type { OpenDeal } from "./distribution/portfolio.ts";
import { type Levers, leveredDeals, NO_LEVERS } from "./levers.ts";

/** More than this times as much is no plan. */
const MOST = 10;

const meanWith = (open: readonly OpenDeal[], levers: Levers) =>
  leveredDeals(open, levers).reduce(
    (sum, { amount, probability }) => sum + amount * probability,
    0,
  );

/**
 * How far one lever alone must be pulled for the open deals to bring a needed amount on average; 0 when they do
 * already, undefined when ten times as much is not enough.
 */
export function leverNeeded(
  open: readonly OpenDeal[],
  needed: number,
  lever: keyof Levers,
): number | undefined {
  const meanAt = (setting: number) => meanWith(open, { ...NO_LEVERS, [lever]: setting });
  if (meanAt(0) >= needed) return 0;
  if (!(meanAt(MOST) >= needed)) return undefined;
  let [low, high] = [0, MOST];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (meanAt(middle) >= needed) high = middle;
    else low = middle;
  }
  return high;
}
