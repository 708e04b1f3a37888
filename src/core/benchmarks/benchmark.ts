/** What is compared with published numbers. */
export type BenchmarkMetric =
  | "winRate"
  | "cycle"
  | "stageDays"
  | "stageConversion"
  | "coverage"
  | "fresh"
  | "aged"
  | "overdue"
  | "inactive"
  | "concentration"
  | "noDecisionOfLost"
  | "noDecisionOfDecided"
  | "leadToMql"
  | "mqlToSql"
  | "sqlToOpportunity"
  | GtmMetric;

/** Metrics of going to market that a formula computes; no imported table holds what they are made of. */
export type GtmMetric =
  | "magicNumber"
  | "ltvCac"
  | "cacPayback"
  | "burnMultiple"
  | "ruleOf40"
  | "netRetention";

/** A published range; percents are percents. A published average has the same number at both ends. */
export type Benchmark = {
  readonly metric: BenchmarkMetric;
  /** The segment, kind of deal or stage that it holds for, or the best of all; blank: for all. */
  readonly group: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The company's own aim. */
  readonly target: number | undefined;
  readonly source: string;
  /** When it was published or read. */
  readonly dated: string;
};
