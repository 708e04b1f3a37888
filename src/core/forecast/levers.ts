import type { OpenDeal } from "./distribution/portfolio.ts";

/** What a scenario changes, as fractions: 0.1 is 10 % more. */
export type Levers = {
  /** More deals of the same kind. */
  readonly growth: number;
  /** Rate at which deals are won within the period. */
  readonly acceleration: number;
  /** Share of the deals that would be won which slip out of the period. */
  readonly slippage: number;
  /** Odds of winning. */
  readonly winRate: number;
  readonly dealSize: number;
  /** Selling capacity, and with it the number of deals. */
  readonly hiring: number;
};

export const NO_LEVERS: Levers = {
  growth: 0,
  acceleration: 0,
  slippage: 0,
  winRate: 0,
  dealSize: 0,
  hiring: 0,
};

/** How many deals there are for each open one. */
export const copiesWith = ({ growth, hiring }: Levers): number => (1 + growth) * (1 + hiring);

/**
 * The open deals under a scenario's levers. Win rate multiplies the odds, acceleration the hazard of winning, slippage
 * what is left of the probability; more deals are further copies, a part of a copy being there with that probability.
 */
export function leveredDeals(deals: readonly OpenDeal[], levers: Levers): OpenDeal[] {
  const changed = deals.map(({ amount, probability }) => {
    const odds = 1 + levers.winRate;
    const likelier = (probability * odds) / (1 + probability * levers.winRate);
    const faster = 1 - (1 - likelier) ** (1 + levers.acceleration);
    return {
      amount: amount * (1 + levers.dealSize),
      probability: faster * (1 - levers.slippage),
    };
  });
  const many = copiesWith(levers);
  const whole = Math.floor(many);
  const all: OpenDeal[] = [];
  for (let copy = 0; copy < whole; copy++) for (const deal of changed) all.push(deal);
  const part = many - whole;
  if (part > 0)
    for (const { amount, probability } of changed)
      all.push({ amount, probability: probability * part });
  return all;
}
