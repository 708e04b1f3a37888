import { describe, expect, it } from "vitest";
import { functions } from "../../src/functions/catalog.ts";
import { evaluated } from "../../workbench/cli/evalCommand.ts";
import { openSession } from "../../workbench/session.ts";
import { methodsPage, misprints, workedFormulas } from "../docs/workedNumbers.ts";

const host = openSession();
const evaluate = (formula: string) =>
  JSON.parse(evaluated(host, formula)) as { value?: unknown; error?: string };

/** Numbers agree to 12 significant digits; everything else is the same. */
function expectSame(actual: unknown, expected: unknown): void {
  if (typeof expected === "number") {
    expect(typeof actual).toBe("number");
    expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(expected)),
    );
  } else if (Array.isArray(expected)) {
    expect(Array.isArray(actual)).toBe(true);
    expect((actual as unknown[]).length).toBe(expected.length);
    expected.forEach((item, i) => {
      expectSame((actual as unknown[])[i], item);
    });
  } else expect(actual).toEqual(expected ?? null);
}

describe("the built functions, as cells call them", () => {
  it.each(functions.map((entry) => [entry.example.formula, entry.example.result] as const))(
    "%s",
    (formula, result) => {
      const outcome = evaluate(formula);
      expect(outcome.error).toBeUndefined();
      expectSame(outcome.value, result);
    },
  );

  it.each(workedFormulas(methodsPage))(
    "$formula, as docs/METHODS.md has it",
    ({ formula, rows }) => {
      const { value, error } = evaluate(formula);
      expect(error).toBeUndefined();
      expect(misprints(value, rows)).toEqual([]);
    },
  );

  // Published and recomputed vectors; the numbers' origin stands behind each.
  it.each([
    ["=COVERAGE(12500000, 8000000)", 1.5625], // worked example of a pipeline analyst
    ["=COVERAGE(1105000, 500000)", 2.21], // peer's sample data
    ["=ROUND(COVERAGE(1105000, 500000, 163000), 4)", 3.2789], // won 72,000 + 91,000 taken off the quota
    ["=COVERAGE_GAP(12500000, 8000000, 3)", 11500000],
    ["=PIPELINE_REQUIRED(8000000, 0.25)", 32000000],
    ["=ROUND(SALES_VELOCITY(17, 1268000/17, 2/17, 552/17), 1)", 4594.2],
    ["=WEIGHTED_FORECAST({12.3;18.7;22.1;14.9}, {0.85;0.45;0.18;0.05})", 23.593],
    ["=ROUND(MAPE({420;480;510;550;520;580}, {445;460;525;510;540;560}), 8)", 0.04656869],
    ["=ROUND(WMAPE({420;480;510;550;520;580}, {445;460;525;510;540;560}), 8)", 0.04605263],
    [
      '=ROUND(FORECAST_BIAS({420;480;510;550;520;580}, {445;460;525;510;540;560}, "total"), 6)',
      0.006579,
    ],
    [
      '=ROUND(FORECAST_BIAS({420;480;510;550;520;580}, {445;460;525;510;540;560}, "mean"), 6)',
      0.005973,
    ],
    ["=QUOTA_ATTAINMENT(522000, 600000)", 0.87],
    ["=DECAYED_POINTS(20, DATE(2026,1,1), 5, 7, DATE(2026,1,22))", 5],
    ["=DECAYED_POINTS(20, DATE(2026,1,1), 5, 7, DATE(2026,3,1))", 0],
    ["=SCORE_BLEND(60, 40, -10, 100, 100, {0.5;0.5})", 40],
  ])("%s is %d", (formula, result) => {
    expectSame(evaluate(formula).value, result);
  });

  it("gives a sentence for a wrong argument and a blank for what cannot be known", () => {
    expect(evaluate('=COVERAGE("many", 1)').error).toMatch(/pipeline.*many.*number/i);
    expect(evaluate("=COVERAGE(100, 0)").value).toBeNull();
    expect(evaluate('=IFERROR(COVERAGE("many", 1), 7)').value).toBe(7);
  });

  it("spills columns, repeats single values and refuses unequal heights", () => {
    expectSame(evaluate("=QUOTA_ATTAINMENT({1;2;3}, 4)").value, [[0.25], [0.5], [0.75]]);
    expect(evaluate("=QUOTA_ATTAINMENT({1;2;3}, {4;5})").error).toMatch(/3.*2|2.*3/);
  });
});
