import { describe, expect, it } from "vitest";
import { dealCategory } from "../../../src/core/deals/dealCategory.ts";
import { stages } from "../../reports/company.ts";

const limits = { commitFrom: 0.9, bestCaseFrom: 0.7, pipelineFrom: 0.5 };
const proposal = stages.find(({ stage }) => stage === "Proposal");

describe("dealCategory", () => {
  it("reads the CRM's labels and codes first", () => {
    const read = (value: string) => dealCategory(value, proposal, 0.1, limits);
    expect(["Commit", "Forecast", "COMMIT"].map(read)).toEqual(["Commit", "Commit", "Commit"]);
    expect(["Best Case", "BestCase", "BEST_CASE", "MostLikely"].map(read)).toEqual(
      new Array(4).fill("Best Case"),
    );
    expect(["OMIT", "Omitted", "Not forecasted"].map(read)).toEqual(new Array(3).fill("Omitted"));
    expect(read("Pipeline")).toBe("Pipeline");
  });

  it("falls back on the stage, then on the probability", () => {
    expect(dealCategory("Closed", proposal, 0.95, limits)).toBe("Best Case");
    expect(dealCategory("constructor", proposal, 0.95, limits)).toBe("Best Case");
    const byProbability = (p: number) => dealCategory(undefined, undefined, p, limits);
    expect([0.9, 0.7, 0.5, 0.49].map(byProbability)).toEqual([
      "Commit",
      "Best Case",
      "Pipeline",
      "Omitted",
    ]);
  });

  it("is unknown when nothing tells", () =>
    expect(dealCategory(undefined, undefined, undefined, limits)).toBeUndefined());
});
