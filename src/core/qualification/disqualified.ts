import { type Day, isoFromDay } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import { meddicParts, partsScore } from "./partsScore.ts";

/** Which fields the data has at all: a blank in a column that is not there says nothing. */
export type KnownFields = (field: keyof Deal & string) => boolean;

const SILENT_DAYS = 14;
const CHAMPION_AFTER = 3;
const TIMELINE_AFTER = 2;
const MEDDIC_LEAST = 40;

const blank = (text: string | undefined) => text === undefined || text.trim() === "";

/**
 * Reasons to stop working a deal that its record gives: no champion after three activities, no timeline after two, no
 * contact for more than two weeks, a complete MEDDIC score below 40, and the deal's own stop condition once its date is
 * over. Empty when none holds; what is not known is no reason. Source: lean qualification, no-go list; kill criteria of
 * the deal risk analyzer.
 */
export function disqualifiers(deal: Deal, asOf: Day | undefined, has: KnownFields): string[] {
  const reasons: string[] = [];
  const { activityCount: count, lastContacted, champion, timeline } = deal;
  if (has("champion") && blank(champion) && (count ?? 0) >= CHAMPION_AFTER)
    reasons.push(`no champion after ${count} activities`);
  if (has("timeline") && blank(timeline) && (count ?? 0) >= TIMELINE_AFTER)
    reasons.push(`no timeline after ${count} activities`);
  if (lastContacted !== undefined && asOf !== undefined) {
    const silent = asOf - Math.floor(lastContacted);
    if (silent > SILENT_DAYS) reasons.push(`no contact for ${silent} days`);
  }
  const meddic = meddicOf(deal);
  if (meddic.every((points) => points !== undefined)) {
    const score = partsScore(meddicParts, meddic) ?? 0;
    if (score < MEDDIC_LEAST) reasons.push(`MEDDIC ${score} of 100`);
  }
  const { stopCondition, stopDate } = deal;
  if (!blank(stopCondition) && stopDate !== undefined && asOf !== undefined && stopDate < asOf)
    reasons.push(`${stopCondition?.trim()} (until ${isoFromDay(stopDate)})`);
  return reasons;
}

/** MEDDIC points as the deal's record keeps them; what is beyond a part's most counts as its most. */
export function meddicOf(deal: Deal): (number | undefined)[] {
  return [
    deal.meddicMetrics,
    deal.meddicEconomicBuyer,
    deal.meddicDecisionCriteria,
    deal.meddicDecisionProcess,
    deal.meddicPain,
    deal.meddicChampion,
  ].map((points, index) =>
    points === undefined ? undefined : Math.min(points, meddicParts[index]?.most ?? points),
  );
}

/** BANT points as the deal's record keeps them. */
export function bantOf(deal: Deal): (number | undefined)[] {
  return [deal.bantBudget, deal.bantAuthority, deal.bantNeed, deal.bantTimeline];
}
