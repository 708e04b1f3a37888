import { alerts } from "./alerts.ts";
import { benchmarks } from "./benchmarks.ts";
import { calibration } from "./calibration.ts";
import { dataQuality } from "./dataQuality.ts";
import { dealCard } from "./dealCard.ts";
import { dealRisk } from "./dealRisk.ts";
import { duplicates } from "./duplicates.ts";
import { forecast } from "./forecast.ts";
import { forecastAccuracy } from "./forecastAccuracy.ts";
import { hygiene } from "./hygiene.ts";
import { myDeals } from "./myDeals.ts";
import { pipelineReview } from "./pipelineReview.ts";
import { quota } from "./quota.ts";
import type { ReportDefinition } from "./report.ts";
import { whatChanged } from "./whatChanged.ts";
import { winLoss } from "./winLoss.ts";

/** Every report, in the order of the menu. */
export const reports: readonly ReportDefinition[] = [
  forecast,
  quota,
  hygiene,
  pipelineReview,
  alerts,
  dataQuality,
  myDeals,
  dealRisk,
  dealCard,
  whatChanged,
  winLoss,
  benchmarks,
  forecastAccuracy,
  calibration,
  duplicates,
];
