import { describe, expect, it } from "vitest";
import { evaluate } from "../formula.ts";

/**
 * The sample of a pipeline analyser and what it prints for it: 17 deals against a quota of 500,000, five stages, an
 * average cycle of 45 days. Where we differ on purpose the test says so beside our own number.
 */
const deals: readonly [stage: string, value: number, age: number][] = [
  ["Proposal", 85_000, 32],
  ["Discovery", 42_000, 8],
  ["Negotiation", 120_000, 55],
  ["Qualification", 35_000, 18],
  ["Proposal", 95_000, 40],
  ["Discovery", 28_000, 5],
  ["Closed Won", 72_000, 38],
  ["Negotiation", 58_000, 42],
  ["Discovery", 31_000, 12],
  ["Qualification", 48_000, 22],
  ["Proposal", 110_000, 95],
  ["Discovery", 55_000, 3],
  ["Qualification", 67_000, 28],
  ["Negotiation", 250_000, 60],
  ["Proposal", 43_000, 35],
  ["Discovery", 38_000, 15],
  ["Closed Won", 91_000, 44],
];
const STAGES =
  '{"Stage","Order","Status","Group","Probability";' +
  '"Discovery",1,"open","early",0.2;"Qualification",2,"open","early",0.4;"Proposal",3,"open","mid",0.6;' +
  '"Negotiation",4,"open","late",0.8;"Closed Won",5,"won","",1;"Closed Lost",6,"lost","",0}';

const open = deals.filter(([stage]) => stage !== "Closed Won");
const list = (values: readonly (string | number)[]) =>
  `{${values.map((value) => (typeof value === "string" ? `"${value}"` : value)).join(";")}}`;
const values = (rows: typeof deals) => list(rows.map(([, value]) => value));
const stages = (rows: typeof deals) => list(rows.map(([stage]) => stage));
const table = (formula: string) => evaluate(formula) as unknown[][];
const rounded = (value: unknown, digits = 1) => Number((value as number).toFixed(digits));

describe("the pipeline analyser's sample", () => {
  it("coverage: 1,105,000 open is 2.21 times the quota, At Risk", () => {
    expect(evaluate(`=COVERAGE(${values(open)}, 500000)`)).toBeCloseTo(2.21, 12);
    expect(evaluate(`=COVERAGE_STATUS(COVERAGE(${values(open)}, 500000))`)).toBe("At Risk");
    // It keeps the whole quota below the line; what is won already is quota done: 1,105,000 / 337,000.
    expect(evaluate(`=COVERAGE(${values(open)}, 500000, {72000; 91000})`)).toBeCloseTo(3.2789, 4);
  });

  it("stage conversion by how far deals have come: 70.6, 75.0, 55.6 and 40.0 %", () => {
    const column = list(["Stage", ...deals.map(([stage]) => stage)]);
    const [, ...rows] = table(`=STAGE_CONVERSION(${column}, "", "", "", ${STAGES})`);
    expect(rows.slice(0, 4)).toEqual([
      ["Discovery", 5, 17, 12 / 17],
      ["Qualification", 3, 12, 9 / 12],
      ["Proposal", 4, 9, 5 / 9],
      ["Negotiation", 3, 5, 2 / 5],
    ]);
  });

  it("velocity: 4,594.20 a day, 137,826.09 in 30 days", () => {
    const average = `SALES_VELOCITY(17, ${values(deals)}, ${2 / 17}, ${list(deals.map(([, , age]) => age))})`;
    expect(rounded(evaluate(`=${average}`), 2)).toBe(4594.2);
    expect(rounded((evaluate(`=${average}`) as number) * 30, 2)).toBe(137_826.09);
    expect(rounded(evaluate(`=WIN_RATE(${stages(deals)}, "all", ${STAGES})`), 3)).toBe(0.118);
    // Two won, none lost: by our default of decided deals the sample has won everything.
    expect(evaluate(`=WIN_RATE(${stages(deals)}, "closed", ${STAGES})`)).toBe(1);
  });

  it("ageing: thresholds 90, 78, 67 and 56 days; only D011 (95) and D014 (60) are beyond them", () => {
    const limits = open.map(([stage]) =>
      Math.floor(
        45 * (2 - ["Discovery", "Qualification", "Proposal", "Negotiation"].indexOf(stage) / 4),
      ),
    );
    expect([...new Set(limits)].sort()).toEqual([56, 67, 78, 90]);
    const ages = list(open.map(([, , age]) => age));
    const status = table(`=STALE_STATUS(${ages}, ${list(limits)}, 1)`).flat();
    expect(open.filter((_, at) => status[at] === "Stale").map(([, , age]) => age)).toEqual([
      95, 60,
    ]);
    // Our own limit is twice the days that are usual in the stage, not a share of the whole cycle.
    expect(table(`=STALE_STATUS(${ages}, ${list(limits)})`).flat()).not.toContain("Stale");
  });

  it("distribution: 194,000, 150,000, 333,000 and 428,000", () => {
    const [, early, mid, late] = table(`=STAGE_MIX(${stages(deals)}, ${values(deals)}, ${STAGES})`);
    // Discovery and Qualification are one group: 17.6 + 13.6 %.
    expect(early?.slice(1, 4)).toEqual([8, 344_000, 344 / 1105]);
    expect(mid?.slice(1, 4)).toEqual([4, 333_000, 333 / 1105]);
    expect(late?.slice(1, 4)).toEqual([3, 428_000, 428 / 1105]);
    expect([rounded((333 / 1105) * 100), rounded((428 / 1105) * 100)]).toEqual([30.1, 38.7]);
  });

  it("the quarter that is thin: 344,000 closing against 125,000 is 2.75", () => {
    const second = [42, 35, 28, 31, 48, 55, 67, 38].map((thousand) => thousand * 1000);
    expect(rounded(evaluate(`=COVERAGE(${list(second)}, 125000)`), 2)).toBe(2.75);
  });

  it("no deal is a concentration: the largest is 22.6 % of what is open", () => {
    expect(rounded((evaluate(`=CONCENTRATION(${values(open)})`) as number) * 100)).toBe(22.6);
  });
});

describe("the pipeline analyser's edges", () => {
  it.each([
    [1.99, "Critical"],
    [2, "At Risk"],
    [2.99, "At Risk"],
    [3, "Healthy"],
    [3.99, "Healthy"],
    [4, "Strong"],
    [5, "Strong"],
    // It calls any coverage from 4 on strong; beyond 5 we ask whether the deals are real.
    [5.01, "Check quality"],
  ])("coverage of %d is %s", (ratio, band) => {
    expect(evaluate(`=COVERAGE_STATUS(${ratio})`)).toBe(band);
  });

  it("deals of 45, 30 and 25: shares of the largest, 40 and 25 % themselves not beyond the limits", () => {
    expect(evaluate("=CONCENTRATION({45; 30; 25})")).toBe(0.45);
    expect(evaluate("=CONCENTRATION({45; 30; 25}, 3)")).toBe(1);
  });

  it("a lost deal is no open pipeline, which it is there", () => {
    const [, early, mid, late] = table(
      `=STAGE_MIX({"Discovery"; "Closed Lost"; "Closed Won"}, {500; 500; 100}, ${STAGES})`,
    );
    expect([early?.[2], mid?.[2], late?.[2]]).toEqual([500, 0, 0]);
    expect(
      evaluate(`=WIN_RATE({"Discovery"; "Closed Lost"; "Closed Won"}, "closed", ${STAGES})`),
    ).toBe(0.5);
  });

  it("no quota and no deals are not known, where it says 0, Critical and medium risk", () => {
    for (const formula of [
      "=COVERAGE(1000, 0)",
      '=COVERAGE("", "")',
      '=COVERAGE_STATUS("")',
      '=CONCENTRATION("")',
    ])
      expect([formula, evaluate(formula) ?? ""]).toEqual([formula, ""]);
    expect(evaluate("=COVERAGE(0, 500000)")).toBe(0);
  });
});
