import type { Day } from "../../core/calendar/day.ts";
import { activityChanges } from "../../core/deals/activityChange.ts";
import { dealRisk } from "../../core/deals/dealRisk.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { activityPast } from "../../core/risk/activityPast.ts";
import type { Book } from "../book.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { comparedDays } from "../whatChanged/comparedDays.ts";
import type { DealFacts } from "./facts.ts";
import type { Scorer } from "./scorer.ts";
import type { UsualDays } from "./usualDays.ts";

export type RiskBefore = {
  readonly day: Day;
  /** The deal's score that day; undefined when it was not open then. */
  readonly scoreOf: (facts: DealFacts) => number | undefined;
};

/** Since when a deal had been in the stage of a day. */
function enteredBy(life: readonly DealOnDay[], day: Day): Day | undefined {
  let entered: Day | undefined;
  let stage: string | undefined;
  for (const { since, stage: name = "" } of life) {
    if (since > day) break;
    const plain = plainText(name);
    if (plain !== stage) entered = since;
    stage = plain;
  }
  return entered !== undefined && Number.isFinite(entered) ? entered : undefined;
}

/**
 * Scores on the day of the snapshots before the latest, else a week ago: age, stage, days in it and activity are taken back
 * to that day, everything that no history keeps counts as it is now. Undefined without snapshots and history.
 */
export function riskBefore(
  book: Book,
  scoreOf: Scorer["scoreOf"],
  benchmarkOf: UsualDays,
): RiskBefore | undefined {
  const { tables, settings } = book.request;
  if (!tables.snapshots?.rows.length && !tables.opportunityHistory?.rows.length) return undefined;
  const { from: day } = comparedDays(book.request);
  const history = dealHistoryOf(book.request);
  const activities = tables.activities?.rows ?? [];
  const activityOf = activityPast(activities);
  // A column of the deals keeps no earlier day.
  const changes = book.has("activityChange") ? undefined : activityChanges(activities, day);
  return {
    day,
    scoreOf(facts) {
      const then = history.dealOn(facts.opportunityId, day);
      if (then?.status !== "open") return undefined;
      const isRewound = !then.notRewound.includes("stage");
      const stage = isRewound ? then.stage : facts.stage;
      // What is not known today is not guessed for an earlier day either.
      const now = facts.stageEntered;
      const entered =
        now === undefined || now <= day || !isRewound
          ? now
          : enteredBy(history.lifeOf(facts.opportunityId), day);
      const known = entered !== undefined && entered <= day ? entered : undefined;
      const row = book.standings.stages.find(facts.pipeline, stage);
      const closeDate = then.notRewound.includes("closeDate") ? facts.closeDate : then.closeDate;
      const { lastActivity, recentActivity } = activityOf(facts.opportunityId, then.created, day);
      const at = { stage, stageEntered: known, closeDate, lastActivity, recentActivity };
      const activityChange = changes ? changes.get(facts.opportunityId) : facts.activityChange;
      const deal: DealFacts = { ...facts, ...at, activityChange };
      const risk = dealRisk(deal, settings.risk, {
        asOf: day,
        benchmarkDays: benchmarkOf(row),
        stageName: row?.stage,
      });
      return scoreOf(risk, deal, day).score;
    },
  };
}
