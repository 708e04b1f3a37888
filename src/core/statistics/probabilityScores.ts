export type Prediction = { readonly chance: number; readonly outcome: number };

/** Mean squared difference between chance and outcome; 0 is perfect. */
export function brierScore(predictions: readonly Prediction[]): number {
  let sum = 0;
  for (const { chance, outcome } of predictions) sum += (chance - outcome) ** 2;
  return sum / predictions.length;
}

/** Mean surprise at the outcomes, in natural logarithms; chances of 0 and 1 count as just inside. */
export function logLoss(predictions: readonly Prediction[]): number {
  let sum = 0;
  for (const { chance, outcome } of predictions) {
    const inside = Math.min(1 - 1e-15, Math.max(1e-15, chance));
    sum -= outcome * Math.log(inside) + (1 - outcome) * Math.log(1 - inside);
  }
  return sum / predictions.length;
}

/** The chance that one that came true was given more than one that did not; half where they tie. Outcomes are 0 or 1. */
export function rankAuc(predictions: readonly Prediction[]): number | undefined {
  const sorted = [...predictions].sort((a, b) => a.chance - b.chance);
  let [ranks, came] = [0, 0];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end]?.chance === sorted[start]?.chance && end < sorted.length) end++;
    const rank = (start + end + 1) / 2;
    for (let at = start; at < end; at++) {
      if (sorted[at]?.outcome !== 1) continue;
      ranks += rank;
      came++;
    }
    start = end;
  }
  const missed = sorted.length - came;
  if (came === 0 || missed === 0) return undefined;
  return (ranks - (came * (came + 1)) / 2) / (came * missed);
}

export type Bin = {
  readonly predicted: number;
  readonly observed: number;
  readonly outcomes: number;
};

/** Predictions in ten bins of equal width, each with its mean chance and the share that came true. */
export function reliabilityBins(predictions: readonly Prediction[], count = 10): Bin[] {
  const bins = Array.from({ length: count }, () => ({ chance: 0, outcome: 0, n: 0 }));
  for (const { chance, outcome } of predictions) {
    const bin = bins[Math.min(count - 1, Math.floor(chance * count))];
    if (!bin) continue;
    bin.chance += chance;
    bin.outcome += outcome;
    bin.n++;
  }
  return bins
    .filter(({ n }) => n > 0)
    .map(({ chance, outcome, n }) => ({
      predicted: chance / n,
      observed: outcome / n,
      outcomes: n,
    }));
}

/** How far chances are from what came true, on average over the bins by their size. */
export function calibrationError(predictions: readonly Prediction[]): number {
  return reliabilityBins(predictions).reduce(
    (sum, bin) =>
      sum + (Math.abs(bin.predicted - bin.observed) * bin.outcomes) / predictions.length,
    0,
  );
}
