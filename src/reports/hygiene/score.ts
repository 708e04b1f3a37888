import { tally } from "../tally.ts";
import { atStake, type Inspected } from "./inspect.ts";

export type HygieneScore = {
  readonly records: number;
  readonly withIssues: number;
  readonly issues: number;
  readonly openRecords: number;
  readonly openWithIssues: number;
  /** Amounts of all open deals; undefined when none has one. */
  readonly openValue: number | undefined;
  /** Amounts of open deals with an issue, each once. */
  readonly valueAtStake: number | undefined;
  /** 100 x (1 - value at stake / open value); by number of open deals where there are no amounts. */
  readonly score: number | undefined;
  readonly byCount: boolean;
};

/** How clean some records are; the score is undefined without open deals. */
export function hygieneScore(records: readonly Inspected[]): HygieneScore {
  const bad = records.filter(({ hits }) => hits.length > 0);
  const open = records.filter(({ deal }) => deal.standing.status === "open");
  const openBad = bad.filter(({ deal }) => deal.standing.status === "open");
  const all = tally(open, ({ deal }) => atStake(deal));
  const stake = tally(openBad, ({ deal }) => atStake(deal));
  const byCount = all.sum <= 0;
  // A negative amount could push the share out of its bounds.
  const part = byCount
    ? openBad.length / open.length
    : Math.min(1, Math.max(0, stake.sum / all.sum));
  return {
    records: records.length,
    withIssues: bad.length,
    issues: records.reduce((sum, { hits }) => sum + hits.length, 0),
    openRecords: open.length,
    openWithIssues: openBad.length,
    openValue: all.known === 0 ? undefined : all.sum,
    valueAtStake: all.known === 0 ? undefined : stake.sum,
    score: open.length === 0 ? undefined : 100 * (1 - part),
    byCount,
  };
}
