import type { Day } from "../core/calendar/day.ts";
import type { Agreement } from "./form.ts";
import type { ReportOptions } from "./settings.ts";

/** What stands on the sheet: the options of the reports, and what the whole workbook shares. */
export type ReportOptionsSheet = ReportOptions & {
  readonly homeCurrency: string | undefined;
  readonly asOf: Day | undefined;
  readonly version: number;
};

/** Options that have to fit one another. */
export const agreements: readonly Agreement<ReportOptionsSheet>[] = [
  {
    fields: ["coverageCritical", "coverageAtRisk", "coverageHealthy", "coverageStrong"],
    holds: (one) =>
      one.coverageCritical <= one.coverageAtRisk &&
      one.coverageAtRisk <= one.coverageHealthy &&
      one.coverageHealthy <= one.coverageStrong,
    expected: "coverage limits that rise from critical to strong",
  },
  {
    fields: ["pipelineFrom", "bestCaseFrom", "commitFrom"],
    holds: (one) => one.pipelineFrom <= one.bestCaseFrom && one.bestCaseFrom <= one.commitFrom,
    expected: "probabilities that rise from pipeline to commit",
  },
  {
    fields: ["quotaAtRisk", "quotaOnTrack", "quotaExceeding"],
    holds: (one) => one.quotaAtRisk <= one.quotaOnTrack && one.quotaOnTrack <= one.quotaExceeding,
    expected: "attainments that rise from at risk to exceeding",
  },
];
