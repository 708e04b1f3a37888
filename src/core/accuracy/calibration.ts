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

/** The calls in bins of equal width; bins that no call fell in are left out. A chance on a limit belongs to the upper bin. */
export function calibrationBins(calls: readonly Call[], bins = 10, level = 0.8): CalibrationBin[] {
  const sums = Array.from({ length: bins }, () => ({ calls: 0, given: 0, won: 0 }));
  for (const { chance, won } of calls) {
    const bin = sums[Math.min(bins - 1, Math.floor(chance * bins + 1e-9))];
    if (!bin) continue;
    bin.calls++;
    bin.given += chance;
    bin.won += Number(won);
  }
  return sums.flatMap(({ calls: count, given, won }, at) => {
    if (count === 0) return [];
    const [low, high] = wilsonInterval(won, count, level);
    return {
      from: at / bins,
      to: (at + 1) / bins,
      calls: count,
      given: given / count,
      won: won / count,
      low,
      high,
    };
  });
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
