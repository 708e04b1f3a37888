import { forecastCategory } from "../forecast/forecastCategory.ts";
import type { ForecastCategory, Stage } from "../pipeline/stage.ts";
import { plainText } from "./stageIndex.ts";

/** Probabilities from which a deal counts as commit, best case and pipeline; below the last it is omitted. */
export type CategoryOptions = {
  readonly commitFrom: number;
  readonly bestCaseFrom: number;
  readonly pipelineFrom: number;
};

const SPELLINGS: ReadonlyMap<string, ForecastCategory> = new Map([
  ["commit", "Commit"],
  ["forecast", "Commit"],
  ["bestcase", "Best Case"],
  ["mostlikely", "Best Case"],
  ["upside", "Best Case"],
  ["pipeline", "Pipeline"],
  ["omit", "Omitted"],
  ["omitted", "Omitted"],
  ["notforecasted", "Omitted"],
]);

/**
 * Forecast category of an open deal: the CRM's own where its spelling is known (Salesforce labels and codes, HubSpot
 * codes; Most Likely counts as Best Case), else its stage's, else by probability; undefined when none of them is known.
 */
export function dealCategory(
  crmValue: string | undefined,
  stage: Stage | undefined,
  probability: number | undefined,
  limits: CategoryOptions,
): ForecastCategory | undefined {
  const own = crmValue === undefined ? undefined : SPELLINGS.get(plainText(crmValue));
  if (own !== undefined) return own;
  if (stage?.category !== undefined && stage.category !== "Closed") return stage.category;
  if (probability === undefined) return undefined;
  const { commitFrom, bestCaseFrom, pipelineFrom } = limits;
  return forecastCategory(probability, {
    commit: commitFrom,
    bestCase: bestCaseFrom,
    pipeline: pipelineFrom,
  });
}
