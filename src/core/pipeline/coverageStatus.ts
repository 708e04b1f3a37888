export type CoverageStatus = "Critical" | "At Risk" | "Healthy" | "Strong" | "Check quality";

/** Upper ends of the bands, as multiples of the remaining quota; the last one still belongs to Strong. */
export type CoverageBands = {
  readonly coverageCritical: number;
  readonly coverageAtRisk: number;
  readonly coverageHealthy: number;
  readonly coverageStrong: number;
};

const coverageBands: CoverageBands = {
  coverageCritical: 2,
  coverageAtRisk: 3,
  coverageHealthy: 4,
  coverageStrong: 5,
};

/**
 * The band of a coverage multiple: below 2 Critical, below 3 At Risk, below 4 Healthy, up to 5 Strong. Beyond it the
 * pipeline is so large that its quality is in doubt.
 */
export function coverageStatus(
  ratio: number,
  bands: CoverageBands = coverageBands,
): CoverageStatus {
  if (ratio < bands.coverageCritical) return "Critical";
  if (ratio < bands.coverageAtRisk) return "At Risk";
  if (ratio < bands.coverageHealthy) return "Healthy";
  return ratio <= bands.coverageStrong ? "Strong" : "Check quality";
}
