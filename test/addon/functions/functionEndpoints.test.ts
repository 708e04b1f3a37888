import { describe, expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";
import { sampleHost } from "../sampleHost.ts";

const sample = () => sampleHost();

describe("the functions", () => {
  it("are offered the tables, columns and settings of this workbook", () => {
    const host = sample();
    host.person(
      `book.insertSheet("My plan's").getRange(1, 1, 1, 2).setValues([["Region", "Plan"]]);`,
    );
    host.ask("revopsSetAsOf", { asOf: "2026-05-20" });
    const { ranges } = host.ask("revopsFunctions");
    const of = (label: string) => ranges.find((range) => range.label === label);
    const heading = host.cells("Opportunities")[0]!.indexOf("Amount");
    expect(of("Opportunities: Amount")?.range).toBe(
      `Opportunities!${String.fromCharCode(65 + heading)}2:${String.fromCharCode(65 + heading)}`,
    );
    expect(of("Opportunities: all records")).toMatchObject({
      range: "REVOPS_OPPORTUNITIES",
      kind: "table",
    });
    expect(of("Stages settings")).toMatchObject({ range: "REVOPS_STAGES", kind: "settings" });
    expect(of("As-of day")).toMatchObject({ range: "REVOPS_AS_OF", kind: "day" });
    expect(of("First day of Q2 2026, Apr-Jun 2026")?.range).toBe("DATE(2026,4,1)");
    expect(of("Last day of Q2 2026, Apr-Jun 2026")?.range).toBe("DATE(2026,6,30)");
    expect(of("My plan's: Plan")?.range).toBe("'My plan''s'!B2:B");
  });

  it("compute on ranges, numbers, lists, dates and words as a cell would", () => {
    const host = sample();
    const tried = (name: string, ...args: string[]) =>
      host.ask("revopsTryFunction", { name, args });
    expect(tried("COVERAGE", "300", "100")).toEqual({
      formula: "=COVERAGE(300, 100)",
      rows: [[3]],
      moreRows: 0,
    });
    expect(tried("FORECAST_CATEGORY", "75%").rows).toEqual([["Best Case"]]);
    expect(tried("WEIGHTED_FORECAST", "{100; 50}", '{"Proposal"; "Negotiation"}').rows).toEqual([
      [100],
    ]);
    expect(tried("PERIOD", "2026-05-20").formula).toBe("=PERIOD(DATE(2026,5,20))");
    expect(tried("PERIOD", "DATE(2026, 5, 20)").rows).toEqual([["2026-Q2"]]);
    expect(tried("FORECAST_BIAS", "{110; 190}", "{100; 200}", "total")).toMatchObject({
      formula: '=FORECAST_BIAS({110; 190}, {100; 200}, "total")',
      rows: [[0]],
    });
    const risk = tried("DEAL_RISK", "REVOPS_OPPORTUNITIES");
    expect(risk.rows.length + risk.moreRows).toBe(60);
  });

  it("give the same as the formula in a cell", () => {
    const host = sample();
    const { ranges } = host.ask("revopsFunctions");
    const range = (label: string) => ranges.find((one) => one.label === label)!.range;
    const args = [range("Opportunities: Amount"), range("Opportunities: Stage"), "REVOPS_STAGES"];
    const { formula, rows } = host.ask("revopsTryFunction", { name: "WEIGHTED_FORECAST", args });
    const cell = host.evaluate(formula) as unknown as { rows: { value: number }[][] };
    expect(cell.rows[0]?.[0]?.value).toBeCloseTo(rows[0]?.[0] as number, 6);
  });

  it("refuse an unknown function, range and value with one sentence", () => {
    const host = sample();
    expect(host.refusal("revopsTryFunction", { name: "EVAL", args: [] })).toBe(
      "There is no function called EVAL.",
    );
    expect(
      host.refusal("revopsTryFunction", { name: "COVERAGE", args: ["Nowhere!A1:A", "1"] }),
    ).toBe("Nowhere!A1:A is no range of this spreadsheet.");
    expect(host.refusal("revopsTryFunction", { name: "COVERAGE", args: ["lots", "1"] })).toMatch(
      /^COVERAGE: pipeline/,
    );
    expect(host.refusal("revopsTryFunction", { name: "COVERAGE", args: ["1"] })).toContain(
      "quota is missing",
    );
  });
});

describe("inserting a formula", () => {
  it("writes it into the selected cell, and over something only when told to", () => {
    const host = addonHost();
    host.person(`book.getActiveSheet().getRange("B3").activate();`);
    const call = { name: "COVERAGE", args: ["300", "100", ""] };
    expect(host.ask("revopsInsertFormula", call)).toEqual({
      cell: "Sheet1!B3",
      isTaken: false,
      formula: "=COVERAGE(300, 100)",
      addedRows: 0,
    });
    const formula = () => host.person(`return book.getActiveSheet().getRange("B3").getFormula();`);
    expect(formula()).toBe("=COVERAGE(300, 100)");
    const other = { name: "COVERAGE", args: ["500", "100"] };
    expect(host.ask("revopsInsertFormula", other).isTaken).toBe(true);
    expect(formula()).toBe("=COVERAGE(300, 100)");
    expect(host.ask("revopsInsertFormula", { ...other, replace: true }).isTaken).toBe(false);
    expect(formula()).toBe("=COVERAGE(500, 100)");
  });

  it("makes room for a result of many rows, and refuses a place where it would meet something", () => {
    const host = sample();
    host.person(`const mine = book.insertSheet("Mine");
      mine.deleteRows(21, mine.getMaxRows() - 20);
      mine.getRange("C9").setValue("a note");
      mine.getRange("C2").activate();`);
    const call = { name: "DEAL_RISK", args: ["REVOPS_OPPORTUNITIES", "REVOPS_AS_OF"] };
    // The sample has 60 deals, so that the result reaches from row 2 to row 61.
    expect(host.refusal("revopsInsertFormula", call)).toBe(
      "The result of DEAL_RISK fills 60 rows and 1 columns from C2 on, and C9 is not empty. Select a cell with room below and beside it.",
    );
    host.person(`book.getRange("Mine!E2").activate();`);
    expect(host.ask("revopsInsertFormula", call)).toMatchObject({ cell: "Mine!E2", addedRows: 41 });
    expect(host.sheet("Mine")?.rows).toBe(61);
    expect(host.sheet("Mine")?.values[8]?.[2]).toBe("a note");
  });

  it("cannot be made to write anything but the function's call", () => {
    const host = addonHost();
    const evil = '1) & IMPORTDATA("x';
    expect(
      host.ask("revopsTryFunction", { name: "FORECAST_CATEGORY", args: ["0.8"] }).formula,
    ).toBe("=FORECAST_CATEGORY(0.8)");
    expect(
      host.refusal("revopsInsertFormula", { name: 'COVERAGE(1,1)&IMPORTDATA("x")', args: [] }),
    ).toContain("There is no function");
    const { formula } = host.ask("revopsInsertFormula", {
      name: "FORECAST_CATEGORY",
      args: [evil],
    });
    expect(formula).toBe(`=FORECAST_CATEGORY("${evil.replaceAll('"', '""')}")`);
  });
});
