import { describe, expect, it } from "vitest";
import { coverageGap } from "../../../src/core/pipeline/coverageGap.ts";

describe("coverageGap", () => {
  it("is what is missing to the target", () => {
    // 3 x 8M - 12.5M.
    expect(coverageGap(12_500_000, 8_000_000, 3)).toBe(11_500_000);
    expect(coverageGap(100, 100, 3, 40)).toBe(80);
  });

  it("is never negative and unknown without a quota", () => {
    expect(coverageGap(400, 100, 3)).toBe(0);
    expect(coverageGap(10, 100, 3, 120)).toBe(0);
    expect(coverageGap(10, 0, 3)).toBeUndefined();
  });
});
