import { type Call, calibrationBins } from "./calibration.ts";

/** Parts of a Brier score: reliability - resolution + uncertainty + within = score. */
export type BrierParts = {
  readonly score: number;
  /** How far the bins' chances are from what was won: 0 is honest. */
  readonly reliability: number;
  /** How far what was won in the bins is from what was won overall: more is better. */
  readonly resolution: number;
  /** The score of giving every deal the overall share that was won. */
  readonly uncertainty: number;
  /** What differs between the calls of a bin (Stephenson, Coelho and Jolliffe 2008). */
  readonly within: number;
};

/** The mean squared difference between chance and outcome, 0 to 1, lower is better. Undefined without a call. */
export function brierScore(calls: readonly Call[]): number | undefined {
  if (calls.length === 0) return undefined;
  return (
    calls.reduce((sum, { chance, won }) => sum + (chance - Number(won)) ** 2, 0) / calls.length
  );
}

/** The score taken apart over bins of equal width (Murphy 1973). */
export function brierParts(calls: readonly Call[], bins = 10): BrierParts | undefined {
  const score = brierScore(calls);
  if (score === undefined) return undefined;
  const count = calls.length;
  const overall = calls.reduce((sum, { won }) => sum + Number(won), 0) / count;
  let [reliability, resolution] = [0, 0];
  for (const bin of calibrationBins(calls, bins)) {
    reliability += (bin.calls / count) * (bin.given - bin.won) ** 2;
    resolution += (bin.calls / count) * (bin.won - overall) ** 2;
  }
  const uncertainty = overall * (1 - overall);
  const within = score - (reliability - resolution + uncertainty);
  return { score, reliability, resolution, uncertainty, within };
}
