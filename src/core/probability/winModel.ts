import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import type { Hazard } from "./hazard.ts";

/**
 * How a chance was found, from least to most data: `assumed` is the stage table a person stated, `rates` what was won
 * of such deals, `survival` the same given the deal's age and the days of the quarter ahead, `landmark` a logistic model of everything that is known.
 */
export type Rung = "assumed" | "rates" | "survival" | "landmark";

/** Chances are estimated for a win within so many days, and last for a win at all. */
export const WINDOW_DAYS = [30, 90, 180] as const;
/** The window that never ends. */
export const EVER = WINDOW_DAYS.length;
export const WINDOWS: readonly string[] = [...WINDOW_DAYS.map((days) => `${days} days`), "ever"];

/** What was won of the deals that were in a stage. */
export type StageRate = {
  readonly pipeline: string;
  /** Blank: deals of all stages together. */
  readonly stage: string;
  /** The chance of winning within each window. */
  readonly chances: readonly number[];
  /** 80% interval of the chance to win at all. */
  readonly low: number;
  readonly high: number;
  /** Decided deals that had been in the stage, and those won of them. */
  readonly deals: number;
  readonly won: number;
};

/** How far a segment's or an owner's deals are won more often than their stages say, in log-odds. */
export type GroupEffect = {
  readonly field: "segment" | "owner";
  readonly name: string;
  readonly logOdds: number;
  readonly deals: number;
  readonly won: number;
};

export type FeatureId =
  | "stage"
  | "age"
  | "stageDays"
  | "closeIn"
  | "amount"
  | "pushes"
  | "quiet"
  | "segment"
  | "source"
  | "type"
  | "product"
  | "owner"
  | "season";

/** One coefficient of a logistic model. Bins reach from `from` to below `to`. */
export type Term = {
  readonly feature: FeatureId;
  readonly level: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly coefficient: number;
  /** What the feature was on average where the model was trained. */
  readonly mean: number;
  /** 80% interval of the coefficient. */
  readonly low: number;
  readonly high: number;
};

/** Turns the model's chance into one that came true as often as it says: straight on log-odds, or by steps. */
export type Calibration =
  | { readonly kind: "none" }
  | { readonly kind: "platt"; readonly intercept: number; readonly slope: number }
  | { readonly kind: "isotonic"; readonly from: readonly number[]; readonly to: readonly number[] };

export type LandmarkFit = {
  readonly intercept: number;
  readonly terms: readonly Term[];
  readonly calibration: Calibration;
  readonly deals: number;
  readonly won: number;
};

/** How a rung did on deals it had not seen, over all origins. */
export type RungScore = {
  readonly window: number;
  readonly rung: Rung;
  readonly origins: number;
  readonly outcomes: number;
  readonly won: number;
  readonly brier: number;
  readonly logLoss: number;
  readonly auc: number | undefined;
  readonly calibrationError: number;
  /** 1 - Brier score / that of the stage rates. */
  readonly skill: number | undefined;
};

/** Of held-out deals that were given about this chance, how many there were and what was won. */
export type ReliabilityBin = {
  readonly window: number;
  readonly predicted: number;
  readonly observed: number;
  readonly outcomes: number;
};

/** What fitting wrote down: everything that applying it needs. */
export type WinModel = {
  readonly version: number;
  readonly trainedAsOf: Day;
  /** The rung in use for each window, and why. */
  readonly rungs: readonly Rung[];
  readonly reason: string;
  /** Decided deals it was trained on, and those won of them. */
  readonly deals: number;
  readonly won: number;
  readonly calendar: Pick<FiscalCalendar, "startMonth" | "pattern" | "weekStart">;
  /** How much is won per open deal in each sixth of a quarter, 1 on average. */
  readonly season: readonly number[];
  readonly stages: readonly StageRate[];
  readonly effects: readonly GroupEffect[];
  readonly hazards: readonly Hazard[];
  /** How much sooner segments and owners win than their deals' stages and ages say. */
  readonly paces: readonly GroupEffect[];
  /** The logistic model of each window, where there is one. */
  readonly fits: readonly (LandmarkFit | undefined)[];
  readonly scores: readonly RungScore[];
  readonly reliability: readonly ReliabilityBin[];
};

/** What is known of an open deal on a day. A missing field is unknown, never zero. */
export type WinDeal = {
  readonly pipeline?: string | undefined;
  readonly stage?: string | undefined;
  readonly created?: Day | undefined;
  readonly stageEntered?: Day | undefined;
  readonly closeDate?: Day | undefined;
  readonly amount?: number | undefined;
  readonly pushes?: number | undefined;
  readonly lastActivity?: Day | undefined;
  readonly owner?: string | undefined;
  readonly segment?: string | undefined;
  readonly source?: string | undefined;
  readonly type?: string | undefined;
  readonly product?: string | undefined;
};
