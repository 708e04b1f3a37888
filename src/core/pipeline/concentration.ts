/**
 * The share that the largest amounts hold of all amounts. Credits and blanks do not count. Undefined when no amount is
 * above zero.
 */
export function concentration(amounts: readonly number[], largest = 1): number | undefined {
  const counted = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const add = (sum: number, amount: number) => sum + amount;
  const total = counted.reduce(add, 0);
  return total > 0 ? counted.slice(0, largest).reduce(add, 0) / total : undefined;
}
