import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayValue, isDateFormat } from "../../workbench/host/displayValue.ts";
import { localeFacts } from "../../workbench/host/localeFacts.ts";

const shown = (value: number | string | boolean | null, format?: string, locale = "en_US") =>
  displayValue(value, format, localeFacts(locale));

// The texts that Sheets shows for these formats (its help page on number formats, and by hand).
const cases: [value: number, format: string | undefined, locale: string, text: string][] = [
  [1234.5, undefined, "en_US", "1234.5"],
  [0.1 + 0.2, undefined, "en_US", "0.3"],
  [1234.5, undefined, "de_DE", "1234,5"],
  [1234567, "#,##0", "en_US", "1,234,567"],
  [1234567, "#,##0", "de_DE", "1.234.567"],
  [-1234.5, "#,##0.00", "en_US", "-1,234.50"],
  [-1234.5, "#,##0;(#,##0)", "en_US", "(1,235)"],
  [0, '#,##0;(#,##0);"-"', "en_US", "-"],
  [0.256, "0%", "en_US", "26%"],
  [0.2567, "0.0%", "en_US", "25.7%"],
  [3.456, '0.0"x"', "en_US", "3.5x"],
  [1.005, "0.00", "en_US", "1.01"],
  [2.5, "0.###", "en_US", "2.5"],
  [5, '"$"#,##0.00', "en_US", "$5.00"],
  [5, "[$€]#,##0", "en_US", "€5"],
  [12345678, '#,##0.0,,"M"', "en_US", "12.3M"],
  [12345, "0.00E+00", "en_US", "1.23E+04"],
  [7, "000", "en_US", "007"],
  [-0.2, "0", "en_US", "0"],
  [46053, "yyyy-mm-dd", "en_US", "2026-01-31"],
  [46053, "M/d/yyyy", "en_US", "1/31/2026"],
  [46053, "dd.mm.yyyy", "de_DE", "31.01.2026"],
  [46053, "d mmm yyyy", "en_US", "31 Jan 2026"],
  [46053, "dddd, mmmm d", "en_US", "Saturday, January 31"],
  [46053.75, "yyyy-mm-dd hh:mm", "en_US", "2026-01-31 18:00"],
  [46053.75, "h:mm am/pm", "en_US", "6:00 PM"],
  [1.5, "[h]:mm:ss", "en_US", "36:00:00"],
  [42, "@", "en_US", "42"],
];

describe("what a cell shows", () => {
  it.each(cases)("%d in %j (%s) is %j", (value, format, locale, text) => {
    expect(shown(value, format, locale)).toBe(text);
  });

  it("shows truth in the locale's words, errors by name, blanks as nothing", () => {
    expect(shown(true, undefined, "de_DE")).toBe("WAHR");
    expect(displayValue({ error: "#REF!", message: "gone" }, undefined, localeFacts("en_US"))).toBe(
      "#REF!",
    );
    expect(shown(null)).toBe("");
  });

  it("agrees with Intl on grouped numbers with two decimals", () => {
    const intl = new Intl.NumberFormat("en-US", {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        if (cents !== 0) expect(shown(cents / 100, "#,##0.00")).toBe(intl.format(cents / 100));
      }),
    );
  });

  it("tells formats of dates from formats of numbers", () => {
    expect(
      ["yyyy-mm-dd", "h:mm", "[h]:mm", "d mmm", "M/d/yyyy H:mm:ss"].filter(isDateFormat),
    ).toHaveLength(5);
    expect(['0.0"days"', "#,##0", "[$USD] 0", "@", "0%", "[Red]0"].filter(isDateFormat)).toEqual(
      [],
    );
  });
});
