/** At least this share of a stage's deals must name it, or people have set their own (our own number). */
const AGREE = 0.8;

/** The probability that a CRM gives a stage, told from its open deals; undefined where they differ or one stands alone. */
export function agreedProbability(probabilities: readonly number[]): number | undefined {
  if (probabilities.length < 2) return undefined;
  const counts = new Map<number, number>();
  for (const one of probabilities) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= AGREE * probabilities.length)?.[0];
}
