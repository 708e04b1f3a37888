import type { ScoringSettings } from "./scoring.ts";

export type MqlLimits = Pick<ScoringSettings, "threshold" | "fitMinimum" | "engagementMinimum">;

/** A marketing-qualified lead has both its fit and its engagement points at their minimum and its score at the threshold. */
export function isMql(fit: number, engagement: number, score: number, limits: MqlLimits): boolean {
  return (
    fit >= limits.fitMinimum && engagement >= limits.engagementMinimum && score >= limits.threshold
  );
}
