import { calibration } from "./calibration.ts";
import { dataQuality } from "./dataQuality.ts";
import { duplicates } from "./duplicates.ts";
import { forecast } from "./forecast.ts";
import { forecastAccuracy } from "./forecastAccuracy.ts";
import { hygiene } from "./hygiene.ts";
import { pipelineReview } from "./pipelineReview.ts";
import { quota } from "./quota.ts";
import type { ReportDefinition } from "./report.ts";
import { whatChanged } from "./whatChanged.ts";

/** Every report, in the order of the menu. */
export const reports: readonly ReportDefinition[] = [
  forecast,
  quota,
  hygiene,
  pipelineReview,
  dataQuality,
  whatChanged,
  forecastAccuracy,
  calibration,
  duplicates,
];
