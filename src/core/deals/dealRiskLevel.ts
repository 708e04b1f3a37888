import type { RiskSettings } from "./risk.ts";

export type DealRiskLevel = "High" | "Medium" | "Low";

/** The band of a risk score: from 65 High, from 40 Medium, else Low, unless the settings say otherwise. */
export function dealRiskLevel(
  score: number,
  { mediumFrom, highFrom }: Pick<RiskSettings, "mediumFrom" | "highFrom"> = {
    mediumFrom: 40,
    highFrom: 65,
  },
): DealRiskLevel {
  if (score >= highFrom) return "High";
  return score >= mediumFrom ? "Medium" : "Low";
}
