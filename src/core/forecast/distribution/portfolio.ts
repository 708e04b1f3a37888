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

/** Deals of one size that are created and won later, so many on average (Poisson). */
export type NewDeals = { readonly amount: number; readonly count: number };

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
  readonly newDeals: readonly NewDeals[];
};

const WHOLE: readonly ClosingShare[] = [{ share: 1, weight: 1 }];

type Group = { chance: number; evidence: number; sign: number; amounts: number[] };

/**
 * Groups open deals by probability. Deals that cannot happen or are worth nothing drop out; certain ones, and negative
 * amounts, move the whole distribution. Beyond 1e15 deals of evidence a probability is known.
 */
export function portfolioOf(
  deals: readonly OpenDeal[],
  shares: readonly ClosingShare[] = WHOLE,
  newDeals: readonly NewDeals[] = [],
): Portfolio {
  const expectedShare = shares.reduce((sum, { share, weight }) => sum + share * weight, 0);
  const groups = new Map<number | string, Group>();
  let certain = 0;
  for (const { amount, probability, evidence = Number.POSITIVE_INFINITY } of deals) {
    if (amount === 0 || probability <= 0) continue;
    if (probability >= 1) {
      certain += amount * expectedShare;
      continue;
    }
    const sign = amount < 0 ? -1 : 1;
    if (sign < 0) certain += amount;
    const known = evidence === Number.POSITIVE_INFINITY;
    const key = known && sign > 0 ? probability : `${probability} ${evidence} ${sign}`;
    const group = groups.get(key);
    if (group) group.amounts.push(Math.abs(amount));
    else {
      const chance = sign < 0 ? 1 - probability : probability;
      groups.set(key, { chance, evidence, sign, amounts: [Math.abs(amount)] });
    }
  }
  return { certain, ...inOneList([...groups.values()]), shares, newDeals };
}

function inOneList(groups: readonly Group[]) {
  const starts = [0];
  for (const { amounts } of groups) starts.push((starts.at(-1) ?? 0) + amounts.length);
  const amounts = new Float64Array(starts.at(-1) ?? 0);
  groups.forEach((group, index) => {
    amounts.set(group.amounts, starts[index]);
  });
  return {
    amounts,
    starts,
    chances: groups.map(({ chance }) => chance),
    evidence: groups.map(({ evidence }) => evidence),
    signs: groups.map(({ sign }) => sign),
  };
}

/** The most that uncertain deals, without new ones, can add. */
export function spanOf({ amounts, shares }: Portfolio): number {
  const most = shares.reduce((largest, { share }) => Math.max(largest, share), 0);
  return amounts.reduce((sum, amount) => sum + amount, 0) * most;
}

/** Deals that are won as a whole or not at all, with known probabilities and without new ones. */
export function isPlain({ shares, newDeals, evidence }: Portfolio): boolean {
  return (
    shares.length === 1 &&
    shares[0]?.share === 1 &&
    newDeals.length === 0 &&
    evidence.every((count) => count === Number.POSITIVE_INFINITY)
  );
}

/** The chance of each deal, in the order of the amounts, from one per group. */
export function chancePerDeal(
  { amounts, starts }: Portfolio,
  chances: ArrayLike<number>,
): Float64Array {
  const each = new Float64Array(amounts.length);
  for (let group = 0; group + 1 < starts.length; group++)
    each.fill(chances[group] ?? 0, starts[group], starts[group + 1]);
  return each;
}
