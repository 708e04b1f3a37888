/**
 * Splits an amount into whole units (cents) in proportion to weights, so that the parts add up to it exactly: each part
 * is rounded down, and the units left over go to the largest remainders, the earlier part when equal (Hamilton's
 * method). Negative weights count as 0. Undefined when no weight is above zero.
 */
export function spreadQuota(
  total: number,
  weights: readonly number[],
  unit = 0.01,
): number[] | undefined {
  const plain = weights.map((weight) => Math.max(0, weight || 0));
  const sum = plain.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return undefined;
  const perUnit = Math.round(1 / unit);
  // Dividing by 100 gives the amount a person would write; multiplying by 0.01 does not.
  const amountOf = (units: number) => (unit < 1 ? units / perUnit : units * unit);
  const units = Math.round(unit < 1 ? total * perUnit : total / unit);
  const shares = plain.map((weight) => (units * weight) / sum);
  const parts = shares.map(Math.floor);
  let left = units - parts.reduce((all, part) => all + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .filter(({ index }) => (plain[index] ?? 0) > 0)
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map(amountOf);
}
