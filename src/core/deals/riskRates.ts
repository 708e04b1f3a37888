import { dealRiskLevel } from "./dealRiskLevel.ts";
import type { RiskSettings } from "./risk.ts";

/** The share of deals of each level that is taken to close. */
export type RiskRates = Pick<
  RiskSettings,
  "mediumFrom" | "highFrom" | "lowRate" | "mediumRate" | "highRate"
>;

/** Close rate of a risk score's level: 80, 60 and 40 % for low, medium and high unless the settings say otherwise. */
export function riskRate(score: number, rates: RiskRates): number {
  const level = dealRiskLevel(score, rates);
  if (level === "High") return rates.highRate;
  return level === "Medium" ? rates.mediumRate : rates.lowRate;
}

/** Amounts times the close rate of their risk; undefined when no amount has a score. */
export function riskAdjusted(
  amounts: readonly (number | undefined)[],
  scores: readonly (number | undefined)[],
  rates: RiskRates,
): number | undefined {
  let total: number | undefined;
  amounts.forEach((amount, row) => {
    const score = scores[row];
    if (amount === undefined || score === undefined) return;
    total = (total ?? 0) + amount * riskRate(score, rates);
  });
  return total;
}

/**
 * What a deal's weighted value loses by its risk: amount x probability x (1 - close rate of its level / close rate at low
 * risk). A deal at low risk loses nothing, credits put nothing at risk. Our own reading of the close rates.
 */
export function moneyAtRisk(
  amount: number | undefined,
  probability: number | undefined,
  score: number | undefined,
  rates: RiskRates,
): number | undefined {
  if (amount === undefined || probability === undefined || score === undefined) return undefined;
  if (rates.lowRate <= 0) return undefined;
  const lost = Math.max(0, 1 - riskRate(score, rates) / rates.lowRate);
  return Math.max(0, amount) * probability * lost;
}

/** What of an amount is to be lost by a fitted risk: amount x chance of a loss. Credits put nothing at risk. */
export function expectedLoss(
  amount: number | undefined,
  score: number | undefined,
): number | undefined {
  return amount === undefined || score === undefined
    ? undefined
    : (Math.max(0, amount) * score) / 100;
}
