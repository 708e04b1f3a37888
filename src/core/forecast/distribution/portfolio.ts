import { gathered, type NewBusiness } from "./newBusiness.ts";

/** An open deal as the forecast sees it: won with a probability (fraction), and then worth its amount. */
export type OpenDeal = {
  readonly amount: number;
  readonly probability: number;
  /**
   * How many decided deals of the past the probability was measured on. Deals of the same probability and count share
   * what is not known about it. Left out: the probability is taken as known.
   */
  readonly evidence?: number | undefined;
};

/** A share of its amount at which a deal may close, and how probable that share is. */
export type ClosingShare = { readonly share: number; readonly weight: number };

/** Open deals in groups of equal probability, ready for the calculation: every amount is above zero. */
export type Portfolio = {
  /** What comes in any case. */
  readonly certain: number;
  readonly amounts: Float64Array;
  /** Group g holds the amounts from starts[g] up to starts[g + 1]. */
  readonly starts: readonly number[];
  readonly chances: readonly number[];
  readonly evidence: readonly number[];
  /** -1 where a negative amount was turned round: `a` when won is `a` for certain and `-a` when not won. */
  readonly signs: readonly number[];
  readonly shares: readonly ClosingShare[];
  readonly newBusiness: NewBusiness | undefined;
};

const WHOLE: readonly ClosingShare[] = [{ share: 1, weight: 1 }];

/**
 * Groups open deals by probability, in the order in which these first come. Deals that cannot happen or are worth
 * nothing drop out; certain ones, and negative amounts, move the whole distribution.
 */
export function portfolioOf(
  deals: readonly OpenDeal[],
  shares: readonly ClosingShare[] = WHOLE,
  newBusiness?: NewBusiness | undefined,
): Portfolio {
  const expectedShare = shares.reduce((sum, { share, weight }) => sum + share * weight, 0);
  const groups = new Map<number | string, number>();
  const groupOf = new Int32Array(deals.length).fill(-1);
  const [chances, known, signs, sizes]: [number[], number[], number[], number[]] = [[], [], [], []];
  let certain = 0;
  deals.forEach(({ amount, probability, evidence = Number.POSITIVE_INFINITY }, deal) => {
    if (amount === 0 || probability <= 0) return;
    if (probability >= 1) {
      certain += amount * expectedShare;
      return;
    }
    if (amount < 0) certain += amount;
    const isUsual = evidence === Number.POSITIVE_INFINITY && amount > 0;
    const key = isUsual ? probability : `${probability} ${evidence} ${amount < 0}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = chances.push(amount < 0 ? 1 - probability : probability) - 1;
      groups.set(key, group);
      known.push(evidence);
      signs.push(amount < 0 ? -1 : 1);
      sizes.push(0);
    }
    groupOf[deal] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
  });
  const starts = [0];
  for (const size of sizes) starts.push((starts[starts.length - 1] ?? 0) + size);
  const amounts = new Float64Array(starts[sizes.length] ?? 0);
  const next = starts.slice();
  deals.forEach(({ amount }, deal) => {
    const group = groupOf[deal] ?? -1;
    if (group < 0) return;
    const at = next[group] ?? 0;
    amounts[at] = Math.abs(amount);
    next[group] = at + 1;
  });
  return {
    certain,
    amounts,
    starts,
    chances,
    evidence: known,
    signs,
    shares,
    newBusiness: gathered(newBusiness),
  };
}

/** The most that uncertain deals, without new ones, can add. */
export function spanOf({ amounts, shares }: Portfolio): number {
  const most = shares.reduce((largest, { share }) => Math.max(largest, share), 0);
  return amounts.reduce((sum, amount) => sum + amount, 0) * most;
}

/** Deals that are won as a whole or not at all, with known probabilities and without new ones. */
export function isPlain({ shares, newBusiness, evidence }: Portfolio): boolean {
  return (
    shares.length === 1 &&
    shares[0]?.share === 1 &&
    newBusiness === undefined &&
    evidence.every((count) => count === Number.POSITIVE_INFINITY)
  );
}

/** The chance of each deal, in the order of the amounts, from one per group. */
export function chancePerDeal(
  { amounts, starts }: Pick<Portfolio, "amounts" | "starts">,
  chances: ArrayLike<number>,
): Float64Array {
  const each = new Float64Array(amounts.length);
  for (let group = 0; group + 1 < starts.length; group++)
    each.fill(chances[group] ?? 0, starts[group], starts[group + 1]);
  return each;
}
