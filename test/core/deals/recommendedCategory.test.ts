import { expect, it } from "vitest";
import { recommendedCategory } from "../../../src/core/deals/recommendedCategory.ts";

const limits = { commit: 0.9, bestCase: 0.6, pipeline: 0.3 };
const bands = { mediumFrom: 40, highFrom: 65 };

// Pipeline tool: commit from 90 % when healthy, best case from 60 % when healthy or at risk, pipeline from 30 %, else omitted.
it.each([
  [0.95, 20, "Commit"],
  [0.9, 39, "Commit"],
  [0.95, 40, "Best Case"],
  [0.95, 65, "Pipeline"],
  [0.95, undefined, "Commit"],
  [0.6, 64, "Best Case"],
  [0.6, 65, "Pipeline"],
  [0.3, 90, "Pipeline"],
  [0.29, 20, "Omitted"],
  [0.29, 90, "Omitted"],
])("%d at risk %s is %s", (probability, score, category) => {
  expect(recommendedCategory(probability, score, limits, bands)).toBe(category);
});
