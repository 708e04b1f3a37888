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
  /** Deals of one cohort, such as a stage, share what is not known, whatever their probabilities. */
  readonly cohort?: string | undefined;
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
  /** Groups whose measured probabilities are off together: cohort c holds those from cohorts[c] up to cohorts[c + 1]. */
  readonly cohorts: readonly number[];
  /** -1 where a negative amount was turned round: `a` when won is `a` for certain and `-a` when not won. */
  readonly signs: readonly number[];
  readonly shares: readonly ClosingShare[];
  readonly newBusiness: NewBusiness | undefined;
};

const WHOLE: readonly ClosingShare[] = [{ share: 1, weight: 1 }];

/**
 * Groups open deals by probability, in the order in which these first come but for cohorts. Deals that cannot happen or are worth
 * nothing drop out; certain ones, and negative amounts, move the whole distribution.
 */
export function portfolioOf(
  deals: readonly OpenDeal[],
  shares: readonly ClosingShare[] = WHOLE,
  newBusiness?: NewBusiness | undefined,
): Portfolio {
  const expectedShare = shares.reduce((sum, { share, weight }) => sum + share * weight, 0);
  const keys = new Map<number | string, number>();
  const groupOf = new Int32Array(deals.length).fill(-1);
  const groups: Group[] = [];
  let certain = 0;
  deals.forEach((one, deal) => {
    const { amount, probability } = one;
    if (amount === 0 || probability <= 0) return;
    if (probability >= 1) {
      certain += amount * expectedShare;
      return;
    }
    if (amount < 0) certain += amount;
    const key = keyOf(one);
    const known = keys.get(key);
    const group = known ?? groups.push(groupFor(one, key)) - 1;
    if (known === undefined) keys.set(key, group);
    groupOf[deal] = group;
    (groups[group] as Group).size++;
  });
  const { order, cohorts } = byCohort(groups);
  const place = new Int32Array(groups.length);
  const starts = [0];
  order.forEach((group, at) => {
    place[group] = at;
    starts.push((starts[at] ?? 0) + (groups[group]?.size ?? 0));
  });
  const amounts = new Float64Array(starts[groups.length] ?? 0);
  const next = Int32Array.from(starts);
  for (let deal = 0; deal < deals.length; deal++) {
    const group = groupOf[deal] as number;
    if (group < 0) continue;
    const slot = place[group] as number;
    const at = next[slot] as number;
    amounts[at] = Math.abs(deals[deal]?.amount ?? 0);
    next[slot] = at + 1;
  }
  const sorted = order.map((group) => groups[group] as Group);
  return {
    certain,
    amounts,
    starts,
    cohorts,
    chances: sorted.map(({ chance }) => chance),
    evidence: sorted.map(({ evidence }) => evidence),
    signs: sorted.map(({ sign }) => sign),
    shares,
    newBusiness: gathered(newBusiness),
  };
}

type Group = {
  readonly chance: number;
  readonly evidence: number;
  readonly cohort: number | string;
  readonly sign: number;
  size: number;
};

const isKnown = ({ evidence = Number.POSITIVE_INFINITY }: OpenDeal) =>
  evidence === Number.POSITIVE_INFINITY;

/** A number for the usual deal: asked for every one, a text would cost more than the rest. */
function keyOf(deal: OpenDeal): number | string {
  const { amount, probability, evidence, cohort } = deal;
  if (isKnown(deal) && amount > 0) return probability;
  return `${probability} ${evidence ?? ""} ${amount < 0} ${isKnown(deal) ? "" : (cohort ?? "")}`;
}

function groupFor(deal: OpenDeal, key: number | string): Group {
  const { amount, probability, evidence = Number.POSITIVE_INFINITY, cohort } = deal;
  return {
    chance: amount < 0 ? 1 - probability : probability,
    evidence,
    cohort: isKnown(deal) || cohort === undefined ? key : `cohort ${cohort}`,
    sign: amount < 0 ? -1 : 1,
    size: 0,
  };
}

/** The groups with those of one cohort side by side, in the order in which cohorts first come. */
function byCohort(groups: readonly Group[]): { order: number[]; cohorts: number[] } {
  const members = new Map<number | string, number[]>();
  groups.forEach(({ cohort }, group) => {
    const known = members.get(cohort);
    if (known) known.push(group);
    else members.set(cohort, [group]);
  });
  const [order, cohorts]: [number[], number[]] = [[], [0]];
  for (const list of members.values()) {
    for (const group of list) order.push(group);
    cohorts.push(order.length);
  }
  return { order, cohorts };
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
