import { type CategoryLimits, forecastCategory } from "../forecast/forecastCategory.ts";
import type { ForecastCategory } from "../pipeline/stage.ts";
import { dealRiskLevel } from "./dealRiskLevel.ts";
import type { RiskSettings } from "./risk.ts";

/**
 * The forecast category that a deal's probability earns as far as its risk allows: Commit only at low risk, Best Case
 * at low or medium risk, at high risk Pipeline at most. An unknown risk takes nothing away.
 */
export function recommendedCategory(
  probability: number,
  score: number | undefined,
  limits: CategoryLimits | undefined,
  bands: Pick<RiskSettings, "mediumFrom" | "highFrom">,
): Exclude<ForecastCategory, "Closed"> {
  const earned = forecastCategory(probability, limits);
  const level = score === undefined ? "Low" : dealRiskLevel(score, bands);
  if (level === "High" && (earned === "Commit" || earned === "Best Case")) return "Pipeline";
  return level === "Medium" && earned === "Commit" ? "Best Case" : earned;
}
