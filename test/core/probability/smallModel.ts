import { dayFromIso } from "../../../src/core/calendar/day.ts";
import type { Hazard } from "../../../src/core/probability/hazard.ts";
import type { Term, WinModel } from "../../../src/core/probability/winModel.ts";

export const trainedAsOf = dayFromIso("2026-03-31") ?? 0;

const term = (
  feature: Term["feature"],
  level: string,
  coefficient: number,
  mean: number,
  bin: { from?: number; to?: number } = {},
): Term => ({
  feature,
  level,
  from: bin.from,
  to: bin.to,
  coefficient,
  mean,
  low: coefficient - 0.1,
  high: coefficient + 0.1,
});

const hazard = (next: string, from: number, rates: number[], deals: number): Hazard => ({
  pipeline: "",
  stage: "Proposal",
  next,
  from,
  rates,
  deals,
});

/** A model with numbers small enough to follow by hand. */
export const smallModel: WinModel = {
  version: 3,
  trainedAsOf,
  rungs: ["landmark", "survival", "survival", "rates"],
  reason: "The logistic model beats the stage rates within 30 days.",
  deals: 120,
  won: 48,
  calendar: { startMonth: 1, pattern: "months", weekStart: 1 },
  season: [0.6, 0.6, 0.8, 0.8, 1.2, 2],
  stages: [
    {
      pipeline: "",
      stage: "",
      chances: [0.1, 0.2, 0.3, 0.4],
      low: 0.35,
      high: 0.45,
      deals: 120,
      won: 48,
    },
    {
      pipeline: "",
      stage: "Proposal",
      chances: [0.2, 0.4, 0.5, 0.6],
      low: 0.5,
      high: 0.7,
      deals: 60,
      won: 36,
    },
  ],
  effects: [
    { field: "segment", name: "SMB", logOdds: 0.3, deals: 40, won: 20 },
    { field: "owner", name: "Ada", logOdds: -0.2, deals: 30, won: 10 },
  ],
  hazards: [
    hazard("won", 0, [0.004, 0.008, 0.012], 60),
    hazard("lost", 0, [0.006, 0.006, 0.006], 60),
    hazard("won", 90, [0.002, 0.002, 0.002], 20),
    hazard("lost", 90, [0.018, 0.018, 0.018], 20),
  ],
  paces: [{ field: "owner", name: "Ada", logOdds: 0.1, deals: 30, won: 10 }],
  fits: [
    {
      intercept: -1,
      terms: [
        term("stage", "/proposal", 0.8, 0.5),
        term("age", "0-29 days", 0.4, 0.25, { to: 30 }),
        term("age", "30 days or more", -0.4, 0.75, { from: 30 }),
        term("owner", "", 1, 0),
        term("season", "3", 1.5, 0.2),
      ],
      calibration: { kind: "platt", intercept: 0.1, slope: 0.9 },
      deals: 110,
      won: 44,
    },
    undefined,
    undefined,
    undefined,
  ],
  scores: [
    {
      window: 0,
      rung: "landmark",
      origins: 6,
      outcomes: 300,
      won: 40,
      brier: 0.09,
      logLoss: 0.3,
      auc: 0.8,
      calibrationError: 0.02,
      skill: 0.2,
    },
  ],
  reliability: [{ window: 0, predicted: 0.2, observed: 0.22, outcomes: 100 }],
};
