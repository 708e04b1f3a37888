import { expect, it } from "vitest";
import { dealRiskLevel } from "../../../src/core/deals/dealRiskLevel.ts";

it.each([
  [100, "High"],
  [65, "High"],
  [64, "Medium"],
  [40, "Medium"],
  [39, "Low"],
  [0, "Low"],
])("a risk of %d is %s", (score, level) => {
  expect(dealRiskLevel(score)).toBe(level);
});

it("takes the bands of the settings", () => {
  expect(dealRiskLevel(50, { mediumFrom: 30, highFrom: 50 })).toBe("High");
});
