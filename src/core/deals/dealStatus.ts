import type { Day } from "../calendar/day.ts";
import type { DealStatus, Stage } from "../pipeline/stage.ts";
import type { Deal } from "./deal.ts";
import { statusOfName } from "./stageWords.ts";

/**
 * Open, won or lost: the CRM's own flags come first, then the Stages settings, then words in the stage's name.
 * A deal flagged closed whose stage does not say won is lost. One flagged as not closed in a stage that says lost is
 * lost too: some systems call only finished business closed, and a deal given up is no pipeline.
 */
export function dealStatus(deal: Deal, stage: Stage | undefined): DealStatus {
  if (deal.isWon === true) return "won";
  const byStage = stage?.status ?? statusOfName(deal.stage ?? "");
  if (deal.isClosed === false) return byStage === "lost" ? "lost" : "open";
  if (deal.isClosed !== true) return byStage;
  return deal.isWon === undefined && byStage === "won" ? "won" : "lost";
}

/** True for a deal that a complete file no longer held on or before the day. */
export function isGone(deal: Deal, asOf: Day): boolean {
  return deal.goneSince !== undefined && deal.goneSince <= asOf;
}
