export type DealPriority = "Top priority" | "Invest heavily" | "Quick wins" | "Deprioritize";

/** Where value and chance count as high: half of the scale each, our own assumption. */
export type PriorityLimits = { readonly value: number; readonly probability: number };

const limits: PriorityLimits = { value: 50, probability: 0.5 };

/** The corner of strategic value (0-100) against probability in which a deal lies. */
export function dealPriority(
  value: number,
  probability: number,
  { value: highValue, probability: likely }: PriorityLimits = limits,
): DealPriority {
  if (value >= highValue) return probability >= likely ? "Top priority" : "Invest heavily";
  return probability >= likely ? "Quick wins" : "Deprioritize";
}

/** 1 from a score of 85 and 500,000, 2 from 75 and 300,000, 3 from 65; undefined below. */
export function priorityTier(score: number, amount: number): 1 | 2 | 3 | undefined {
  if (score >= 85 && amount >= 500_000) return 1;
  if (score >= 75 && amount >= 300_000) return 2;
  return score >= 65 ? 3 : undefined;
}
