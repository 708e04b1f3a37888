import { describe, expect, it } from "vitest";
import { localeFacts } from "../../workbench/host/localeFacts.ts";
import { parseEntry } from "../../workbench/host/parseEntry.ts";

const typed = (text: string, locale = "en_US") => parseEntry(text, localeFacts(locale), 2026);

// Serial numbers: =DATE(2026,1,31) is 46053 in Sheets.
const cases: [text: string, locale: string, value: unknown, format?: string][] = [
  ["2026", "en_US", 2026],
  ["00300", "en_US", 300],
  ["-5", "en_US", -5],
  ["1,000", "en_US", 1000, "#,##0"],
  ["1,000,000.50", "en_US", 1000000.5, "#,##0.00"],
  ["10%", "en_US", 0.1, "0%"],
  ["12.5%", "en_US", 0.125, "0.00%"],
  ["$5", "en_US", 5, '"$"#,##0'],
  ["$2.99", "en_US", 2.99, '"$"#,##0.00'],
  ["-$2.99", "en_US", -2.99, '"$"#,##0.00'],
  ["(1,200)", "en_US", -1200, "#,##0"],
  ["1e3", "en_US", 1000, "0.00E+00"],
  ["1.5E-3", "en_US", 0.0015, "0.00E+00"],
  [".5", "en_US", 0.5],
  ["TRUE", "en_US", true],
  ["false", "en_US", false],
  ["2026-01-31", "en_US", 46053, "yyyy-mm-dd"],
  ["1/31/2026", "en_US", 46053, "M/d/yyyy"],
  ["1/31/26", "en_US", 46053, "M/d/yyyy"],
  ["31/1/2026", "en_US", "31/1/2026"],
  ["31/1/2026", "en_GB", 46053, "dd/mm/yyyy"],
  ["31.01.2026", "de_DE", 46053, "dd.mm.yyyy"],
  ["31.01.2026", "en_US", "31.01.2026"],
  ["1-2", "en_US", 46024, "m/d"],
  ["1/2", "en_GB", 46054, "d/m"],
  ["2026-01", "en_US", 46023, "yyyy-mm"],
  ["Jan 31, 2026", "en_US", 46053, "mmm d, yyyy"],
  ["31 January 2026", "en_US", 46053, "d mmm yyyy"],
  ["31-Jan-26", "en_US", 46053, "d mmm yyyy"],
  ["2026-01-31 06:00", "en_US", 46053.25, "yyyy-mm-dd H:mm:ss"],
  ["1/31/2026 6:00:00 PM", "en_US", 46053.75, "M/d/yyyy H:mm:ss"],
  ["6:00", "en_US", 0.25, "H:mm:ss"],
  ["2026-02-30", "en_US", "2026-02-30"],
  ["2026-01-31T10:00:00.000Z", "en_US", "2026-01-31T10:00:00.000Z"],
  ["1.000,50", "de_DE", 1000.5, "#,##0.00"],
  ["1,5", "de_DE", 1.5],
  ["1,000", "de_DE", 1],
  ["WAHR", "de_DE", true],
  ["5 €", "de_DE", 5, '"€"#,##0'],
  ["1 234,5", "fr_FR", 1234.5, "#,##0.00"],
  ["1,00", "en_US", "1,00"],
  ["12-345", "en_US", "12-345"],
  ["555-1234", "en_US", "555-1234"],
  ["10.0.0.1", "en_US", "10.0.0.1"],
  ["3 apples", "en_US", "3 apples"],
  ["May", "en_US", "May"],
  ["Mayflower 5", "en_US", "Mayflower 5"],
  ["0065x00000ABCDE", "en_US", "0065x00000ABCDE"],
  ["#N/A", "en_US", { error: "#N/A", message: "" }],
  ["'007", "en_US", "007"],
  ["'=1+1", "en_US", "=1+1"],
  ["-", "en_US", "-"],
  ["@home", "en_US", "@home"],
];

describe("what a user types, or a script writes as text,", () => {
  it.each(cases)("%j in %s is %j", (text, locale, value, format) => {
    const entry = typed(text, locale);
    expect(entry.value).toEqual(value);
    expect(entry.format).toBe(format);
    expect(entry.formula).toBeUndefined();
  });

  it.each([
    ["=A1+1", "=A1+1"],
    ["+A1", "=+A1"],
    ["-B2*2", "=-B2*2"],
    ["+cmd|' /C calc'!A0", "=+cmd|' /C calc'!A0"],
  ])("%j is the formula %j", (text, formula) => {
    expect(typed(text)).toEqual({ value: null, formula });
  });

  it("loses digits of a long number, as Sheets does", () => {
    expect(typed("123456789012345678").value).toBe(123456789012345680);
  });
});
