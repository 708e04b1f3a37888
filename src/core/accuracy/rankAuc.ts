import type { Call } from "./calibration.ts";

/** The chance that one that came true was given more than one that did not; half where they tie. */
export function rankAuc(predictions: readonly Call[]): number | undefined {
  const sorted = [...predictions].sort((a, b) => a.chance - b.chance);
  let [ranks, came] = [0, 0];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end]?.chance === sorted[start]?.chance && end < sorted.length) end++;
    const rank = (start + end + 1) / 2;
    for (let at = start; at < end; at++) {
      if (!sorted[at]?.won) continue;
      ranks += rank;
      came++;
    }
    start = end;
  }
  const missed = sorted.length - came;
  if (came === 0 || missed === 0) return undefined;
  return (ranks - (came * (came + 1)) / 2) / (came * missed);
}
