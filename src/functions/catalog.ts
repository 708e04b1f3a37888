import { accuracyFunctions } from "./accuracy.ts";
import { bottleneckFunctions } from "./bottleneck.ts";
import { calendarFunctions } from "./calendar.ts";
import { calibrationFunctions } from "./calibration.ts";
import { combiningFunctions } from "./combining.ts";
import { coverageFunctions } from "./coverage.ts";
import type { CustomFunction } from "./customFunction.ts";
import { cycleFunctions } from "./cycle.ts";
import { dataQualityFunctions } from "./dataQuality.ts";
import { dealEconomicsFunctions } from "./dealEconomics.ts";
import { dealFunctions } from "./deals.ts";
import { disqualifiedFunctions } from "./disqualified.ts";
import { distributionFunctions } from "./distribution.ts";
import { duplicateFunctions } from "./duplicates.ts";
import { forecastFunctions } from "./forecast.ts";
import { forecastCallFunctions } from "./forecastCalls.ts";
import { forecastMethodFunctions } from "./forecastMethods.ts";
import { gtmEfficiencyFunctions } from "./gtmEfficiency.ts";
import { gtmRatingFunctions } from "./gtmRating.ts";
import { historyFunctions } from "./history.ts";
import { leadScoreFunctions } from "./leadScore.ts";
import { leadFunctions } from "./leads.ts";
import { lossReasonFunctions } from "./lossReasons.ts";
import { matchFunctions } from "./matchScore.ts";
import { movementFunctions } from "./movement.ts";
import { pipelineHealthFunctions } from "./pipelineHealth.ts";
import { pipelineShapeFunctions } from "./pipelineShape.ts";
import { qualificationFunctions } from "./qualification.ts";
import { qualificationSheetFunctions } from "./qualificationSheet.ts";
import { quotaFunctions } from "./quota.ts";
import { regressionFunctions } from "./regression.ts";
import { retentionFunctions } from "./retention.ts";
import { riskFunctions } from "./risk.ts";
import { riskDetailFunctions } from "./riskDetail.ts";
import { riskValueFunctions } from "./riskValue.ts";
import { sensitivityFunctions } from "./sensitivity.ts";
import { seriesFunctions } from "./series.ts";
import { similarFunctions } from "./similar.ts";
import { stageFlowFunctions } from "./stageFlow.ts";
import { stageMoveFunctions } from "./stageMoves.ts";
import { stageReadyFunctions } from "./stageReady.ts";
import { targetChanceFunctions } from "./targetChance.ts";
import { whatIfFunctions } from "./whatIf.ts";
import { whatIfSensitivityFunctions } from "./whatIfSensitivity.ts";
import { winLossFunctions } from "./winLoss.ts";
import { winningFunctions } from "./winning.ts";
import { winProbabilityFunctions } from "./winProbability.ts";
import { winRateChangeFunctions } from "./winRateChange.ts";

/** Every custom function, in the order of help and docs. */
export const functions: readonly CustomFunction[] = [
  ...coverageFunctions,
  ...winningFunctions,
  ...cycleFunctions,
  ...pipelineShapeFunctions,
  ...pipelineHealthFunctions,
  ...bottleneckFunctions,
  ...stageFlowFunctions,
  ...stageMoveFunctions,
  ...winProbabilityFunctions,
  ...historyFunctions,
  ...movementFunctions,
  ...forecastFunctions,
  ...accuracyFunctions,
  ...calibrationFunctions,
  ...distributionFunctions,
  ...targetChanceFunctions,
  ...whatIfFunctions,
  ...sensitivityFunctions,
  ...whatIfSensitivityFunctions,
  ...forecastMethodFunctions,
  ...regressionFunctions,
  ...combiningFunctions,
  ...seriesFunctions,
  ...forecastCallFunctions,
  ...quotaFunctions,
  ...gtmEfficiencyFunctions,
  ...retentionFunctions,
  ...gtmRatingFunctions,
  ...dealFunctions,
  ...riskFunctions,
  ...riskDetailFunctions,
  ...riskValueFunctions,
  ...dealEconomicsFunctions,
  ...similarFunctions,
  ...winLossFunctions,
  ...lossReasonFunctions,
  ...winRateChangeFunctions,
  ...qualificationFunctions,
  ...qualificationSheetFunctions,
  ...stageReadyFunctions,
  ...disqualifiedFunctions,
  ...leadScoreFunctions,
  ...leadFunctions,
  ...matchFunctions,
  ...duplicateFunctions,
  ...dataQualityFunctions,
  ...calendarFunctions,
];
