import type { DealStatus, StageGroup } from "../../core/pipeline/stage.ts";

/** Below 40 % is early, from 75 % late: where the presets' own stages stand, roughly. */
export function groupOf(
  probability: number | undefined,
  status: DealStatus,
): StageGroup | undefined {
  if (probability === undefined || status !== "open") return undefined;
  if (probability < 0.4) return "early";
  return probability < 0.75 ? "mid" : "late";
}
