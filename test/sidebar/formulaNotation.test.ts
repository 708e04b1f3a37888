import { afterEach, describe, expect, it } from "vitest";
import { shownFormula, typedArgument } from "../../sidebar/formulaNotation.ts";
import { useLocale } from "../../sidebar/notation.ts";

afterEach(() => useLocale("en_US"));

/** As Sheets takes them in a German and an English spreadsheet. */
const PAIRS = [
  ["=COVERAGE(1,5; 3)", "=COVERAGE(1.5, 3)"],
  [
    '=FORECAST_CATEGORY({0,92\\0,5; 0,6\\1}; "a, b 1.5")',
    '=FORECAST_CATEGORY({0.92,0.5; 0.6,1}, "a, b 1.5")',
  ],
  ["=SUM('v1.2, old'!A1:B2; Deals!C2:C)", "=SUM('v1.2, old'!A1:B2, Deals!C2:C)"],
] as const;

describe("formulas in the spreadsheet's locale", () => {
  it.each(PAIRS)("shows %s", (german, english) => {
    useLocale("de_DE");
    expect(shownFormula(english)).toBe(german);
    useLocale("en_US");
    expect(shownFormula(english)).toBe(english);
  });

  it("takes arguments as they are typed there", () => {
    useLocale("de_DE");
    expect(["0,6", "12,5%", "{0,92; 0,6}", "{1\\2}", "DATE(2026;11;6)"].map(typedArgument)).toEqual(
      [...["0.6", "12.5%", "{0.92; 0.6}", "{1,2}", "DATE(2026,11,6)"]],
    );
    const words = ["Berlin, Hamburg", "Deals!A1:Z", "2026-11-06", '"a;b"', "A; B"];
    expect(words.map(typedArgument)).toEqual(words);
    useLocale("en_US");
    expect(typedArgument("{1, 2; 3}")).toBe("{1, 2; 3}");
  });
});
