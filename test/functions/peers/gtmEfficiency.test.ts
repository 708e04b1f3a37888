import { describe, expect, it } from "vitest";
import { evaluate } from "../formula.ts";

/**
 * The sample of a go-to-market calculator and what it prints for it: net new ARR 1.2 M after a spend of 1.8 M, ARPA
 * 2,500 a month at a margin of 78 % and a churn of 8 %, CAC 18,000, a burn of 1.5 M, growth 31.6 % with a cash margin of
 * 8.4 %, and 3.8 M ARR at the start. It rounds ratios to two digits and percents to one; we do not. Where we differ on
 * purpose the test says so beside our own answer.
 */
const sample: readonly [
  name: string,
  formula: string,
  value: number,
  digits: number,
  rating: string,
  place: string,
][] = [
  ["Magic number", "MAGIC_NUMBER(1200000, 1800000)", 0.67, 2, "Yellow", "Median"],
  ["LTV:CAC", "LTV_CAC(LTV(2500, 78%, 8%), 18000)", 16.2, 1, "Green", "Top 10%"],
  ["CAC payback", "CAC_PAYBACK(18000, 2500, 78%)", 9.2, 1, "Green", "Top 10%"],
  ["Burn multiple", "BURN_MULTIPLE(1500000, 1200000)", 1.25, 2, "Green", "Top 25%"],
  ["Rule of 40", "RULE_OF_40(31.6%, 8.4%)", 0.4, 3, "Green", "Top 25%"],
  // 105.3 %, printed with one digit.
  ["NDR", "NRR(3800000, 600000, 100000, 300000)", 1.053, 3, "Yellow", "Median"],
];

const rated = (name: string, value: number | string, show = "rating") =>
  evaluate(`=GTM_RATING("${name}", ${value}, "${show}")`);

describe("the go-to-market calculator's sample", () => {
  it.each(sample)("%s: =%s is %d", (name, formula, value, digits, rating, place) => {
    const own = evaluate(`=${formula}`) as number;
    // It rounds half to even: 16.25 is printed as 16.2.
    expect(Math.abs(own - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12);
    expect(rated(name, formula)).toBe(rating);
    expect(rated(name, formula, "percentile")).toBe(place);
  });

  it("a lifetime value of 292,500, and 4.0 M of ARR left of 3.8 M", () => {
    expect(evaluate("=LTV(2500, 78%, 8%)")).toBeCloseTo(292_500, 6);
    const left = evaluate("=NRR(3800000, 600000, 100000, 300000)") as number;
    expect(left * 3_800_000).toBeCloseTo(4_000_000, 6);
    expect(left).toBeCloseTo(1.0526, 4);
  });

  it("rates a column at a time, by the names of the metrics or of their functions", () => {
    expect(
      evaluate(
        '=GTM_RATING({"MAGIC_NUMBER"; "ltv cac"; "CAC_PAYBACK"; ""; "RULE_OF_40"; "NRR"}, {0.4; 2; 20; 1; 0.1; 0.9})',
      ),
    ).toEqual([["Red"], ["Yellow"], ["Yellow"], [null], ["Red"], ["Red"]]);
  });
});

describe("the go-to-market calculator's edges", () => {
  it.each([
    ["Magic number", [0.4999, 0.5, 0.7499, 0.75, 0.9999, 1]],
    ["LTV:CAC", [0.9999, 1, 2.9999, 3, 4.9999, 5]],
    ["Rule of 40", [0.1999, 0.2, 0.3999, 0.4, 0.5999, 0.6]],
    ["NRR", [0.9999, 1, 1.0999, 1.1, 1.2999, 1.3]],
    // Lower is better.
    ["CAC payback", [24.01, 24, 18.01, 18, 12.01, 12]],
    ["Burn multiple", [4.01, 4, 2.01, 2, 1.01, 1]],
  ] as const)("the limits of %s belong to the better side, as there", (name, values) => {
    const ratings = values.map((value) => rated(name, value));
    expect(ratings).toEqual(["Red", "Yellow", "Yellow", "Green", "Green", "Green"]);
    const places = values.map((value) => rated(name, value, "percentile"));
    expect(places).toEqual([
      ...["Below median", "Median", "Median", "Top 25%", "Top 25%", "Top 10%"],
    ]);
  });

  it("a payback or a burn multiple of zero or less has no rating; it says Green, percentile N/A", () => {
    for (const value of [0, -1]) {
      expect(rated("CAC payback", value) ?? null).toBeNull();
      expect(rated("Burn multiple", value, "percentile") ?? null).toBeNull();
    }
    // Cash made while growing, and burn while shrinking: the ratio alone would not tell which.
    expect(evaluate("=BURN_MULTIPLE(-300000, 1200000)")).toBe(-0.25);
    expect(evaluate("=BURN_MULTIPLE(300000, -1200000)")).toBeNull();
  });

  it("nobody leaves, nothing is spent, nothing is earned: not known, where it says 0 and Red or Green", () => {
    for (const formula of [
      "=LTV(2500, 78%, 0)",
      '=LTV_CAC("", 18000)',
      "=LTV_CAC(292500, 0)",
      "=CAC(1800000, 0)",
      "=CAC_PAYBACK(18000, 0, 78%)",
      "=CAC_PAYBACK(18000, 2500, 0)",
      "=MAGIC_NUMBER(1200000, 0)",
      "=BURN_MULTIPLE(1500000, 0)",
      "=NRR(0, 0, 0, 0)",
      "=GRR(0, 0, 0)",
      "=LOGO_RETENTION(0, 0)",
    ])
      expect([formula, evaluate(formula)]).toEqual([formula, null]);
  });

  it("revenue that shrank is a magic number below zero, Red", () => {
    expect(evaluate("=MAGIC_NUMBER(-900000, 1800000)")).toBe(-0.5);
    expect(rated("Magic number", "MAGIC_NUMBER(-900000, 1800000)")).toBe("Red");
  });
});

describe("what a retention scheme and funnel metrics say", () => {
  it("gross 92 %, net 104 %, customers 85 %", () => {
    expect(evaluate("=GRR(1000000, 50000, 30000)")).toBeCloseTo(0.92, 12);
    expect(evaluate("=NRR(1000000, 120000, 30000, 50000)")).toBeCloseTo(1.04, 12);
    expect(evaluate("=LOGO_RETENTION(200, 30)")).toBeCloseTo(0.85, 12);
  });

  it("net retention of 100 % or more can hide a leak: gross retention says so", () => {
    expect(evaluate("=NRR(1000000, 300000, 100000, 200000)")).toBe(1);
    expect(evaluate("=GRR(1000000, 200000, 100000)")).toBeCloseTo(0.7, 12);
  });

  it("spend per customer won, a month a row", () => {
    expect(evaluate("=CAC({90000; 60000; 0; 5000}, {5; 4; 1; 0})")).toEqual([
      [18_000],
      [15_000],
      [0],
      [null],
    ]);
  });
});

describe("what cannot be meant is refused", () => {
  it.each([
    ["=NRR(1000000, 120000, -30000, 50000)", "NRR: contraction holds -30000"],
    ["=GRR(1000, 800, 300)", "GRR: churn + contraction is 1100, more than the start of 1000"],
    ["=LOGO_RETENTION(10, 11)", "LOGO_RETENTION: lost is 11, more than the start of 10"],
    ["=CAC(-5, 2)", "CAC: spend holds -5; expected a number from 0 on"],
    ["=RULE_OF_40(31.6, 8.4)", "RULE_OF_40: growth is 31.6; expected a fraction from -1 to 10"],
    ["=RULE_OF_40(0.316, 8.4)", "RULE_OF_40: fcf_margin is 8.4; expected a fraction from -10 to 1"],
    ['=GTM_RATING("NDR", 105.3)', "GTM_RATING: value is 105.3; expected a fraction such as 1.05"],
    [
      '=GTM_RATING("Luck", 1)',
      'GTM_RATING: metric is "Luck"; expected one of Magic number, LTV:CAC, CAC payback, Burn multiple, Rule of 40, NRR',
    ],
    ['=GTM_RATING("NRR", 1, "colour")', 'show is "colour"; expected "rating" or "percentile"'],
  ])("%s", (formula, sentence) => {
    expect(() => evaluate(formula)).toThrow(sentence);
  });

  it("ranges of one's own hold, and a metric that they leave out is named", () => {
    const own =
      '{"Metric","Group","Low","High"; "Magic number, x","",0.2,0.4; "Magic number, x","Top 10%",0.6,""; "NRR, %","",1.1,1.2}';
    expect(evaluate(`=GTM_RATING("Magic number", 0.5, "percentile", ${own})`)).toBe("Top 25%");
    expect(evaluate(`=GTM_RATING("Magic number", 0.6, "percentile", ${own})`)).toBe("Top 10%");
    expect(evaluate(`=GTM_RATING("NRR", 1.15, "rating", ${own})`)).toBe("Yellow");
    expect(() => evaluate(`=GTM_RATING("Burn multiple", 1, "rating", ${own})`)).toThrow(
      "benchmarks has no range for Burn multiple",
    );
  });
});
