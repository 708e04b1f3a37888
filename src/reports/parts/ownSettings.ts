/** Settings that are read for the reports that name them alone: every sheet that is read costs a call. */
export type OwnSettings =
  | "context"
  | "scoring"
  | "risk"
  | "requiredFields"
  | "hygieneRules"
  | "territories"
  | "lossReasons"
  | "frameworks"
  | "benchmarks"
  | "limits"
  | "categoryTests";
