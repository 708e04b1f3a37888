import { describe, expect, it } from "vitest";
import { evaluate } from "./formula.ts";

const AMOUNTS = "{100;200;50}";
const CHANCES = "{0.5;0.25;0.8}";

describe("the distribution of open deals", () => {
  it("spills names and amounts", () => {
    const table = evaluate(`=FORECAST_DIST(${AMOUNTS}, ${CHANCES})`) as [string, number][];
    expect(table.map(([name]) => name)).toEqual([
      "Mean",
      "Standard deviation",
      "P5",
      "P10",
      "P25",
      "P50",
      "P75",
      "P90",
      "P95",
      "Quantiles off by at most",
    ]);
    // Totals 0, 50, 100, 150, 200, 250, 300, 350 with .075, .3, .075, .3, .025, .1, .025, .1
    expect(table.map(([, amount]) => amount).slice(2)).toEqual([0, 50, 50, 150, 150, 300, 350, 0]);
  });

  it("widens with correlation, evidence and new deals", () => {
    const spread = (more: string) =>
      (evaluate(`=FORECAST_DIST(${AMOUNTS}, ${CHANCES}${more})`) as number[][])[1]![1]!;
    const alone = spread("");
    expect(spread(", 0.2")).toBeGreaterThan(alone);
    expect(spread(", 0, 4")).toBeCloseTo(alone, 6);
    expect(spread(", 0, 9, 2, {30; 60}") ** 2 - alone ** 2).toBeCloseTo(900 + 3600, 3);
  });

  it("gives low, high, mean and deviation in one row", () => {
    const row = evaluate(`=FORECAST_INTERVAL(${AMOUNTS}, ${CHANCES}, 0.8)`);
    expect(row).toEqual([[50, 300, 140, expect.closeTo(101.9804, 4)]]);
  });

  it("gives p10, p50 and p90 as scenarios, after levers", () => {
    expect(evaluate(`=FORECAST_SCENARIO(${AMOUNTS}, ${CHANCES})`)).toEqual([[50, 150, 300]]);
    const levers = '{"Deal size", 10%; "slippage", 0%}';
    const scaled = evaluate(`=FORECAST_SCENARIO(${AMOUNTS}, ${CHANCES}, ${levers})`);
    expect(scaled).toEqual([[55, 165, 330].map((x) => expect.closeTo(x, 9))]);
    expect(evaluate(`=FORECAST_SCENARIO(${AMOUNTS}, ${CHANCES}, {"slippage", 100%})`)).toEqual([
      [0, 0, 0],
    ]);
  });

  it("shows per deal how the chance changes, in the deals' order and with blanks", () => {
    const rows = evaluate('=DEALS_THAT_MATTER({100;"";200;50;7}, {0.5;0.5;0.25;0.8;1}, 150)') as (
      | number
      | null
    )[][];
    expect(rows).toHaveLength(5);
    expect(rows[1]).toEqual([null, null, null]);
    expect(rows[4]).toEqual([null, null, null]);
    for (const [row, p] of [
      [rows[0]!, 0.5],
      [rows[2]!, 0.25],
      [rows[3]!, 0.8],
    ] as const) {
      const [won = 0, lost = 0, swing = 0] = row as number[];
      expect(won - lost).toBeCloseTo(swing, 12);
      expect(p * won + (1 - p) * lost).toBeCloseTo(0, 12);
    }
  });

  it("rolls categories up in one row", () => {
    const formula = '=CATEGORY_ROLLUP({100;60;40;9}, {"commit";"Best Case";"Pipeline";""}, 25%)';
    expect(evaluate(formula)).toEqual([[100, 115, 200]]);
  });
});

describe("what is wrong or missing", () => {
  it.each<[string, unknown]>([
    ['=PROB_OF_TARGET({100;""}, {0.5;0.5}, 100)', 0.5],
    ["=PROB_OF_TARGET({100}, {0.5}, 0)", 1],
    ["=PROB_OF_TARGET({100}, {0.5}, -5)", 1],
    ["=PROB_OF_TARGET({100;50}, {0;1}, 50)", 1],
    ["=PROB_OF_TARGET({100;50}, {0;1}, 51)", 0],
    ["=PROB_OF_TARGET({-100;50}, {0.5;1}, 50)", 0.5],
    ['=FORECAST_QUANTILE({100;200}, {"";""}, 0.5)', null],
    ["=FORECAST_QUANTILE({0;0}, {0.5;0.5}, 0.5)", 0],
    ["=FORECAST_QUANTILE({100;200}, {0.5;0.5}, 0)", 0],
    ["=FORECAST_QUANTILE({100;200}, {0.5;0.5}, 1)", 300],
    ["=PIPELINE_NEEDED(0, 0.8, {100}, {0.5})", 0],
    ["=PIPELINE_NEEDED(100, 0.8, {100}, {0})", null],
    ["=COVERAGE_FOR_CONFIDENCE({100}, {0.5}, 0)", null],
    ["=FORECAST_MA({5; 6})", null],
    ["=FORECAST_GROWTH({5})", null],
    ["=FORECAST_SEASONAL({5; 6; 7})", null],
    ["=FORECAST_REGRESSION({5; 6}, {1; 2}, 3)", null],
    ["=HIT_RATE({5}, {0})", null],
  ])("%s", (formula, expected) => {
    if (typeof expected === "number") expect(evaluate(formula)).toBeCloseTo(expected, 12);
    else expect(evaluate(formula)).toBe(expected);
  });

  it.each<[string, RegExp]>([
    ["=PROB_OF_TARGET({100}, {-0.5}, 1)", /probabilities/],
    ['=PROB_OF_TARGET({100;50}, {0.5;"60%"}, 1, -0.1)', /correlation/],
    [
      "=FORECAST_INTERVAL({100}, {0.5}, 100%)",
      /level is 1; expected a share above 0% and below 100%/,
    ],
    ["=PIPELINE_NEEDED(5, 0, {100}, {0.5})", /confidence is 0/],
    [
      '=FORECAST_SCENARIO({100}, {0.5}, {"luck", 1})',
      /levers holds "luck"; expected one of pipeline growth/,
    ],
    [
      '=FORECAST_SCENARIO({100}, {0.5}, {"slippage", 2})',
      /the lever slippage is "2"; expected a change from 0% to 100%/,
    ],
    ["=FORECAST_DIST({100}, {0.5}, 0, 0)", /evidence holds 0/],
    ["=FORECAST_DIST({100}, {0.5}, 0, 9, 2)", /new_deals needs new_amounts/],
    ["=FORECAST_DIST({100}, {0.5}, 0, 9, 2, {0})", /new_amounts holds 0/],
    ["=FORECAST_MA({5; 6}, 1.5)", /periods is 1.5; expected a whole number from 1 on/],
    [
      "=FORECAST_REGRESSION({1;2;3;4}, {1,2;2,1;3,5;4,4}, 5)",
      /new_drivers has 1 cells; expected one row of 2/,
    ],
    ['=FORECAST_REGRESSION({1;2}, {1;"x"}, 5)', /row 2 of drivers holds "x"/],
    ['=CATEGORY_ROLLUP({1}, {"Sure"})', /row 1 of categories is "Sure"; expected "Commit" or/],
    ["=ENSEMBLE_FORECAST({1;2}, {1;-1})", /row 2 of weights holds -1/],
    [
      '=FORECAST_MA({5; ""; 6; 7})',
      /row 2 of actuals is blank; expected a number for every period/,
    ],
    ['=FORECAST_GROWTH({5; ""; 6})', /row 2 of actuals is blank/],
    ['=FORECAST_SEASONAL({5; ""; 6})', /row 2 of actuals is blank/],
    ['=CATEGORY_ROLLUP({1}, {"Commit"}, 50%, "Sums")', /view is "Sums"; expected/],
    [
      "=ENSEMBLE_FORECAST({1;2}, {1;1}, {1,2;1,2}, {1})",
      /past_forecasts has 2 rows and past_actuals 1/,
    ],
    [
      "=ENSEMBLE_FORECAST({1;2}, {1;1}, {1}, {1})",
      /row 1 of past_forecasts has 1 cells; expected 2/,
    ],
    ["=ENSEMBLE_FORECAST({1;2;3;4;5})", /weights is missing; expected one for each of 5 methods/],
  ])("%s is refused", (formula, message) => {
    expect(() => evaluate(formula)).toThrow(message);
  });
});
