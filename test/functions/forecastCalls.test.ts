import { describe, expect, it } from "vitest";
import { evaluate } from "./formula.ts";

const CALLS =
  '{"Submitted At", "Rep", "Period", "Category", "Amount", "Kind"; DATE(2026,4,6), "Ana", "2026-Q2", "", 100, "Own"; DATE(2026,4,13), "Ana", "Q2 2026", "Call", 120, "Own"; DATE(2026,4,14), "Mia", "2026-Q2", "Commit", 90, ""; DATE(2026,4,14), "Ana", "2026-Q3", "Call", 7, "Own"}';
const TEAM = '{"Rep ID", "Name", "Manager"; "1", "Ana", "2"; "2", "Mia", ""}';
const table = (more: string) => evaluate(`=FORECAST_CALLS(${CALLS}, ${more})`) as unknown[][];

describe("FORECAST_CALLS", () => {
  it("rolls the last calls up over the managers", () => {
    const rows = table(`"2026-Q2", ${TEAM}, DATE(2026,4,20)`);
    // 2026-04-14 and 2026-04-13 are the serial numbers 46126 and 46125.
    expect(rows.slice(1)).toEqual([
      ["Mia", null, 90, null, null, 120, -30, 90, 46126, 6, null],
      ["Ana", "Mia", 120, 100, null, null, null, 120, 46125, 7, null],
    ]);
  });

  it("knows only what was submitted by the as-of day, and no age without one", () => {
    expect(table('"2026-Q2", "", DATE(2026,4,12)').slice(1)).toEqual([
      ["Ana", null, 100, null, null, null, null, 100, 46118, 6, null],
    ]);
    expect(table('"2026-Q3"')[1]?.slice(7, 10)).toEqual([7, 46126, null]);
  });

  it("is blank without a period", () => {
    expect(table('""')).toBeNull();
  });

  it.each([
    ['{"Colour"; "blue"}, "2026-Q2"', /heading/],
    ['{"Rep", "Amount"; "Ana", "lots"}, "2026-Q2"', /lots/],
  ])("refuses %s", (given, why) => {
    expect(() => evaluate(`=FORECAST_CALLS(${given})`)).toThrow(why);
  });
});

describe("FORECAST_WHATIF with overrides", () => {
  it("takes the amount that a person holds a deal to have", () => {
    const deals =
      '{"Opportunity ID", "Stage", "Amount"; "D1", "Proposal", 100; "D2", "Discovery", 200}';
    const overrides = '{"Opportunity ID", "Amount", "Reason"; "D1", 300, "Bigger order"}';
    const rows = evaluate(
      `=FORECAST_WHATIF(${deals}, {"Deal size", 0}, "", "", "", "", 0, "", ${overrides})`,
    ) as unknown[][];
    // 300 x 60 % + 200 x 40 %
    expect(rows[1]?.[2]).toBeCloseTo(260, 9);
  });
});
