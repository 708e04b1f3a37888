import { median } from "simple-statistics";
import { tally } from "../parts/tally.ts";
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
  /** Open deals with an issue and without a value: they count with the usual amount. */
  readonly unvalued: number;
  /** Median of the amounts of open deals above 0. */
  readonly usual: number | undefined;
  /** 100 x (1 - value at stake / open value); by number of open deals where there are no amounts. */
  readonly score: number | undefined;
  /** The same by number of open deals. */
  readonly scoreByCount: number | undefined;
  readonly byCount: boolean;
};

/** What an open deal without an amount is taken to be worth. */
export function usualAmount(records: readonly Inspected[]): number | undefined {
  const amounts = records.map(({ deal }) => atStake(deal) ?? 0).filter((amount) => amount > 0);
  return amounts.length === 0 ? undefined : median(amounts);
}

/** How clean some records are; the score is undefined without open deals. */
export function hygieneScore(
  records: readonly Inspected[],
  usual: number | undefined = usualAmount(records),
): HygieneScore {
  const bad = records.filter(({ hits }) => hits.length > 0);
  const open = records.filter(({ deal }) => deal.standing.status === "open");
  const openBad = bad.filter(({ deal }) => deal.standing.status === "open");
  const all = tally(open, ({ deal }) => atStake(deal));
  const stake = tally(openBad, ({ deal }) => atStake(deal));
  const unvalued = stake.count - stake.known;
  const unknown = unvalued * (usual ?? 0);
  const value = all.sum + unknown;
  const byCount = value <= 0;
  const badShare = openBad.length / open.length;
  // A negative amount could push the share out of its bounds.
  const part = byCount ? badShare : Math.min(1, Math.max(0, (stake.sum + unknown) / value));
  return {
    records: records.length,
    withIssues: bad.length,
    issues: records.reduce((sum, { hits }) => sum + hits.length, 0),
    openRecords: open.length,
    openWithIssues: openBad.length,
    openValue: all.known === 0 ? undefined : all.sum,
    valueAtStake: all.known === 0 ? undefined : stake.sum,
    unvalued,
    usual,
    score: open.length === 0 ? undefined : 100 * (1 - part),
    scoreByCount: open.length === 0 ? undefined : 100 * (1 - badShare),
    byCount,
  };
}
