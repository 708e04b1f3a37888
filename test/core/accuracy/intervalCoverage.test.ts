import { expect, it } from "vitest";
import { intervalCoverage } from "../../../src/core/accuracy/intervalCoverage.ts";

it("counts the limits and says how sure it is", () => {
  const found = intervalCoverage([
    { low: 1, high: 3, actual: 3 },
    { low: 1, high: 3, actual: 4 },
  ]);
  expect(found).toMatchObject({ share: 0.5, periods: 2 });
  expect(found!.low).toBeLessThan(0.1);
  expect(found!.high).toBeGreaterThan(0.9);
  expect(intervalCoverage([])).toBeUndefined();
});
