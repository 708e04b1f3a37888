import type { Day } from "../calendar/day.ts";
import type { DealStatus, Stage } from "../pipeline/stage.ts";
import type { Deal } from "./deal.ts";

/** What a stage's name says by itself when no setting knows it. */
function statusOfName(stage: string | undefined): DealStatus {
  const name = (stage ?? "").toLowerCase();
  if (/\bwon\b|closedwon|gewonnen/.test(name)) return "won";
  if (/\blost\b|closedlost|verloren|disqualif|\bdead\b/.test(name)) return "lost";
  return "open";
}

/**
 * Open, won or lost: the CRM's own flags come first, then the Stages settings, then words in the stage's name.
 * A deal flagged closed whose stage does not say won is lost.
 */
export function dealStatus(deal: Deal, stage: Stage | undefined): DealStatus {
  if (deal.isWon === true) return "won";
  if (deal.isClosed === false) return "open";
  const byStage = stage?.status ?? statusOfName(deal.stage);
  if (deal.isClosed !== true) return byStage;
  return deal.isWon === undefined && byStage === "won" ? "won" : "lost";
}

/** True for a deal that a complete file no longer held on or before the day. */
export function isGone(deal: Deal, asOf: Day): boolean {
  return deal.goneSince !== undefined && deal.goneSince <= asOf;
}
