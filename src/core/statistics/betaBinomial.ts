export type Group = { readonly trials: number; readonly successes: number };

export type BetaPrior = {
  readonly mean: number;
  /** How many trials of its own a group needs to count as much as the mean. */
  readonly strength: number;
};

/**
 * How alike groups are, from their own counts, by moments (Kleinman 1973): the closer their rates lie to what chance
 * alone gives, the more trials the mean is worth. Undefined where no group has a trial.
 */
export function betaPrior(groups: readonly Group[]): BetaPrior | undefined {
  const used = groups.filter(({ trials }) => trials > 0);
  let [trials, successes, squares] = [0, 0, 0];
  for (const group of used) {
    trials += group.trials;
    successes += group.successes;
    squares += group.trials ** 2;
  }
  if (trials === 0) return undefined;
  const mean = successes / trials;
  const spread = mean * (1 - mean);
  const between = used.reduce(
    (sum, group) => sum + group.trials * (group.successes / group.trials - mean) ** 2,
    0,
  );
  const degrees = used.length - 1;
  const divisor = spread * (trials - squares / trials - degrees);
  const raw = divisor > 0 ? (between - spread * degrees) / divisor : 0;
  const alike = Math.min(0.999, Math.max(1e-6, raw));
  return { mean, strength: (1 - alike) / alike };
}
