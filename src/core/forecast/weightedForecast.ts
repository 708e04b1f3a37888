import { sum } from "simple-statistics";

/**
 * Weighted pipeline: the sum of amount x probability (fraction). A deal whose amount or probability is unknown is left
 * out; undefined when none is left.
 */
export function weightedForecast(
  amounts: readonly (number | undefined)[],
  probabilities: readonly (number | undefined)[],
): number | undefined {
  const weighted: number[] = [];
  amounts.forEach((amount, index) => {
    const probability = probabilities[index];
    if (amount !== undefined && probability !== undefined) weighted.push(amount * probability);
  });
  return weighted.length > 0 ? sum(weighted) : undefined;
}
