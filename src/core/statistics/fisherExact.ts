/** Counts of two groups: those with a hit and those without. */
export type TwoByTwo = {
  readonly hits: number;
  readonly misses: number;
  readonly otherHits: number;
  readonly otherMisses: number;
};

/** Tables as likely as the one seen count as such; R's own tolerance. */
const TIE = 1 + 1e-7;

/**
 * How likely a table at least as far from equal shares is by chance alone, with its margins as they are (two-sided,
 * Fisher 1935). Likelihoods are built outward from the likeliest table, so that nothing under- or overflows.
 */
export function fisherExact({ hits, misses, otherHits, otherMisses }: TwoByTwo): number {
  const group = hits + misses;
  const all = hits + otherHits;
  const rest = otherHits + otherMisses;
  const least = Math.max(0, all - rest);
  const most = Math.min(group, all);
  const likeliest = Math.min(
    most,
    Math.max(least, Math.floor(((group + 1) * (all + 1)) / (group + rest + 2))),
  );
  const weights = new Array<number>(most - least + 1).fill(0);
  weights[likeliest - least] = 1;
  const up = (k: number) => ((group - k) * (all - k)) / ((k + 1) * (rest - all + k + 1));
  for (let k = likeliest; k < most; k++) {
    weights[k + 1 - least] = (weights[k - least] ?? 0) * up(k);
  }
  for (let k = likeliest; k > least; k--) {
    weights[k - 1 - least] = (weights[k - least] ?? 0) / up(k - 1);
  }
  const limit = (weights[hits - least] ?? 0) * TIE;
  let [total, extreme] = [0, 0];
  for (const weight of weights) {
    total += weight;
    if (weight <= limit) extreme += weight;
  }
  return Math.min(1, extreme / total);
}
