import type { Benchmark, BenchmarkMetric, GtmMetric } from "../../core/benchmarks/benchmark.ts";

type Measure = {
  readonly label: string;
  readonly unit: "%" | "days" | "months" | "x";
  readonly better: "higher" | "lower";
  /** What the group names. */
  readonly by?: "deals" | "stage";
};

/** What GTM_RATING rates. */
export const gtmMetrics: Readonly<Record<GtmMetric, Measure>> = {
  magicNumber: { label: "Magic number, x", unit: "x", better: "higher" },
  ltvCac: { label: "LTV:CAC, x", unit: "x", better: "higher" },
  cacPayback: { label: "CAC payback, months", unit: "months", better: "lower" },
  burnMultiple: { label: "Burn multiple, x", unit: "x", better: "lower" },
  ruleOf40: { label: "Rule of 40, %", unit: "%", better: "higher" },
  netRetention: { label: "NRR, %", unit: "%", better: "higher" },
};

/** What can be compared, in the order in which it is shown. */
export const benchmarkMetrics: Readonly<Record<BenchmarkMetric, Measure>> = {
  winRate: { label: "Win rate, %", unit: "%", better: "higher", by: "deals" },
  cycle: { label: "Sales cycle, days", unit: "days", better: "lower", by: "deals" },
  noDecisionOfLost: { label: "No decision, % of lost", unit: "%", better: "lower" },
  noDecisionOfDecided: { label: "No decision, % of decided", unit: "%", better: "lower" },
  coverage: { label: "Coverage of quota left, x", unit: "x", better: "higher" },
  fresh: { label: "New pipeline in 30 days, % of quota left", unit: "%", better: "higher" },
  aged: { label: "Open value over 90 days old, %", unit: "%", better: "lower" },
  overdue: { label: "Open deals overdue, %", unit: "%", better: "lower" },
  inactive: { label: "Open deals silent for 30 days, %", unit: "%", better: "lower" },
  concentration: { label: "Largest deal, % of open value", unit: "%", better: "lower" },
  stageDays: { label: "Days in stage", unit: "days", better: "lower", by: "stage" },
  stageConversion: { label: "Went on from stage, %", unit: "%", better: "higher", by: "stage" },
  leadToMql: { label: "Lead to MQL, %", unit: "%", better: "higher" },
  mqlToSql: { label: "MQL to SQL, %", unit: "%", better: "higher" },
  sqlToOpportunity: { label: "SQL to opportunity, %", unit: "%", better: "higher" },
  ...gtmMetrics,
};

const READ = "read 2026-11";
// Guides say what is good practice; nobody counted deals for them, and they name no companies but by size.
const REVOPS = "Practice guide, companies not named: sales pipeline and RevOps, funnel";
const HEALTH = "Practice guide, companies not named: pipeline health";
const REFERENCE = "Practice guide, companies not named: pipeline metrics";
const CLEAN = "Practice guide, companies not named: CRM clean-up, targets";
const STAGES = "Practice guide, companies not named: sales operations, typical days";
const GTM = "Practice guide: go-to-market efficiency; below it is red, beyond it green";
const GTM_BEST = "Practice guide: go-to-market efficiency, elite";
/** The group of rows that say what the best reach. */
export const BEST = "Top 10%";
const CSO =
  "CSO Insights, Sales Performance Study: forecast deals won 47.3, lost 32.0, no decision 20.7 %";

type Range = readonly [low: number | undefined, high: number | undefined];

const row = (
  metric: BenchmarkMetric,
  group: string,
  [low, high]: Range,
  source: string,
  dated = READ,
): Benchmark => ({ metric, group, low, high, target: undefined, source, dated });

/**
 * Published numbers as found: studies with their date, "as cited" where only retellings were at hand, and practice
 * guides, which give no date and carry the month in which they were read.
 */
export const benchmarkRows: readonly Benchmark[] = [
  row("winRate", "", [20, 30], REVOPS),
  row(
    "winRate",
    "",
    [29, 29],
    "HubSpot, survey of 1,477 sales people: average close rate, as cited",
    "2023",
  ),
  row("winRate", "SMB", [20, 30], REFERENCE),
  row("winRate", "Mid-Market", [15, 25], REFERENCE),
  row("winRate", "Enterprise", [10, 20], REFERENCE),
  row("winRate", "New business", [20, 30], HEALTH),
  row("winRate", "Expansion", [70, 80], HEALTH),
  row("cycle", "", [84, 84], "Optifai, 939 B2B SaaS companies: median, as cited", "2025"),
  row("cycle", "SMB", [14, 30], `${REFERENCE}; deals below 25 k`),
  row("cycle", "Mid-Market", [30, 60], `${REFERENCE}; deals of 25 to 100 k`),
  row("cycle", "Enterprise", [60, 120], `${REFERENCE}; deals above 100 k`),
  // 20.7 of the 52.7 % that were not won.
  row("noDecisionOfLost", "", [39.3, 39.3], CSO, "2018"),
  row("noDecisionOfDecided", "", [20.7, 20.7], CSO, "2018"),
  row(
    "noDecisionOfDecided",
    "",
    [40, 60],
    "Dixon and McKenna, Harvard Business Review: study of 2.5 million sales conversations",
    "2022",
  ),
  row("coverage", "", [3, 4], HEALTH),
  row("fresh", "", [15, undefined], HEALTH),
  row("aged", "", [undefined, 25], HEALTH),
  row("overdue", "", [undefined, 5], CLEAN),
  row("inactive", "", [undefined, 10], CLEAN),
  row(
    "concentration",
    "",
    [undefined, 25],
    "Practice guide, companies not named: pipeline analysis, concentration",
  ),
  row("stageDays", "Lead", [undefined, 7], STAGES),
  row("stageDays", "Qualified", [undefined, 5], STAGES),
  row("stageDays", "Discovery", [undefined, 14], STAGES),
  row("stageDays", "Proposal", [undefined, 10], STAGES),
  row("stageDays", "Negotiation", [undefined, 21], STAGES),
  row("stageConversion", "Discovery", [30, 50], REFERENCE),
  row("stageConversion", "Qualification", [40, 60], REFERENCE),
  row("stageConversion", "Proposal", [45, 65], REFERENCE),
  row("stageConversion", "Negotiation", [55, 75], REFERENCE),
  row("leadToMql", "", [5, 15], REVOPS),
  row("mqlToSql", "", [30, 50], REVOPS),
  row("sqlToOpportunity", "", [50, 70], REVOPS),
  row("magicNumber", "", [0.5, 0.75], GTM),
  row("magicNumber", BEST, [1, undefined], GTM_BEST),
  row("ltvCac", "", [1, 3], GTM),
  row("ltvCac", BEST, [5, undefined], GTM_BEST),
  row("cacPayback", "", [18, 24], GTM),
  row("cacPayback", BEST, [undefined, 12], GTM_BEST),
  row("burnMultiple", "", [2, 4], GTM),
  row("burnMultiple", BEST, [undefined, 1], GTM_BEST),
  row("ruleOf40", "", [20, 40], GTM),
  row("ruleOf40", BEST, [60, undefined], GTM_BEST),
  row("netRetention", "", [100, 110], GTM),
  row("netRetention", BEST, [130, undefined], GTM_BEST),
];
