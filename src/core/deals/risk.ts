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

/** How a factor counts in one stage, one segment, or both; what is undefined or blank is as in general. */
export type RiskWeight = Pick<RiskFactor, "id" | "limit" | "action" | "ownerRole"> & {
  /** Blank: any. */
  readonly stage: string;
  readonly segment: string;
  readonly points: number | undefined;
  readonly windowDays: number | undefined;
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
  /** Those that hold for a stage or segment alone; the sources give none. */
  readonly weights: readonly RiskWeight[];
};
