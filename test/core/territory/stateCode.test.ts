import { describe, expect, it } from "vitest";
import { stateCode } from "../../../src/core/territory/stateCode.ts";

describe("stateCode", () => {
  it.each([
    // USPS and Canada Post codes.
    ["CA", "California"],
    ["NY", "New York"],
    ["DC", "District of Columbia"],
    ["QC", "Québec"],
    ["ON", "Ontario"],
  ])("takes %s and %s for the same", (code, name) => {
    expect(stateCode(name)).toBe(code.toLowerCase());
    expect(stateCode(` ${code.toLowerCase()} `)).toBe(code.toLowerCase());
  });

  it("reads the codes of ISO 3166-2", () => {
    expect(stateCode("US-CA")).toBe("ca");
    expect(stateCode("CA-ON")).toBe("on");
  });

  it("keeps states apart whose codes look alike", () => {
    expect(new Set(["MA", "ME", "MD", "MI", "MN", "MO", "MS", "MT"].map(stateCode)).size).toBe(8);
    expect(stateCode("Washington")).toBe("wa");
    expect(stateCode("Bavaria")).toBe("bavaria");
  });
});
