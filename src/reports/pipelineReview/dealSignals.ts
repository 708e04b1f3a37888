import { daysInStage } from "../../core/deals/daysInStage.ts";
import { dealAge } from "../../core/deals/dealAge.ts";
import { dealRisk } from "../../core/deals/dealRisk.ts";
import { riskProfile } from "../../core/deals/riskDimensions.ts";
import { pushCounts } from "../../core/hygiene/pushCount.ts";
import type { StageFlow } from "../../core/pipeline/stageFlow.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book, BookDeal } from "../book.ts";
import { dealChangesOf } from "../parts/dealChangesOf.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import { tally, total } from "../parts/tally.ts";
import { dealFacts } from "../risk/facts.ts";
import { scorer } from "../risk/scorer.ts";
import { usualDays } from "../risk/usualDays.ts";

/** What speaks against a deal, the gravest first. */
export type Signal = "overdue" | "stalled" | "inactive" | "pushed" | "risky";

/** An open deal with all that the review says about it; what the data cannot tell is undefined. */
export type ReviewDeal = {
  readonly deal: BookDeal;
  readonly id: string;
  readonly amount: number | undefined;
  readonly age: number | undefined;
  readonly daysInStage: number | undefined;
  /** Days beyond which its stage holds a deal too long, and the rule that gave them. */
  readonly limit: number | undefined;
  readonly inactive: number | undefined;
  readonly pushes: number | undefined;
  readonly risk: number | undefined;
  /** 0-1: how much of what the risk factors weigh is known of it. */
  readonly confidence: number | undefined;
  readonly signals: readonly Signal[];
  /** A high risk score, or two signals and more (our own rule). */
  readonly isAtRisk: boolean;
  /** True when the data tells anything that risk can be judged by. */
  readonly isJudged: boolean;
};

/** What deals are worth together; undefined where there are some and none has an amount. */
export const amountOf = (deals: readonly ReviewDeal[]): number | undefined =>
  total(tally(deals, ({ amount }) => amount));

/** How many stall; undefined where nothing tells how long any of them may take. */
export const stalledOf = (deals: readonly ReviewDeal[]): number | undefined =>
  deals.some(({ daysInStage: days, limit }) => days !== undefined && limit !== undefined)
    ? deals.filter(({ signals }) => signals.includes("stalled")).length
    : undefined;

/** Every open deal with its signals. */
export function reviewDeals(book: Book, flows: readonly StageFlow[]): readonly ReviewDeal[] {
  const { asOf, settings, tables } = book.request;
  const { options, risk: riskSettings } = settings;
  const { model, scoreOf, counts: counted } = scorer(book.request);
  const usual = usualDays(book, model !== undefined);
  const factsOf = dealFacts(book);
  const activity = activityRecord(tables, asOf);
  const counts = pushCounts(dealChangesOf(book.request), asOf, tables.opportunities?.rows);
  const places = new Map<string, { entered: number | undefined; limit: number | undefined }>();
  for (const { stays, time } of flows) {
    for (const { opportunityId, entered, left } of stays) {
      if (left === undefined) places.set(recordKey(opportunityId), { entered, limit: time.limit });
    }
  }
  return book.allOpen.map((deal): ReviewDeal => {
    const { standing } = deal;
    const record = standing.deal;
    const key = recordKey(record.opportunityId);
    const place = places.get(key);
    const since = place?.entered ?? record.stageEntered;
    const inStage = since === undefined ? undefined : daysInStage(since, asOf);
    const benchmark = standing.stage?.benchmarkDays;
    const limit =
      place?.limit ??
      (benchmark === undefined ? undefined : benchmark * (standing.stage?.staleMultiple ?? 2));
    const inactive = activity.inactiveDays(record);
    const pushes = record.pushCount ?? counts.get(key);
    const facts = factsOf(record);
    const stageName = standing.stage?.stage;
    const risk = dealRisk(facts, riskSettings, {
      asOf,
      benchmarkDays: usual(standing.stage),
      stageName,
    });
    const { score } = scoreOf(risk, facts, asOf);
    const factors = risk.factors.filter(({ factor }) => counted(factor.id));
    const checks: readonly (readonly [Signal, boolean])[] = [
      ["overdue", record.closeDate !== undefined && record.closeDate < asOf],
      ["stalled", inStage !== undefined && limit !== undefined && inStage > limit],
      ["inactive", inactive !== undefined && inactive >= options.inactiveDays],
      ["pushed", (pushes ?? 0) >= options.pushLimit],
      ["risky", score !== undefined && score >= riskSettings.highFrom],
    ];
    const signals = checks.flatMap(([signal, holds]) => (holds ? [signal] : []));
    return {
      deal,
      id: record.opportunityId,
      amount: standing.amount,
      age:
        record.createdDate === undefined ? undefined : dealAge(record.createdDate, undefined, asOf),
      daysInStage: inStage,
      limit,
      inactive,
      pushes,
      risk: score,
      confidence: riskProfile({ factors }).confidence,
      signals,
      isJudged: [record.closeDate, limit && inStage, inactive, pushes, score].some(
        (known) => known !== undefined,
      ),
      isAtRisk: signals.length > 1 || signals.includes("risky"),
    };
  });
}
