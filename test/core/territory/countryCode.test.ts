import { describe, expect, it } from "vitest";
import { countryCode } from "../../../src/core/territory/countryCode.ts";

describe("countryCode", () => {
  it.each([
    // ISO 3166-1 alpha-2, alpha-3, English short names and common spellings.
    ["US", ["us", "USA", "U.S.A.", "United States", "United States of America"]],
    ["GB", ["UK", "gbr", "United Kingdom", "Great Britain"]],
    ["DE", ["DEU", "Germany", "Deutschland"]],
    ["ES", ["España", "Spain"]],
    ["TR", ["Türkiye", "Turkey"]],
  ])("knows %s by its spellings", (code, spellings) => {
    expect(new Set([code, ...spellings].map(countryCode))).toEqual(new Set([code.toLowerCase()]));
  });

  it("does not let a code of one country stand for another", () => {
    // Pairs of ISO codes that are easily mixed up.
    for (const [one, other] of [
      ["AT", "AU"],
      ["CH", "CN"],
      ["SE", "CH"],
      ["IE", "IS"],
      ["CA", "US"],
    ])
      expect(countryCode(one!)).not.toBe(countryCode(other!));
  });

  it("leaves an unknown country as it is, without case and spaces", () => {
    expect(countryCode(" Isle of Man ")).toBe(countryCode("isle OF man"));
    expect(countryCode("Atlantis")).not.toBe(countryCode("Utopia"));
  });
});
