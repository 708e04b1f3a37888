export type Count = { readonly seen: number; readonly expected: number };

/**
 * How alike groups are in how often something happens to them against what was expected, by moments: a group's factor is
 * (seen + strength) / (expected + strength). The closer the factors lie to what chance alone gives, the larger.
 */
export function gammaStrength(groups: readonly Count[]): number {
  const used = groups.filter(({ expected }) => expected > 0);
  let [seen, expected, squares] = [0, 0, 0];
  for (const group of used) {
    seen += group.seen;
    expected += group.expected;
    squares += group.expected ** 2;
  }
  if (seen === 0 || used.length < 2) return ALIKE;
  const mean = seen / expected;
  const between = used.reduce(
    (sum, group) => sum + group.expected * (group.seen / group.expected - mean) ** 2,
    0,
  );
  const spread = (between - mean * (used.length - 1)) / (expected - squares / expected);
  return Math.min(ALIKE, mean ** 2 / Math.max(spread, 1e-12));
}

/** Groups that differ by chance alone. */
const ALIKE = 1e4;
