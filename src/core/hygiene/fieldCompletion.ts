/** Filled values / values needed; undefined where nothing is needed. Rows without any value at all do not count. */
export function fieldCompletion(
  rows: readonly (readonly boolean[])[],
  needed: readonly number[],
): number | undefined {
  let [filled, count] = [0, 0];
  for (const row of rows) {
    if (!row.some(Boolean)) continue;
    count += needed.length;
    for (const at of needed) if (row[at] === true) filled++;
  }
  return count === 0 ? undefined : filled / count;
}
