import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnLetter, columnNumber } from "../../../src/reports/layout/a1.ts";
import { formulaKey, mapReferences } from "../../../src/reports/merge/references.ts";

const down = (formula: string) =>
  mapReferences(formula, (start, end) => {
    const one = <End extends typeof start>(at: End): End => ({
      ...at,
      row: at.row === undefined ? undefined : at.row + 1,
    });
    return end ? [one(start), one(end)] : [one(start)];
  });

describe("mapReferences", () => {
  it("moves references to the own sheet and nothing that only looks like one", () => {
    expect(down("=A1+$B$2*SUM(C3:D4)")).toBe("=A2+$B$3*SUM(C4:D5)");
    expect(down("=SUM(B2:B)")).toBe("=SUM(B3:B)");
    expect(down("=IF(A1=\"A1\",Opportunities!A1,'My deals'!B2:C3)")).toBe(
      "=IF(A2=\"A1\",Opportunities!A1,'My deals'!B2:C3)",
    );
    expect(down("=LOG10(A1)+REVOPS_AS_OF+Q1_TOTAL")).toBe("=LOG10(A2)+REVOPS_AS_OF+Q1_TOTAL");
  });

  it("leaves a formula as it is when nothing moves", () => {
    const cell = fc
      .tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 99_999 }))
      .map(([column, row]) => `${columnLetter(column)}${row}`);
    fc.assert(
      fc.property(cell, cell, (one, other) => {
        const formula = `=SUM(${one}:${other})-${one}&"${other}"`;
        expect(mapReferences(formula, (start, end) => (end ? [start, end] : [start]))).toBe(
          formula,
        );
      }),
    );
  });
});

describe("formulaKey", () => {
  it("is the same for formulas that differ in spaces, case or separators, and not otherwise", () => {
    expect(formulaKey("=sum( A1 ; B2 )", false)).toBe(formulaKey("=SUM(A1,B2)", false));
    expect(formulaKey("=SUM(A1,B2)", false)).not.toBe(formulaKey("=SUM(A1,B3)", false));
    expect(formulaKey("=SUM(A1,B2)", true)).toBe(formulaKey("=SUM(A7,C9)", true));
    expect(formulaKey('="a b"', false)).not.toBe(formulaKey('="ab"', false));
  });
});

describe("columnLetter", () => {
  it("is undone by columnNumber", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18_278 }), (column) => {
        expect(columnNumber(columnLetter(column))).toBe(column);
      }),
    );
    expect(columnLetter(28)).toBe("AB");
  });
});
