import { sayPercent } from "../parts/words.ts";

type Known = {
  readonly amount: number | undefined;
  /** 0-1: how much of what the factors weigh is known of the deal. */
  readonly confidence: number | undefined;
};

/** Below so much data confidence an answer says so. */
const LITTLE = 0.25;

/** Data confidence of the deals, each by its amount where amounts are known, else one like another. */
export function confidenceOf(deals: readonly Known[]): number | undefined {
  let [known, all] = [0, 0];
  const hasAmounts = deals.some(({ amount }) => (amount ?? 0) > 0);
  for (const { amount, confidence } of deals) {
    const weight = hasAmounts ? Math.max(0, amount ?? 0) : 1;
    if (confidence === undefined) continue;
    known += weight * confidence;
    all += weight;
  }
  return all > 0 ? known / all : undefined;
}

/** A sentence where little is known, else nothing. */
export function littleKnown(confidence: number | undefined, isFitted: boolean): string {
  if (confidence === undefined || confidence >= LITTLE) return "";
  const known = `${sayPercent(confidence)} of what the risk factors weigh is known`;
  return isFitted
    ? ` Only ${known}: how deals stand, such as stage, age and dates, is all that tells them apart.`
    : ` Only ${known}.`;
}
