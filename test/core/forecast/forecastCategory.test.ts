import { expect, it } from "vitest";
import { forecastCategory } from "../../../src/core/forecast/forecastCategory.ts";

it.each([
  [1, "Commit"],
  [0.9, "Commit"],
  [0.8999, "Best Case"],
  [0.7, "Best Case"],
  [0.6999, "Pipeline"],
  [0.5, "Pipeline"],
  [0.4999, "Omitted"],
  [0, "Omitted"],
])("a probability of %d is %s", (probability, category) => {
  expect(forecastCategory(probability)).toBe(category);
});

it("takes other limits", () => {
  expect(forecastCategory(0.4, { commit: 0.9, bestCase: 0.6, pipeline: 0.3 })).toBe("Pipeline");
});
