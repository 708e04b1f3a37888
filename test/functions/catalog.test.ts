import { describe, expect, it } from "vitest";
import { functions } from "../../src/functions/catalog.ts";
import { runFunction } from "../../src/functions/run/run.ts";
import { evaluate } from "./formula.ts";

const builtIns = "../../workbench/build/sheetsFunctions.mjs";
const LISTED = [
  ...["DEAL_RISK_DIMENSIONS", "DEAL_RISK_FACTORS", "RISK_ADJUSTED", "MONEY_AT_RISK"],
  ...["RECOMMENDED_CATEGORY", "STAKEHOLDER_RISK", "NET_DEAL_VALUE", "MARGIN"],
  ...["SIMILAR_WIN_RATE", "SIMILAR_WIN_RATE_EXPLAIN", "MEDDIC_SCORE", "BANT_SCORE", "BANT_COUNT"],
  ...["LEAN_SCORE", "PROPENSITY", "STRATEGIC_VALUE", "QUALIFICATION_LEVEL", "DEAL_PRIORITY"],
  ...["PRIORITY_TIER", "STAGE_READY", "STAGE_EVIDENCE", "DISQUALIFIED"],
  ...["QUALIFICATION_SCORE", "QUALIFICATION_EXPLAIN"],
  ...[
    "COVERAGE",
    "WEIGHTED_COVERAGE",
    "COVERAGE_GAP",
    "PIPELINE_REQUIRED",
    "WEIGHTED_FORECAST",
    "WIN_RATE",
  ],
  ...[
    "SALES_VELOCITY",
    "MAPE",
    "WMAPE",
    "FORECAST_BIAS",
    "FORECAST_CALLS",
    "COVERAGE_STATUS",
    "FORECAST_CATEGORY",
  ],
  ...[
    "QUOTA_ATTAINMENT",
    "QUOTA_PACE",
    "PROJECTED_ATTAINMENT",
    "REQUIRED_RUN_RATE",
    "QUOTA_STATUS",
  ],
  ...["DEAL_AGE", "DAYS_IN_STAGE", "STALE_STATUS", "PERIOD", "FIT_SCORE", "ENGAGEMENT_SCORE"],
  ...["NEGATIVE_SCORE", "DECAYED_POINTS", "IS_MQL", "SCORE_BLEND", "LEAD_SCORE", "DEAL_RISK"],
  ...["DEAL_RISK_LEVEL", "LEAD_SCORE_EXPLAIN", "DEAL_RISK_EXPLAIN"],
  ...["FORECAST_DIST", "FORECAST_QUANTILE", "PROB_OF_TARGET", "FORECAST_INTERVAL"],
  ...["FORECAST_CORRELATION", "FORECAST_WHATIF", "FORECAST_SENSITIVITY", "FORECAST_TWO_WAY"],
  ...["FORECAST_TORNADO", "FORECAST_GRID"],
  ...["FORECAST_SCENARIO", "PIPELINE_NEEDED", "COVERAGE_FOR_CONFIDENCE", "DEALS_THAT_MATTER"],
  ...["FORECAST_MA", "FORECAST_GROWTH", "FORECAST_SEASONAL", "FORECAST_REGRESSION"],
  ...["WIN_PROBABILITY", "WIN_PROBABILITY_EXPLAIN"],
  ...["AVG_DEAL", "CYCLE_TIME", "VELOCITY_RATIO", "AGE_BUCKET", "IS_OUTLIER", "STAGE_MIX"],
  ...["MIX_DEVIATION", "CONCENTRATION", "FRESHNESS", "LEAK_RATE", "BOTTLENECK"],
  ...["PIPELINE_HEALTH", "PIPELINE_HEALTH_EXPLAIN", "PIPELINE_HEALTH_10"],
  ...["PIPELINE_HEALTH_10_EXPLAIN", "STAGE_CONVERSION", "TIME_IN_STAGE"],
  ...["STAGE_SKIPS", "STAGE_ADHERENCE", "WIP_STATUS", "SEGMENT"],
  ...["PIPELINE_ON", "DEAL_ON", "PUSH_COUNT", "PIPELINE_MOVEMENT"],
  ...["FORECAST_CAPACITY", "CATEGORY_ROLLUP", "ENSEMBLE_FORECAST", "HIT_RATE"],
  ...["DUPLICATE_KEY", "MATCH_SCORE", "MATCH_SCORE_EXPLAIN", "DUPLICATES", "DUPLICATES_EXPLAIN"],
  ...["FIELD_COMPLETION", "DATA_QUALITY", "DATA_QUALITY_EXPLAIN", "IS_STALE"],
  ...["FORECAST_SERIES", "RECURRING_FORECAST", "FORECAST_RELIABILITY", "MASE", "TRACKING_SIGNAL"],
  ...["FORECAST_REGRESSION_EXPLAIN", "ENSEMBLE_FORECAST_EXPLAIN"],
  ...["INTERVAL_COVERAGE", "BRIER", "BRIER_EXPLAIN", "CALIBRATION", "CALIBRATION_ERROR"],
  "VARIANCE_PCT",
  ...["CAC", "LTV", "LTV_CAC", "CAC_PAYBACK", "MAGIC_NUMBER", "BURN_MULTIPLE", "RULE_OF_40"],
  ...["NRR", "GRR", "LOGO_RETENTION", "GTM_RATING"],
  ...["WIN_LOSS", "WIN_DRIVERS", "LOSS_REASONS", "LOSS_CATEGORY", "WIN_RATE_CHANGE"],
];

const plausible = (kind: string) => (kind === "date" ? "2026-01-31" : 1);

describe("the catalog", () => {
  it("holds every function that was asked for, once", () => {
    expect(functions.map(({ name }) => name).sort()).toEqual([...LISTED].sort());
  });

  it("takes no name that Sheets has", async () => {
    const { sheetsFunctions } = await import(builtIns);
    expect(sheetsFunctions.has("SUM")).toBe(true);
    for (const { name } of functions) expect(sheetsFunctions.has(name)).toBe(false);
  });
});

describe.each(functions.map((declaration) => [declaration.name, declaration] as const))(
  "%s",
  (name, declaration) => {
    const { params, shape } = declaration;

    it("has a name that is no cell reference", () => {
      expect(name).toMatch(/^[A-Z][A-Z0-9_]*[A-Z0-9]$/);
      expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/);
    });

    it("explains itself completely", () => {
      const texts = [
        declaration.about,
        declaration.returns,
        declaration.source,
        ...declaration.errors,
      ];
      expect(declaration.errors.length).toBeGreaterThan(0);
      for (const text of [...texts, ...params.map(({ about }) => about)])
        expect(text.length).toBeGreaterThan(4);
      const optional = params.map((param) => param.optional === true);
      expect(optional).toEqual([...optional].sort());
      for (const param of params) {
        expect(param.name).toMatch(/^[a-z][a-z0-9_]*$/);
        // The stub names its parameters so: no word that JavaScript keeps for itself.
        expect(() => new Function(param.name, "")).not.toThrow();
        expect(param.default !== undefined).toBe(param.optional === true);
        expect(param.read !== undefined).toBe(param.kind === "settings");
        if (param.kind === "number" || param.kind === "fraction") expect(param.unit).toBeTruthy();
      }
    });

    it("gives what its example says", () => {
      expect(declaration.example.formula).toContain(`${name}(`);
      const result = evaluate(declaration.example.formula);
      if (typeof result === "number")
        expect(result).toBeCloseTo(declaration.example.result as number, 12);
      else expect(result).toEqual(declaration.example.result);
    });

    it.runIf(shape === "aggregate")("says whether it fills more cells than its own", () => {
      // What stands inside INDEX(…, row, column) is what the function itself gives.
      const { formula } = declaration.example;
      const whole = evaluate(formula.replace(/^=INDEX\((.*), \d+, \d+\)$/, "=$1"));
      const rows = Array.isArray(whole) ? whole.length : 0;
      expect(declaration.spills).toBe([undefined, "row"][rows] ?? (rows > 1 ? "table" : undefined));
    });

    it.runIf(shape === "records")("says that it gives a table with headings", () => {
      const isTable = /^A (header row|table)\b/.test(declaration.returns);
      expect(declaration.spills).toBe(isTable ? "table" : undefined);
    });

    it("is blank when its arguments are blank, however they are blank", () => {
      for (const blank of ["", null, undefined, [[""], [""]], [[null]]]) {
        const args = params.map(() => blank);
        expect(runFunction(name, args, () => "UTC")).toBeNull();
      }
    });

    it("refuses too few and too many arguments by name", () => {
      const required = params.filter((param) => !param.optional);
      if (required.length > 0) {
        const few = Array(required.length - 1).fill(1);
        expect(() => runFunction(name, few, () => "UTC")).toThrow(
          new RegExp(`^${name}: ${required.at(-1)!.name} is missing; expected .+\\.$`),
        );
      }
      const many = Array(params.length + 1).fill("");
      expect(() => runFunction(name, many, () => "UTC")).toThrow(/at most/);
    });

    it.runIf(shape !== "records")("names the argument in which it finds a wrong text", () => {
      const readable = params.filter(
        ({ kind, optional }) => !optional && ["number", "fraction", "date"].includes(kind),
      );
      for (const wrong of readable) {
        const args = params
          .filter((param) => !param.optional)
          .map((param) => (param === wrong ? "many" : plausible(param.kind)));
        expect(() => runFunction(name, args, () => "UTC")).toThrow(
          new RegExp(`^${name}: ${wrong.name} holds "many"; expected .+\\.$`),
        );
      }
    });
  },
);
