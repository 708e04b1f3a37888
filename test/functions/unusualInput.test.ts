import { describe, expect, it } from "vitest";
import { functions } from "../../src/functions/catalog.ts";
import { evaluate } from "./formula.ts";

/** A result, or the words of an error. */
type Answer = unknown;
type Case = readonly [formula: string, answer: Answer];

const ONE_CURRENCY =
  /amounts holds "€100" in row \d and "\$200" in row \d; expected amounts in one currency/;
const MIXED = /(probabilities|probability|churn) mixes percents with 0\.5/;
const BEYOND_ONE = /holds 1\.5, which could be 150% or 1\.5%; expected shares/;
const BELOW_ZERO = /holds -0\.2; expected a share/;
const GAP = /row 2 of actuals is blank; expected a number for every period/;

/** What a function says of open deals in two columns. */
const ofDeals = (amounts: string, chances: string): Record<string, string> => ({
  WEIGHTED_FORECAST: `=WEIGHTED_FORECAST({${amounts}}, {${chances}})`,
  FORECAST_DIST: `=FORECAST_DIST({${amounts}}, {${chances}})`,
  FORECAST_QUANTILE: `=FORECAST_QUANTILE({${amounts}}, {${chances}}, 50%)`,
  FORECAST_INTERVAL: `=FORECAST_INTERVAL({${amounts}}, {${chances}})`,
  PROB_OF_TARGET: `=PROB_OF_TARGET({${amounts}}, {${chances}}, 100)`,
  FORECAST_SCENARIO: `=FORECAST_SCENARIO({${amounts}}, {${chances}})`,
  PIPELINE_NEEDED: `=PIPELINE_NEEDED(100, 75%, {${amounts}}, {${chances}})`,
  COVERAGE_FOR_CONFIDENCE: `=COVERAGE_FOR_CONFIDENCE({${amounts}}, {${chances}}, 100, 75%)`,
  DEALS_THAT_MATTER: `=DEALS_THAT_MATTER({${amounts}}, {${chances}}, 100)`,
  FORECAST_SENSITIVITY: `=FORECAST_SENSITIVITY({${amounts}}, {${chances}}, 10%, 100)`,
  FORECAST_TWO_WAY: `=FORECAST_TWO_WAY({${amounts}}, {${chances}}, "Deal size", {0}, "Slippage", {0})`,
});

/** The same answer of every function about open deals. */
const all = (amounts: string, chances: string, answer: RegExp | null): Case[] =>
  Object.values(ofDeals(amounts, chances)).map((formula) => [formula, answer]);

const each = (amounts: string, chances: string, answers: Record<string, Answer>): Case[] => {
  const formulas = ofDeals(amounts, chances);
  return Object.entries(answers).map(([name, answer]) => [formulas[name] ?? "", answer]);
};

const stages = (rows: string) => `{"Stage", "Amount"; ${rows}}`;
const ofTable = (rows: string, answer: Answer): Case[] => [
  [`=FORECAST_WHATIF(${stages(rows)}, {"Deal size", 10%})`, answer],
  [`=FORECAST_TORNADO(${stages(rows)})`, answer],
  [`=FORECAST_GRID(${stages(rows)}, "Deal size", {0}, "Slippage", {0})`, answer],
];

const PAIRS = ["MAPE", "WMAPE", "FORECAST_BIAS", "HIT_RATE", "FORECAST_RELIABILITY", "MASE"];
const JUDGED = ["BRIER", "BRIER_EXPLAIN", "CALIBRATION", "CALIBRATION_ERROR"];
const SERIES = ["FORECAST_MA", "FORECAST_GROWTH", "FORECAST_SEASONAL"];

const KINDS: Readonly<Record<string, readonly Case[]>> = {
  "a probability above 100 %": [
    ...all("100; 200", '"150%"; 20%', /holds "150%"; expected a share/),
    ["=WEIGHTED_FORECAST({100}, {150%})", /holds 1\.5, which could be 150% or 1\.5%/],
    ["=FORECAST_QUANTILE({100}, {150%}, 50%)", BEYOND_ONE],
    ["=FORECAST_CATEGORY(150%)", BEYOND_ONE],
    ['=FORECAST_CORRELATION({"Q1"}, {150%}, {TRUE})', BEYOND_ONE],
    ['=CATEGORY_ROLLUP({100}, {"Commit"}, 150%)', BEYOND_ONE],
    ["=RECURRING_FORECAST(100, 150%, 0%, 0%, 1)", BEYOND_ONE],
    ...JUDGED.map((name): Case => [`=${name}({150%}, {TRUE})`, BEYOND_ONE]),
  ],
  "a probability below 0": [
    ...all("100; 200", "0.5; -0.2", BELOW_ZERO),
    ...JUDGED.map((name): Case => [`=${name}({-0.2}, {TRUE})`, BELOW_ZERO]),
    ["=FORECAST_CATEGORY(-0.2)", BELOW_ZERO],
    ["=RECURRING_FORECAST(100, -0.2, 0%, 0%, 1)", BELOW_ZERO],
  ],
  "fractions among percents": [
    ...all("100; 200", "0.5; 60", /mixes percents with 0\.5/),
    ...JUDGED.map((name): Case => [`=${name}({0.5; 60}, {TRUE; FALSE})`, MIXED]),
    ["=FORECAST_CATEGORY({0.5; 60})", MIXED],
    ["=RECURRING_FORECAST({100; 100}, {0.5; 60}, 0%, 0%, 1)", MIXED],
    // A text with its sign is a percent beyond doubt: 100 x 50 % + 200 x 60 %.
    ['=WEIGHTED_FORECAST({100; 200}, {"50%"; 60})', 170],
    ['=WEIGHTED_FORECAST({100; 200}, {"Proposal"; "maybe"})', /row 2 .* holds "maybe"/],
    ['=WEIGHTED_FORECAST({100; 200}, {0.5; "maybe"})', /row 2 .* holds "maybe"/],
  ],
  "a negative amount": [
    // Lost 50 with 40 %: -50 with .2, 0 with .3, 50 with .2, 100 with .3.
    ...each("100; -50", "50%; 40%", {
      WEIGHTED_FORECAST: 30,
      FORECAST_QUANTILE: 0,
      PROB_OF_TARGET: 0.3,
      FORECAST_SCENARIO: [[-50, 0, 100]],
      DEALS_THAT_MATTER: [
        [0.3, -0.3, 0.6],
        [-0.3, 0.2, -0.5],
      ],
    }),
    // No pipeline of which a multiple could be taken.
    ["=PIPELINE_NEEDED(100, 80%, {100; -150}, {90%; 10%})", null],
    ["=COVERAGE_FOR_CONFIDENCE({100; -150}, {90%; 10%}, 100)", null],
    ['=CATEGORY_ROLLUP({100; -50}, {"Commit"; "Commit"})', [[50, 50, 50]]],
    [
      "=RECURRING_FORECAST(-100, 5%, 0%, 0%, 1)",
      /recurring holds -100; expected a number from 0 on/,
    ],
    ["=RECURRING_FORECAST(100, 5%, 0%, 0%, 1, -5)", /new_business holds -5; expected/],
    ["=FORECAST_CAPACITY(5, -2, 90%)", /row 1 of quota holds -2; expected/],
    ["=FORECAST_GROWTH({100; 110; -50})", null],
    // Means of what came, credits included.
    ["=FORECAST_MA({-10; 20; 50})", 20],
    ["=FORECAST_SERIES({-10; 20; 50}, 1)", [[20, null, null]]],
  ],
  "amounts of zero": [
    ...each("0; 0", "50%; 40%", {
      WEIGHTED_FORECAST: 0,
      FORECAST_QUANTILE: 0,
      FORECAST_INTERVAL: [[0, 0, 0, 0]],
      PROB_OF_TARGET: 0,
      FORECAST_SCENARIO: [[0, 0, 0]],
      PIPELINE_NEEDED: null,
      COVERAGE_FOR_CONFIDENCE: null,
      DEALS_THAT_MATTER: [
        [null, null, null],
        [null, null, null],
      ],
    }),
    ["=FORECAST_MA({0; 0; 0})", 0],
    ["=FORECAST_GROWTH({0; 0; 0})", null],
    ["=FORECAST_SEASONAL({0; 0; 0; 0; 0; 0; 0; 0})", null],
    ["=FORECAST_SERIES({0; 0; 0; 0}, 1, 4)", [[0, 0, 0]]],
    ["=RECURRING_FORECAST(0, 5%, 0%, 0%, 1)", [[0, 0, 0, 0, 0]]],
    ["=FORECAST_CAPACITY(0, 2, 90%)", 0],
    ["=ENSEMBLE_FORECAST({0; 0})", 0],
  ],
  "amounts in several currencies": [
    ...all('"€100"; "$200"', "50%; 50%", ONE_CURRENCY),
    ['=CATEGORY_ROLLUP({"€100"; "$200"}, {"Commit"; "Commit"})', ONE_CURRENCY],
    ['=WEIGHTED_FORECAST({"€100"; "€200"}, {50%; 50%})', 150],
    ['=FORECAST_MA({"€100"; "€200"; "£300"})', /actuals holds "€100" in row 1 and "£300" in row 3/],
    ...ofTable('"Proposal", "€100"; "Proposal", "$200"', /amounts in EUR and USD; expected one/),
  ],
  "one deal": [
    // All or nothing: 100 or 0, each with one half.
    ...each("100", "50%", {
      WEIGHTED_FORECAST: 50,
      FORECAST_QUANTILE: 0,
      FORECAST_INTERVAL: [[0, 100, 50, 50]],
      PROB_OF_TARGET: 0.5,
      FORECAST_SCENARIO: [[0, 0, 100]],
      // Two of them are both lost with 25 %.
      PIPELINE_NEEDED: 200,
      COVERAGE_FOR_CONFIDENCE: 2,
      DEALS_THAT_MATTER: [[0.5, -0.5, 1]],
    }),
    ["=FORECAST_INTERVAL({100}, {50%}, 80%, 20%)", [[0, 100, 50, 50]]],
  ],
  "no deal, or nothing known of any": [
    ...all('""', '""', null),
    ...all("100; 200", '""; ""', null),
    ...all('""; ""', "50%; 50%", null),
    ['=FORECAST_CATEGORY({""})', null],
    ['=CATEGORY_ROLLUP({100}, {""})', null],
    ...ofTable('"Mystery", 100', null),
    ...ofTable('"Proposal", ""', null),
    ['=WIN_PROBABILITY({"Stage"; "Mystery"; "Proposal"})', [[null], [0.6]]],
  ],
  "all deals closed": [
    // What is won is certain, what is lost brings nothing.
    ...each("100; 200", "100%; 0%", {
      WEIGHTED_FORECAST: 100,
      FORECAST_QUANTILE: 100,
      FORECAST_INTERVAL: [[100, 100, 100, 0]],
      PROB_OF_TARGET: 1,
      FORECAST_SCENARIO: [[100, 100, 100]],
      DEALS_THAT_MATTER: [
        [null, null, null],
        [null, null, null],
      ],
    }),
    ["=PIPELINE_NEEDED(100, 80%, {100; 200}, {0%; 0%})", null],
    ['=WEIGHTED_FORECAST({100; 50}, {"Closed Won"; "Closed Lost"})', 100],
    ['=CATEGORY_ROLLUP({100}, {"Closed"})', [[100, 100, 100]]],
    [
      `=INDEX(FORECAST_WHATIF(${stages('"Closed Won", 100; "Closed Lost", 200')}, {"Deal size", 10%}), 2, 3)`,
      0,
    ],
    [`=INDEX(FORECAST_TORNADO(${stages('"Closed Won", 100')}), 2, 4)`, 0],
    [
      `=FORECAST_GRID(${stages('"Closed Won", 100')}, "Deal size", {0}, "Slippage", {0})`,
      [
        [null, 0],
        [0, 0],
      ],
    ],
    ['=WIN_PROBABILITY({"Stage"; "Closed Won"; "Closed Lost"})', [[1], [0]]],
  ],
  "no history": [
    ['=FORECAST_MA({""})', null],
    ['=FORECAST_GROWTH({""})', null],
    ['=FORECAST_SEASONAL({""}, 4)', null],
    ['=FORECAST_SERIES({""}, 2)', null],
    ['=FORECAST_REGRESSION({""}, {1}, 5)', null],
    ['=FORECAST_REGRESSION_EXPLAIN({""}, {1}, 5)', null],
    ...PAIRS.map((name): Case => [`=${name}({100}, {""})`, null]),
    ['=TRACKING_SIGNAL({100}, {""})', null],
    ['=INTERVAL_COVERAGE({90}, {110}, {""})', null],
    ...JUDGED.map((name): Case => [`=${name}({50%}, {"Proposal"})`, null]),
    // The usual correlation, and no estimate of its own.
    ['=FORECAST_CORRELATION({"Q1"}, {50%}, {TRUE})', [[0.05, null, 1]]],
    ["=ENSEMBLE_FORECAST({100; 200}, {1; 1})", 150],
    ['=ENSEMBLE_FORECAST({100; 200}, {1; 1}, "", {100})', /past_actuals needs past_forecasts/],
    [
      "=ENSEMBLE_FORECAST({100; 200}, {1; 1}, {90, 110})",
      /past_forecasts has 1 rows and past_actuals 0/,
    ],
    [
      '=FORECAST_CALLS({"Rep", "Period", "Amount", "As Of"; "Ana", "2026-Q2", 5, DATE(2026,4,6)}, "soon")',
      /period is "soon", for which nothing was submitted/,
    ],
  ],
  "one period of actuals": [
    ["=FORECAST_MA({100})", null],
    ["=FORECAST_MA({100}, 1)", 100],
    ["=FORECAST_GROWTH({100})", null],
    ["=FORECAST_SEASONAL({100})", null],
    ["=FORECAST_SERIES({100}, 1)", [[100, null, null]]],
    ["=FORECAST_REGRESSION({100}, {1}, 5)", null],
    ["=FORECAST_REGRESSION_EXPLAIN({100}, {1}, 5)", null],
    // Equal actuals leave nothing to explain.
    ["=FORECAST_REGRESSION({3; 3; 3; 3}, {1; 2; 3; 4}, 5)", [[3, null]]],
    ["=FORECAST_REGRESSION({3; 4; 5; 6}, {1; 2; 3}, 5)", /drivers has 3 rows but actuals has 4/],
    ["=MASE({100}, {90})", null],
    ["=MASE({100}, {90}, {50; 50; 50})", null],
    ["=TRACKING_SIGNAL({100}, {90})", 1],
    ["=TRACKING_SIGNAL({100}, {100})", 0],
    // Method and mean alike: nothing to tell them apart.
    ["=ENSEMBLE_FORECAST({100; 200}, {1; 1}, {0, 0}, {0})", 150],
    ['=ENSEMBLE_FORECAST({100; 200}, {1; 1}, {90, ""}, {100})', 150],
    [
      '=ENSEMBLE_FORECAST_EXPLAIN({100; ""}, {1; 1})',
      [
        [100, 1, 100],
        [null, 0, null],
      ],
    ],
    // One of one, which chance alone allows from 21 % on (Wilson: 1 / (1 + 1.96^2)).
    ["=INDEX(INTERVAL_COVERAGE({90}, {110}, {100}), 1, 2)", 0.2065493143772375],
    [
      "=BRIER_EXPLAIN({100%}, {TRUE})",
      [
        ["Reliability", 0],
        ["Resolution", 0],
        ["Uncertainty", 0],
        ["Within bins", 0],
        ["Brier score", 0],
        ["Skill", null],
      ],
    ],
  ],
  "a blank between two periods": [
    ...SERIES.map((name): Case => [`=${name}({100; ""; 120; 130})`, GAP]),
    ['=FORECAST_SERIES({100; ""; 120; 130}, 1)', GAP],
  ],
  "actuals of zero": [
    ...["MAPE", "WMAPE", "FORECAST_BIAS", "HIT_RATE", "FORECAST_RELIABILITY"].map(
      (name): Case => [`=${name}({100}, {0})`, null],
    ),
    ['=FORECAST_BIAS({100; 100}, {50; -50}, "total")', null],
    ["=MAPE({90; 5}, {100; 0})", 0.1],
  ],
  "a quota of zero": [
    ["=COVERAGE(100, 0)", null],
    ["=WEIGHTED_COVERAGE({100}, {50%}, 0)", null],
    ["=VARIANCE_PCT(100, 0)", null],
    ["=QUOTA_ATTAINMENT(100, 0)", null],
    ["=PIPELINE_REQUIRED(0, 25%)", null],
    ["=FORECAST_CAPACITY(15, 0, 90%)", 0],
    ["=PROB_OF_TARGET({100}, {50%}, 0)", 1],
    ["=PIPELINE_NEEDED(0, 80%, {100}, {50%})", 0],
    ["=COVERAGE_FOR_CONFIDENCE({100}, {50%}, 0)", null],
    ["=DEALS_THAT_MATTER({100}, {50%}, 0)", [[0, 0, 0]]],
  ],
  "a target below what is won": [
    ["=PROB_OF_TARGET({100}, {50%}, -50)", 1],
    ["=PROB_OF_TARGET({100; 200}, {100%; 50%}, 80)", 1],
    ["=PIPELINE_NEEDED(-50, 80%, {100}, {50%})", 0],
    ["=COVERAGE_FOR_CONFIDENCE({100}, {50%}, -50)", null],
    ["=DEALS_THAT_MATTER({100}, {50%}, -50)", [[0, 0, 0]]],
    ["=COVERAGE(100, 50, 80)", null],
    [
      `=INDEX(FORECAST_WHATIF(${stages('"Proposal", 100')}, {"Deal size", 10%}, "", "", "", -50), 2, 7)`,
      1,
    ],
    ["=INDEX(FORECAST_SENSITIVITY({100}, {50%}, 10%, -50), 2, 7)", 1],
  ],
  "settings out of their limits": [
    ["=FORECAST_QUANTILE({100}, {50%}, -1)", /quantile holds -1/],
    // At 0 % the least and at 100 % the most that can come.
    ["=FORECAST_QUANTILE({100}, {50%}, 0%)", 0],
    ["=FORECAST_QUANTILE({100}, {50%}, 100%)", 100],
    [
      "=FORECAST_INTERVAL({100}, {50%}, 100%)",
      /level is 1; expected a share above 0% and below 100%/,
    ],
    ["=FORECAST_SERIES({1; 2; 3; 4}, 1, 4, 0%)", /level is 0; expected a share above/],
    ["=PIPELINE_NEEDED(100, 100%, {100}, {50%})", /confidence is 1; expected/],
    ["=INTERVAL_COVERAGE({90}, {110}, {100}, 100%)", /confidence is 1; expected/],
    ["=INTERVAL_COVERAGE({110}, {90}, {100})", /row 1 has a low of 110 and a high of 90/],
    ["=FORECAST_DIST({100}, {50%}, 0, 0)", /evidence holds 0/],
    ['=FORECAST_DIST({100}, {50%}, 0, "", -1, {5})', /new_deals is -1/],
    ['=FORECAST_DIST({100}, {50%}, 0, "", 1)', /new_deals needs new_amounts/],
    [
      '=FORECAST_SCENARIO({100}, {50%}, {"Deal size", 10})',
      /lever deal size is "10"; expected a change from -100% to 400%, such as 10%/,
    ],
    ['=FORECAST_SCENARIO({100}, {50%}, {"Slippage", 150%})', /from 0% to 100%/],
    ['=FORECAST_SCENARIO({100}, {50%}, {"Luck", 10%})', /levers holds "Luck"; expected one of/],
    [
      '=FORECAST_TWO_WAY({100}, {50%}, "Deal size", {0}, "Slippage", {0}, "chance")',
      /measure is chance, and target is missing/,
    ],
    ["=FORECAST_CAPACITY(5, 2, 90)", /row 1 of attainment holds 90; expected a share/],
    ["=FORECAST_CAPACITY(-5, 2, 90%)", /row 1 of reps holds -5/],
    ["=FORECAST_CAPACITY(5, 2, 90%, 60)", /row 1 of ramp holds 60/],
    ["=RECURRING_FORECAST(100, 80%, 30%, 0%, 1)", /churn and contraction take 1\.1/],
    ["=FORECAST_MA({1; 2; 3}, 2.5)", /periods is 2\.5; expected a whole number/],
    ["=FORECAST_SERIES({1; 2; 3}, 0)", /periods is 0; expected a whole number from 1 to 120/],
    ["=CALIBRATION({50%}, {TRUE}, 0)", /bins is 0; expected a whole number from 1 to 100/],
    ["=ENSEMBLE_FORECAST({1; 2}, {1; -1})", /row 2 of weights holds -1/],
    ["=ENSEMBLE_FORECAST({1; 2}, {0; 0})", null],
    ['=FORECAST_BIAS({1}, {2}, "median")', /mode is "median"/],
  ],
};

const cases = Object.entries(KINDS).flatMap(([kind, list]) =>
  list.map(([formula, answer]) => ({ kind, formula, answer })),
);

/** Every number of a result, however deep it stands. */
const numbersIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.flatMap(numbersIn) : typeof value === "number" ? [value] : [];

function expectAnswer(actual: unknown, answer: Answer): void {
  if (typeof answer === "number") expect(actual).toBeCloseTo(answer, 9);
  else if (Array.isArray(answer)) {
    expect(Array.isArray(actual) && actual.length).toBe(answer.length);
    answer.forEach((part, at) => {
      expectAnswer((actual as unknown[])[at], part);
    });
  } else expect(actual ?? null).toEqual(answer);
}

describe("unusual input has its answer", () => {
  it.each(cases)("$kind: $formula", ({ formula, answer }) => {
    if (answer instanceof RegExp) {
      expect(() => evaluate(formula)).toThrow(answer);
      return;
    }
    const result = evaluate(formula);
    for (const number of numbersIn(result)) expect(Number.isFinite(number)).toBe(true);
    expectAnswer(result, answer);
  });

  it("is looked at for every function about forecasts", () => {
    const looked = cases.map(({ formula }) => formula).join("\n");
    const names = functions.filter(({ family }) => family === "Forecast").map(({ name }) => name);
    expect(names.filter((name) => !looked.includes(`${name}(`))).toEqual([]);
  });
});
