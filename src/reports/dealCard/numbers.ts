import { wilsonInterval } from "../../core/accuracy/wilson.ts";
import { riskRate } from "../../core/deals/riskRates.ts";
import { type ClosedDeal, type SimilarDeals, similarDeals } from "../../core/deals/similarDeals.ts";
import type { PresentFactor } from "../../core/deals/topRiskFactors.ts";
import {
  type Readiness,
  stageEvidence,
  stageReadiness,
} from "../../core/hygiene/stageReadiness.ts";
import { chanceOf, logOdds } from "../../core/statistics/logOdds.ts";
import { dealRequirements } from "../../settings/requirements.ts";
import type { Book, BookDeal } from "../book.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import type { RiskBook, RiskDeal } from "../risk/riskDeals.ts";

export type ClosedCase = ClosedDeal & { readonly deal: BookDeal };

/** One deal with all that its card says. */
export type DealCard = {
  readonly risks: RiskBook;
  readonly one: RiskDeal;
  readonly isOpen: boolean;
  readonly ready: Readiness | undefined;
  readonly evidence: Readiness | undefined;
  readonly similar: SimilarDeals<ClosedCase> | undefined;
  /** 80 % interval of the similar deals' win rate. */
  readonly interval: readonly [number, number] | undefined;
  readonly inactiveDays: number | undefined;
};

const comparable = ({ standing, segment }: BookDeal) => ({
  segment,
  type: standing.deal.type,
  source: standing.deal.leadSource,
  amount: standing.amount,
});

export function dealCardOf(book: Book, risks: RiskBook, one: RiskDeal): DealCard {
  const { stages } = book.standings;
  const requirements = dealRequirements(book.request.settings.requiredFields, stages);
  const closed = book.deals.flatMap((deal): ClosedCase[] => {
    const { status } = deal.standing;
    const isSame = deal.standing.deal === one.deal.standing.deal;
    if ((status !== "won" && status !== "lost") || isSame) return [];
    return [{ ...comparable(deal), won: status === "won", deal }];
  });
  const similar = similarDeals(closed)(comparable(one.deal));
  return {
    risks,
    one,
    isOpen: one.deal.standing.status === "open",
    ready: stageReadiness(one.facts, stages, requirements, book.has),
    evidence: stageEvidence(one.facts, stages, requirements, book.has),
    similar,
    interval: similar && wilsonInterval(similar.won, similar.closed, 0.8),
    inactiveDays: activityRecord(book.request.tables, book.request.asOf).inactiveDays(one.facts),
  };
}

/**
 * The stage's chance of winning as far as the risk leaves it, or would leave it without a factor. By points: times the
 * close rate of the level over that at low risk. Fitted: what the factors add to the odds of a loss is taken off those of
 * winning.
 */
export function chanceAt({ one, risks }: DealCard, without?: PresentFactor): number | undefined {
  const { probability } = one.deal.standing;
  if (probability === undefined) return undefined;
  if (one.fitted) {
    const sum = one.fitted.parts.reduce<number>((all, part) => all + (part ?? 0), 0);
    return chanceOf(logOdds(probability) - sum + (without?.logOdds ?? 0));
  }
  const score = without ? without.without : one.score;
  const rates = risks.book.request.settings.risk;
  if (score === undefined || rates.lowRate <= 0) return undefined;
  // Close rates have few digits: 0.6 / 0.8 is 0.75, not a little less.
  const ratio = Math.round((1e9 * riskRate(score, rates)) / rates.lowRate) / 1e9;
  return probability * ratio;
}
