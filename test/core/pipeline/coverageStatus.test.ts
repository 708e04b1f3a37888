import { describe, expect, it } from "vitest";
import { coverageStatus } from "../../../src/core/pipeline/coverageStatus.ts";

describe("coverageStatus", () => {
  it.each([
    [-1, "Critical"],
    [0, "Critical"],
    [1.99, "Critical"],
    [2, "At Risk"],
    [2.21, "At Risk"],
    [2.99, "At Risk"],
    [3, "Healthy"],
    [3.99, "Healthy"],
    [4, "Strong"],
    [5, "Strong"],
    [5.01, "Check quality"],
  ])("%d is %s", (ratio, status) => {
    expect(coverageStatus(ratio)).toBe(status);
  });

  it("takes other bands", () => {
    const bands = { coverageCritical: 1, coverageAtRisk: 2, coverageHealthy: 3, coverageStrong: 4 };
    expect(coverageStatus(2.21, bands)).toBe("Healthy");
  });
});
