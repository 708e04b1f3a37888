import type { ForecastCategory } from "../pipeline/stage.ts";

/** Lowest probability (fraction) of each category; what is below the last is Omitted. */
export type CategoryLimits = {
  readonly commit: number;
  readonly bestCase: number;
  readonly pipeline: number;
};

const categoryLimits: CategoryLimits = {
  commit: 0.9,
  bestCase: 0.7,
  pipeline: 0.5,
};

/** The forecast category of an open deal by its probability (fraction): Commit from 90 %, Best Case 70 %, Pipeline 50 %, else Omitted. */
export function forecastCategory(
  probability: number,
  limits: CategoryLimits = categoryLimits,
): Exclude<ForecastCategory, "Closed"> {
  if (probability >= limits.commit) return "Commit";
  if (probability >= limits.bestCase) return "Best Case";
  return probability >= limits.pipeline ? "Pipeline" : "Omitted";
}
