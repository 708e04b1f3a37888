import { wilsonInterval } from "./wilson.ts";

/** The chance a deal was given and what became of it. */
export type Call = { readonly chance: number; readonly won: boolean };

/** Calls of about the same chance: what they were given on average, and what share of them was won. */
export type CalibrationBin = {
  readonly from: number;
  readonly to: number;
  readonly calls: number;
  readonly given: number;
  readonly won: number;
  readonly low: number;
  readonly high: number;
};

/** How calls are put into bins: by equal steps of the chance, or by rank, equally many calls to a bin. */
export type Cut = "width" | "count";

/**
 * The calls in bins, those that no call fell in left out. By width a chance on a limit belongs to the upper bin; by count
 * calls of the same chance stay together, where the middle one of them lies.
 */
export function calibrationBins(
  calls: readonly Call[],
  bins = 10,
  level = 0.8,
  cut: Cut = "width",
): CalibrationBin[] {
  const binOf = cut === "width" ? byWidth(bins) : byRank(calls, bins);
  const sums = Array.from({ length: bins }, () => ({ calls: 0, given: 0, won: 0, from: 1, to: 0 }));
  for (const { chance, won } of calls) {
    const bin = sums[binOf(chance)];
    if (!bin) continue;
    bin.calls++;
    bin.given += chance;
    bin.won += Number(won);
    bin.from = Math.min(bin.from, chance);
    bin.to = Math.max(bin.to, chance);
  }
  return sums.flatMap(({ calls: count, given, won, from, to }, at) => {
    if (count === 0) return [];
    const [low, high] = wilsonInterval(won, count, level);
    return {
      from: cut === "width" ? at / bins : from,
      to: cut === "width" ? (at + 1) / bins : to,
      calls: count,
      given: given / count,
      won: won / count,
      low,
      high,
    };
  });
}

function byWidth(bins: number): (chance: number) => number {
  return (chance) => Math.min(bins - 1, Math.floor(chance * bins + 1e-9));
}

function byRank(calls: readonly Call[], bins: number): (chance: number) => number {
  const sorted = Float64Array.from(calls, ({ chance }) => chance).sort();
  const known = new Map<number, number>();
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    while (end < sorted.length && sorted[end] === sorted[first]) end++;
    const middle = (first + end) / 2;
    known.set(sorted[first] ?? 0, Math.floor((middle * bins) / sorted.length));
    first = end;
  }
  return (chance) => known.get(chance) ?? 0;
}

/** How far chances were from what was won, on average over the bins by their number of calls. */
export function calibrationError(bins: readonly CalibrationBin[]): number | undefined {
  const count = bins.reduce((sum, { calls }) => sum + calls, 0);
  if (count === 0) return undefined;
  return bins.reduce(
    (sum, { calls, given, won }) => sum + (calls / count) * Math.abs(won - given),
    0,
  );
}
