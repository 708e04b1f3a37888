import { mean } from "simple-statistics";
import type { Day } from "../../core/calendar/day.ts";
import type { DealHistory } from "../../core/history/dealHistory.ts";
import { coverageGap } from "../../core/pipeline/coverageGap.ts";
import { freshness } from "../../core/pipeline/freshness.ts";
import { mixDeviation } from "../../core/pipeline/mixDeviation.ts";
import { type PipelineHealth, pipelineHealth } from "../../core/pipeline/pipelineHealth.ts";
import type { StageGroup } from "../../core/pipeline/stage.ts";
import type { StageFlow } from "../../core/pipeline/stageFlow.ts";
import { IDEAL_MIX, type MixRow, stageMix } from "../../core/pipeline/stageMix.ts";
import { winRate } from "../../core/pipeline/winRate.ts";
import type { QuotaInPeriod } from "../../core/quota/quotaInPeriod.ts";
import type { Book } from "../book.ts";
import { coverageOf } from "../forecast/numbers.ts";
import { bookQuota } from "../parts/bookQuota.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { slowWins } from "../parts/slowWins.ts";
import { stageFlowsOf } from "../parts/stageFlowsOf.ts";
import { tally, total } from "../parts/tally.ts";
import { type ReviewDeal, reviewDeals } from "./dealSignals.ts";

/** Closed deals of so many days tell the win rate and the cycle. */
export const PAST_DAYS = 365;
const FRESH_DAYS = 30;
const OLD_DAYS = 90;

/** All that the review is told from. */
export type Review = {
  readonly book: Book;
  readonly quota: QuotaInPeriod;
  readonly history: DealHistory;
  /** True when snapshots or an imported history tell how deals stood on other days. */
  readonly hasHistory: boolean;
  /** The first day of which a snapshot or an imported change tells. */
  readonly knownSince: Day | undefined;
  readonly flows: readonly StageFlow[];
  readonly deals: readonly ReviewDeal[];
  readonly mix: readonly MixRow[];
  /** True when stages of each group have held a deal: without one of them the bands say nothing. */
  readonly usesGroups: boolean;
  readonly health: PipelineHealth;
  /** Of all open deals. */
  readonly open: number | undefined;
  /** Of those that close in the period. */
  readonly openInPeriod: number | undefined;
  readonly won: number | undefined;
  readonly quotaLeft: number | undefined;
  readonly coverage: number | undefined;
  readonly toGenerate: number | undefined;
  readonly winRate: number | undefined;
  /** Mean days from created to won of the deals won in the past year. */
  readonly cycle: number | undefined;
  readonly averageWon: number | undefined;
  /** Of those deals, how many took longer than their quartiles let expect. */
  readonly slowWins: number | undefined;
  /** Value lost in the period over all that was in its pipeline. */
  readonly leak: number | undefined;
};

/** How long deals stay in their stages over what the Stages settings expect, each stage by its stays. */
function velocityOf(flows: readonly StageFlow[], book: Book): number | undefined {
  let [spent, expected] = [0, 0];
  for (const { pipeline, stage, time } of flows) {
    const benchmark = book.standings.stages.find(pipeline, stage)?.benchmarkDays;
    if (benchmark === undefined || time.mean === undefined) continue;
    spent += time.mean * time.stays;
    expected += benchmark * time.stays;
  }
  return expected > 0 ? spent / expected : undefined;
}

function pastDeals({ deals, request: { asOf, settings } }: Book) {
  const past = deals.filter(({ standing: { status, deal } }) => {
    const { closeDate } = deal;
    const isClosed = status === "won" || status === "lost";
    return isClosed && closeDate !== undefined && closeDate <= asOf && closeDate > asOf - PAST_DAYS;
  });
  const won = past.filter(({ standing }) => standing.status === "won");
  const days = won.flatMap(({ standing: { deal } }) =>
    deal.createdDate === undefined || deal.closeDate === undefined
      ? []
      : [Math.max(0, deal.closeDate - Math.floor(deal.createdDate))],
  );
  const amounts = won.flatMap(({ standing }) => standing.amount ?? []);
  return {
    winRate: winRate(
      past.map(({ standing }) => (standing.status === "won" ? "won" : "lost")),
      "closed",
    ),
    cycle: days.length > 0 ? mean(days) : undefined,
    averageWon: amounts.length > 0 ? mean(amounts) : undefined,
    slowWins: slowWins(days, settings.options.outliersBy),
  };
}

/** Lost or disqualified in the period, over what was lost, won or is open in it. */
function leakOf({ deals, knowsClosed, request: { asOf, period } }: Book, kept: number | undefined) {
  if (!knowsClosed || kept === undefined) return undefined;
  const lost = deals.filter(({ standing: { status, deal } }) => {
    const { closeDate } = deal;
    if (status !== "lost" || closeDate === undefined) return false;
    return closeDate >= period.from && closeDate <= Math.min(asOf, period.to);
  });
  const value = total(tally(lost, ({ standing }) => standing.amount));
  return value === undefined || value + kept <= 0 ? undefined : value / (value + kept);
}

function isUsed(flows: readonly StageFlow[], book: Book, group: StageGroup): boolean {
  const { find } = book.standings.stages;
  return flows.some(({ pipeline, stage }) => find(pipeline, stage)?.group === group);
}

function firstDay(days: readonly (number | undefined)[]): Day | undefined {
  const first = days.reduce<number>(
    (least, day) => Math.min(least, day ?? least),
    Number.POSITIVE_INFINITY,
  );
  return first === Number.POSITIVE_INFINITY ? undefined : Math.floor(first);
}

const difference = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a - b;

export function reviewOf(book: Book): Review {
  const { asOf, tables, settings } = book.request;
  const history = dealHistoryOf(book.request);
  const hasHistory =
    (tables.snapshots?.rows.length ?? 0) + (tables.opportunityHistory?.rows.length ?? 0) > 0;
  const flows = stageFlowsOf(book, history);
  const deals = reviewDeals(book, flows);
  const { rows: mix } = stageMix(
    book.allOpen.map(({ standing }) => ({ stage: standing.stage, amount: standing.amount })),
  );
  const quota = bookQuota(book);
  const openInPeriod = total(tally(book.open, ({ standing }) => standing.amount));
  const won = book.knowsClosed
    ? total(tally(book.won, ({ standing }) => standing.amount))
    : undefined;
  const quotaLeft = difference(quota.total, won);
  const past = pastDeals(book);
  const coverage = coverageOf(openInPeriod, quota.total, won);
  const ages = deals.flatMap(({ age }) => age ?? []);
  const usesGroups = mix.every(({ group, deals: held }) => held > 0 || isUsed(flows, book, group));
  const outside = mix.flatMap(({ group, share }) =>
    share === undefined || !usesGroups ? [] : mixDeviation(share, ...IDEAL_MIX[group]),
  );
  const delta = difference(past.winRate, settings.context.winRate);
  return {
    book,
    knownSince: firstDay([
      ...(tables.snapshots?.rows ?? []).map(({ snapshotDate }) => snapshotDate),
      ...(tables.opportunityHistory?.rows ?? []).map(({ changedAt }) => changedAt),
    ]),
    quota,
    history,
    hasHistory,
    flows,
    deals,
    mix,
    usesGroups,
    health: pipelineHealth({
      coverage,
      mixDeviation: outside.length > 0 ? Math.max(...outside) : undefined,
      velocity: velocityOf(flows, book),
      freshness:
        quotaLeft === undefined
          ? undefined
          : freshness(
              deals.map(({ deal: { standing } }) => ({
                created: standing.deal.createdDate,
                amount: standing.amount,
              })),
              quotaLeft,
              FRESH_DAYS,
              asOf,
            ),
      winRateDelta: delta === undefined ? undefined : delta * 100,
      aged: ages.length > 0 ? ages.filter((age) => age > OLD_DAYS).length / ages.length : undefined,
    }),
    open: total(tally(book.allOpen, ({ standing }) => standing.amount)),
    openInPeriod,
    won,
    quotaLeft,
    coverage,
    toGenerate:
      quota.total === undefined || won === undefined || openInPeriod === undefined
        ? undefined
        : coverageGap(openInPeriod, quota.total, settings.options.coverageTarget, won),
    ...past,
    leak: leakOf(
      book,
      won === undefined || openInPeriod === undefined ? undefined : won + openInPeriod,
    ),
  };
}
