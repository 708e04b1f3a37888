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
  | "sqlToOpportunity";

/** A published range; percents are percents. A published average has the same number at both ends. */
export type Benchmark = {
  readonly metric: BenchmarkMetric;
  /** The segment, kind of deal or stage that it holds for; blank: for all. */
  readonly group: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The company's own aim. */
  readonly target: number | undefined;
  readonly source: string;
  /** When it was published or read. */
  readonly dated: string;
};
