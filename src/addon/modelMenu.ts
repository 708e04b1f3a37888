import { calibrateStages } from "./calibrateStages.ts";
import { fitDealRisk } from "./fitDealRisk.ts";
import { fitWinProbabilities } from "./fitWinProbabilities.ts";
import { fromMenu } from "./menu.ts";

/** Measures the chances of winning on the workbook's own history. */
export function fitWinModelItem(): void {
  fromMenu(fitWinProbabilities);
}

/** Fits the deal risk to the decided deals. */
export function fitRiskModelItem(): void {
  fromMenu(fitDealRisk);
}

/** Shows stated and measured stage probabilities, and takes the measured ones over once the person agrees. */
export function calibrateStagesItem(): void {
  fromMenu(calibrateStages);
}
