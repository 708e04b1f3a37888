import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { library } from "../../../workbench/host/engine/library.ts";
import { enginePattern, isDatePattern } from "../../../workbench/host/engine/numberFormat.ts";

const EN_US = {
  name: "English (US)",
  code: "en_US",
  thousandsSeparator: ",",
  decimalSeparator: ".",
  weekStart: 7,
  dateFormat: "m/d/yyyy",
  timeFormat: "hh:mm:ss a",
  formulaArgSeparator: ",",
};

function shown(value: number, pattern: string): string {
  return library().helpers.formatValue(value, { format: enginePattern(pattern), locale: EN_US });
}

describe("a Sheets pattern in the engine", () => {
  // What Sheets shows for the number under the pattern; 45000 is 15 March 2023.
  it.each([
    ["[Red]0.0", 1.25, "1.3"],
    ["#,##0_);(#,##0)", -1234, "(1,234)"],
    ["€#,##0", 1234, "€1,234"],
    ['#,##0.0"x"', 2.44, "2.4x"],
    ["[$€]#,##0.00", 5, "€5.00"],
    ["0.0%", 0.1234, "12.3%"],
    ["[>1000]#,##0;0", 1500, "1,500"],
    ["d mmm yyyy", 45000, "15 Mar 2023"],
    ["MMM YYYY", 45000, "Mar 2023"],
    ["yyyy-mm-dd", 45000, "2023-03-15"],
  ])("%s of %d is %s", (pattern, value, text) => {
    expect(shown(value, pattern)).toBe(text);
  });

  it("never throws, whatever somebody typed, and the engine can format with what comes out", () => {
    const pieces = [
      "0",
      "#",
      ",",
      ".",
      "%",
      "d",
      "m",
      "yyyy",
      "h",
      "[Red]",
      "_)",
      "*x",
      '"',
      ";",
      "€",
      "E+0",
      "?",
      "\\",
      "[",
      "@",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        expect(() => shown(45000.25, parts.join(""))).not.toThrow();
      }),
    );
  });
});

describe("dates", () => {
  it.each(["yyyy-mm-dd", "d mmm yyyy", "M/d/yyyy H:mm", "[h]:mm", "hh:mm AM/PM", "MMM"])(
    "%s is one",
    (pattern) => {
      expect(isDatePattern(pattern)).toBe(true);
    },
  );
  it.each([
    "",
    "0.0%",
    '0" days"',
    "#,##0.00",
    "[Red]0",
    "0.00E+00",
    "@",
    "General",
    "0\\d",
    "_d0",
  ])("%s is none", (pattern) => {
    expect(isDatePattern(pattern)).toBe(false);
  });
});
