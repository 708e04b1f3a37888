import { describe, expect, it } from "vitest";
import { phoneKey } from "../../../src/core/duplicates/phoneKey.ts";

describe("phoneKey", () => {
  it("is the same for all ways of writing a number", () => {
    const ways = ["+1 (555) 010-4477", "555.010.4477", "1-555-010-4477", "5550104477 ext. 12"];
    expect(new Set(ways.map(phoneKey))).toEqual(new Set(["5550104477"]));
    expect(phoneKey("030 1234 567")).toBe(phoneKey("301234567"));
  });

  it("is blank for what is no number", () => {
    for (const text of [undefined, "", "n/a", "12345", "0000000000", "1234567890"])
      expect(phoneKey(text)).toBe("");
  });
});
