export type RiskFactorId =
  | "economicBuyer"
  | "championLeft"
  | "age"
  | "competitor"
  | "stageTime"
  | "activityDown"
  | "discount"
  | "technicalConcern"
  | "contacts"
  | "budget";

export type RiskDimension =
  | "engagement"
  | "competitive"
  | "organisational"
  | "timeline"
  | "process";

export type RiskFactor = {
  readonly id: RiskFactorId;
  readonly points: number;
  /** Where the factor starts to count: days, a multiple, a fraction or a number of contacts. */
  readonly limit: number | undefined;
  readonly dimension: RiskDimension;
  readonly action: string;
  readonly ownerRole: string;
  readonly windowDays: number;
};

/** What the Risk settings say. */
export type RiskSettings = {
  readonly base: number;
  readonly cap: number;
  readonly mediumFrom: number;
  readonly highFrom: number;
  /** Share of the deals of each level that is taken to close. */
  readonly lowRate: number;
  readonly mediumRate: number;
  readonly highRate: number;
  readonly factors: readonly RiskFactor[];
};
