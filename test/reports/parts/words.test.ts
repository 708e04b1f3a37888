import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromParts } from "../../../src/core/calendar/day.ts";
import {
  numberSigns,
  sayCount,
  sayDayOfMonth,
  sayHidden,
  sayingWith,
  sayList,
  sayMoney,
  sayMonth,
  sayMonths,
  sayNumber,
  sayPercent,
  shorten,
} from "../../../src/reports/parts/words.ts";

describe("words", () => {
  it("groups thousands and drops empty decimals", () => {
    expect([0, 1234567, -1234.5, 0.005, -0.001].map((n) => sayNumber(n))).toEqual([
      "0",
      "1,234,567",
      "-1,234.5",
      "0.01",
      "0",
    ]);
  });

  it("rounds as the cells beside it do", () => {
    // By hand: halves go up in decimal, whatever their binary is.
    expect([1_005_000, 2_345_000, 3_455_000].map((n) => sayMoney(n, ""))).toEqual([
      "1.01 M",
      "2.35 M",
      "3.46 M",
    ]);
    expect([0.145, 1e-7, 1e21].map((n) => sayNumber(n))).toEqual(["0.15", "0", "1e+21"]);
  });

  it("speaks with the signs of the spreadsheet's locale, and only while it is asked to", () => {
    const said = (locale: string) =>
      sayingWith(
        numberSigns(locale),
        () => `${sayMoney(3_830_000, "EUR")}, ${sayNumber(12_345.6)}`,
      );
    expect(said("de_DE")).toBe("EUR 3,83 M, 12.345,6");
    expect(said("pt_BR")).toBe("EUR 3,83 M, 12.345,6");
    expect(said("en_GB")).toBe("EUR 3.83 M, 12,345.6");
    expect(said("ja_JP")).toBe("EUR 3.83 M, 12,345.6");
    // French parts thousands with a narrow space.
    expect(said("fr_FR")).toBe("EUR 3,83 M, 12\u202f345,6");
    expect(said("nowhere_at_all")).toBe("EUR 3.83 M, 12,345.6");
    expect(() =>
      sayingWith(numberSigns("de_DE"), () => {
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect(sayNumber(0.5)).toBe("0.5");
  });

  it("names months in the spreadsheet's language, and only while it is asked to", () => {
    const said = (locale: string) =>
      sayingWith(numberSigns(locale), () => [
        sayMonths("Q4 2026, Oct-Dec 2026"),
        sayMonth(dayFromParts(2026, 5, 12) ?? 0),
        sayDayOfMonth(dayFromParts(2026, 12, 1) ?? 0),
      ]);
    const english = ["Q4 2026, Oct-Dec 2026", "May 2026", "1 Dec"];
    // Short names of the Unicode CLDR.
    expect(said("de_DE")).toEqual(["Q4 2026, Okt-Dez 2026", "Mai 2026", "1 Dez"]);
    expect(said("fr_FR")).toEqual(["Q4 2026, oct-déc 2026", "mai 2026", "1 déc"]);
    expect([said("en_GB"), said("nowhere_at_all")]).toEqual([english, english]);
    expect(sayMonth(dayFromParts(2026, 9, 1) ?? 0)).toBe("Sep 2026");
  });

  it("counts thousands of millions as billions, as the figures do", () => {
    expect([999_499_999, 999_500_000, 10_517_600_000].map((n) => sayMoney(n, ""))).toEqual([
      "999 M",
      "1 B",
      "10.5 B",
    ]);
  });

  it("shortens money to three digits", () => {
    expect(
      [999, 9_999, 12_345, 999_499, 999_500, 2_314_000, 43_103_391, 412_000_000].map((n) =>
        sayMoney(n, ""),
      ),
    ).toEqual(["999", "9,999", "12.3 k", "999 k", "1 M", "2.31 M", "43.1 M", "412 M"]);
    expect(sayMoney(-2_500_000, "EUR")).toBe("EUR -2.5 M");
  });

  it("is never off by more than a half of its last digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 900_000_000 }), (amount) => {
        const [digits = "", unit] = sayMoney(amount, "").split(" ");
        const value = Number(digits.replace(/,/g, "")) * (unit === "M" ? 1e6 : 1e3);
        expect(Math.abs(value - amount) / amount).toBeLessThanOrEqual(0.00501);
      }),
    );
  });

  it("counts what a table leaves out, and says nothing where it leaves out nothing", () => {
    expect(sayHidden(1, "more deal", "of less value")).toBe("1 more deal of less value");
    expect(sayHidden(1200, "person", "who log more", "people")).toBe("1,200 people who log more");
    expect([sayHidden(0, "more deal"), sayHidden(-3, "more deal")]).toEqual([undefined, undefined]);
  });

  it("says shares, counts and lists", () => {
    expect([0.893, 0.051, 1.5, -0.57].map(sayPercent)).toEqual(["89 %", "5.1 %", "150 %", "-57 %"]);
    expect([sayCount(1, "person", "people"), sayCount(1200, "deal")]).toEqual([
      "1 person",
      "1,200 deals",
    ]);
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(sayList)).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });

  it("cuts a text to its width with an ellipsis", () => {
    expect(shorten("abcdef", 6)).toBe("abcdef");
    expect(shorten("abcdefg", 6)).toBe("abcde…");
    expect(shorten("abcd efg", 6)).toBe("abcd…");
  });
});
