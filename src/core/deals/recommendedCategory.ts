import { type CategoryLimits, forecastCategory } from "../forecast/forecastCategory.ts";
import type { ForecastCategory } from "../pipeline/stage.ts";
import { dealRiskLevel } from "./dealRiskLevel.ts";
import type { RiskSettings } from "./risk.ts";

type Bands = Pick<RiskSettings, "mediumFrom" | "highFrom">;
type OpenCategory = Exclude<ForecastCategory, "Closed">;

/**
 * The most that a deal's risk allows of a category: Commit only at low risk, Best Case at low or medium risk, at high
 * risk Pipeline at most. An unknown risk takes nothing away.
 */
export function categoryAtRisk<Category extends ForecastCategory>(
  category: Category,
  score: number | undefined,
  bands: Bands,
): Category | OpenCategory {
  const level = score === undefined ? "Low" : dealRiskLevel(score, bands);
  if (level === "High" && (category === "Commit" || category === "Best Case")) return "Pipeline";
  return level === "Medium" && category === "Commit" ? "Best Case" : category;
}

/** The forecast category that a deal's probability earns as far as its risk allows. */
export function recommendedCategory(
  probability: number,
  score: number | undefined,
  limits: CategoryLimits | undefined,
  bands: Bands,
): OpenCategory {
  return categoryAtRisk(forecastCategory(probability, limits), score, bands);
}
