import type { ForecastCategory } from "../pipeline/stage.ts";

export type CategoryRollup = {
  readonly conservative: number;
  readonly base: number;
  readonly upside: number;
};

/**
 * Forecast by category: conservative = commit, base = commit + best case x weight, upside = commit + best case +
 * pipeline. What is closed counts in all three; what is omitted in none.
 */
export function categoryRollup(
  deals: readonly { readonly amount: number; readonly category: ForecastCategory }[],
  bestCaseWeight = 0.5,
): CategoryRollup {
  const of = (...categories: ForecastCategory[]) =>
    deals.reduce((sum, deal) => (categories.includes(deal.category) ? sum + deal.amount : sum), 0);
  const conservative = of("Closed", "Commit");
  const best = of("Best Case");
  return {
    conservative,
    base: conservative + bestCaseWeight * best,
    upside: conservative + best + of("Pipeline"),
  };
}

const SURE_FIRST: readonly ForecastCategory[] = ["Closed", "Commit", "Best Case", "Pipeline"];

/** Closed, commit, best case and pipeline: each alone, or with all that are surer. What is omitted counts nowhere. */
export function categoryTotals(
  deals: readonly { readonly amount: number; readonly category: ForecastCategory }[],
  isCumulative: boolean,
): number[] {
  const sums = SURE_FIRST.map((category) =>
    deals.reduce((sum, deal) => (deal.category === category ? sum + deal.amount : sum), 0),
  );
  if (!isCumulative) return sums;
  let surer = 0;
  return sums.map((sum) => {
    surer += sum;
    return surer;
  });
}
