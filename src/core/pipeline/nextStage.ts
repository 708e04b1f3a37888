import type { Stage } from "./stage.ts";

/** The stage a deal moves to next: the nearest open one after its own in its pipeline, after the last the won one. */
export function nextStage(stage: Stage, ordered: readonly Stage[]): Stage | undefined {
  const own = ordered.filter(({ pipeline }) => pipeline === stage.pipeline);
  const later = own.filter(({ status, order }) => status === "open" && order > stage.order);
  return later[0] ?? own.find(({ status }) => status === "won");
}
