import { describe, expect, it } from "vitest";
import { renameSheet, shiftFormula, spliceFormula } from "../../workbench/host/moveReferences.ts";

describe("references in formulas", () => {
  it.each([
    ["=A1+$B$2", 1, 1, "=B2+$B$2"],
    ["=SUM(A$1:A3)", 2, 0, "=SUM(A$1:A5)"],
    ["=B:B", 0, 1, "=C:C"],
    ["=2:2", 1, 0, "=3:3"],
    ["=B2:B", 1, 1, "=C3:C"],
    ["='My data'!A1&Sheet2!B$1", 1, 1, "='My data'!B2&Sheet2!C$1"],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ["=LOG10(A1)+Q1_total", 1, 0, "=LOG10(A2)+Q1_total"],
    ["=A1", -1, 0, "=#REF!"],
    ["=REVOPS_STAGES+1.5E3", 3, 3, "=REVOPS_STAGES+1.5E3"],
  ])("%s moved by %d rows and %d columns is %s", (formula, rows, columns, moved) => {
    expect(shiftFormula(formula, rows, columns)).toBe(moved);
  });

  const own = (sheet: string | undefined) => sheet === undefined;
  const row = (at: number, inserted: number, deleted: number) => ({
    dimension: "row" as const,
    at,
    inserted,
    deleted,
  });

  it.each([
    ["=A5", row(3, 2, 0), "=A7"],
    ["=A2", row(3, 2, 0), "=A2"],
    ["=SUM(A2:A9)", row(3, 2, 0), "=SUM(A2:A11)"],
    ["=SUM(A2:A9)", row(4, 0, 3), "=SUM(A2:A6)"],
    ["=SUM(A2:A9)", row(8, 0, 5), "=SUM(A2:A7)"],
    ["=SUM($A$2:$A$9)", row(1, 0, 3), "=SUM($A$1:$A$6)"],
    ["=A5", row(5, 0, 1), "=#REF!"],
    ["=SUM(A4:A6)", row(4, 0, 3), "=SUM(#REF!)"],
    ["=SUM(B2:B)", row(1, 3, 0), "=SUM(B5:B)"],
    ["=SUM(B:B)", row(1, 3, 0), "=SUM(B:B)"],
    ["=Other!A5", row(3, 2, 0), "=Other!A5"],
    [
      "=SUM(C1:E1)",
      { dimension: "column" as const, at: 4, inserted: 1, deleted: 0 },
      "=SUM(C1:F1)",
    ],
  ])("%s after %j is %s", (formula, splice, moved) => {
    expect(spliceFormula(formula, splice, own)).toBe(moved);
  });

  it("follow a sheet that is renamed", () => {
    expect(renameSheet("=Data!A1+'Data'!B2+Database!C3&\"Data!\"", "Data", "'New data'!")).toBe(
      "='New data'!A1+'New data'!B2+Database!C3&\"Data!\"",
    );
  });
});
