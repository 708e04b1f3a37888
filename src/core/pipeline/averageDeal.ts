/** The mean amount of the won deals that have one; undefined when none has. */
export function averageDeal(
  amounts: readonly (number | undefined)[],
  isWon: (row: number) => boolean,
): number | undefined {
  let [sum, count] = [0, 0];
  amounts.forEach((amount, row) => {
    if (amount === undefined || !isWon(row)) return;
    sum += amount;
    count += 1;
  });
  return count > 0 ? sum / count : undefined;
}
