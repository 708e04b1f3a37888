import type { DealStanding } from "../deals/standing.ts";

/**
 * True where most deals that are over stand in stages of open ones: their CRM keeps won and lost in a status apart from
 * the stage, so that the two cannot contradict each other.
 */
export function keepsStatusApart(standings: readonly DealStanding[]): boolean {
  let over = 0;
  let apart = 0;
  for (const { status, stage } of standings) {
    if ((status !== "won" && status !== "lost") || stage === undefined) continue;
    over += 1;
    if (stage.status === "open") apart += 1;
  }
  return apart * 2 > over;
}
