/** Amounts at which deals part into four bands of equal number; none for fewer than four deals. */
export function amountQuarters(amounts: readonly number[]): readonly number[] {
  const sorted = [...amounts].sort((a, b) => a - b);
  if (sorted.length < 4) return [];
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
}
