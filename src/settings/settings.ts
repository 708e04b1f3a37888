import type { Benchmark } from "../core/benchmarks/benchmark.ts";
import type { Day } from "../core/calendar/day.ts";
import type { FiscalCalendar } from "../core/calendar/fiscalCalendar.ts";
import type { RiskSettings } from "../core/deals/risk.ts";
import type { CategoryTest } from "../core/forecast/categoryTest.ts";
import type { RuleSettings } from "../core/hygiene/ruleSetting.ts";
import type { ScoringSettings } from "../core/leads/scoring.ts";
import type { Rate } from "../core/money/rate.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import type { Framework } from "../core/qualification/frameworks.ts";
import type { OutlierMethod } from "../core/statistics/outlier.ts";
import type { TerritoryRule } from "../core/territory/territoryRule.ts";
import type { LossRule } from "../core/winloss/lossCategory.ts";
import type { LimitRow } from "./presets/limitRows.ts";

/** Who sells what to whom; it chooses presets. */
export type Context = {
  readonly motion: "sales-led" | "product-led" | "hybrid";
  readonly salesModel: "inside" | "field" | "hybrid";
  /** Title of the CRM's stage preset, or `Other`. */
  readonly crm: string | undefined;
  readonly contractValue: number | undefined;
  readonly cycleDays: number | undefined;
  /** What the company is to sell in the fiscal year, in home currency. */
  readonly yearTarget: number | undefined;
  readonly leadToMql: number;
  readonly mqlToSql: number;
  readonly sqlToOpportunity: number;
  readonly winRate: number;
};

export type RequiredField = {
  readonly object: string;
  /** Blank: required in every open stage. */
  readonly stage: string;
  readonly field: string;
  readonly severity: "high" | "medium" | "low";
};

/** Thresholds and choices of the reports. Shares are fractions, ages are days. */
export type ReportOptions = {
  readonly coverageTarget: number;
  readonly coverageCritical: number;
  readonly coverageAtRisk: number;
  readonly coverageHealthy: number;
  readonly coverageStrong: number;
  readonly commitFrom: number;
  readonly bestCaseFrom: number;
  readonly pipelineFrom: number;
  readonly quotaExceeding: number;
  readonly quotaOnTrack: number;
  readonly quotaAtRisk: number;
  readonly useConvertedAmount: boolean;
  readonly splitMovementAmounts: boolean;
  readonly largestDeals: number;
  readonly staleContactDays: number;
  readonly archiveDays: number;
  readonly closeAgeDays: number;
  readonly closeInactiveDays: number;
  readonly inactiveDays: number;
  readonly pushLimit: number;
  /** Amount above which an open deal is large; undefined: the largest tenth of them. */
  readonly largeAbove: number | undefined;
  /** Activities that a large deal should have had in so many days. */
  readonly largeActivities: number;
  readonly largeDays: number;
  /** How reports tell unusually long cycles. */
  readonly outliersBy: OutlierMethod;
  readonly dueDays: number;
  /** How much all open deals of a forecast depend on one common factor, 0 to 1. */
  readonly dealCorrelation: number;
  /** Weekday on which the forecast calls of a week are due, 1 = Monday. */
  readonly callDay: number;
};

/** Everything the settings sheets say, checked. */
export type Settings = {
  readonly context: Context;
  readonly stages: readonly Stage[];
  readonly scoring: ScoringSettings;
  readonly calendar: FiscalCalendar;
  /** Currency that totals are stated in; undefined while the data names none. */
  readonly homeCurrency: string | undefined;
  readonly rates: readonly Rate[];
  readonly risk: RiskSettings;
  readonly requiredFields: readonly RequiredField[];
  /** By rule. */
  readonly hygieneRules: RuleSettings;
  /** In the order in which they are tried. */
  readonly lossReasons: readonly LossRule[];
  /** What deals and leads are qualified by. */
  readonly frameworks: readonly Framework[];
  /** What a deal must fulfil to stand in a forecast category. */
  readonly categoryTests: readonly CategoryTest[];
  /** Published numbers. */
  readonly benchmarks: readonly Benchmark[];
  /** Between which values figures of reports should stay. */
  readonly limits: readonly LimitRow[];
  /** In the order in which they are tried. */
  readonly territories: readonly TerritoryRule[];
  readonly options: ReportOptions;
  /** Undefined: the newest dated import, else the latest date on which anything happened. */
  readonly asOf: Day | undefined;
};
