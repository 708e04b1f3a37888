import { expect, it } from "vitest";
import { HAZARD_AGES, hazardBin, hazardCell } from "../../../src/core/probability/hazard.ts";

it("finds the bin of every age, the last one without end", () => {
  for (let age = 0; age < 1000; age++) {
    const bin = hazardBin(age);
    expect(HAZARD_AGES[bin]).toBeLessThanOrEqual(age);
    expect(HAZARD_AGES[bin + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(age);
  }
  expect(hazardCell(hazardBin(5), 2)).toBe(5);
});
