import { expect, it } from "vitest";
import { featurePlan } from "../../../src/core/probability/featurePlan.ts";
import { landmarkRows, wonWithin } from "../../../src/core/probability/landmarkRows.ts";
import { LAST, someLives } from "./someLives.ts";

it("has bins that touch, names that are frequent, and a season for windows that end", () => {
  const rows = landmarkRows(someLives(2000), LAST, 30);
  const plan = featurePlan(rows, (row) => wonWithin(row, 0) === 1, true);
  const ages = plan.filter(({ feature }) => feature === "age");
  expect(ages.length).toBeGreaterThan(3);
  ages.forEach(({ from }, at) => {
    expect(from).toBe(at === 0 ? undefined : ages[at - 1]?.to);
  });
  expect(ages[ages.length - 1]?.to).toBeUndefined();
  const stages = plan.filter(({ feature }) => feature === "stage").map(({ level }) => level);
  expect(stages.sort()).toEqual(["/discovery", "/proposal"]);
  expect(plan.some(({ feature }) => feature === "amount")).toBe(false);
  expect(plan.filter(({ feature }) => feature === "season")).toHaveLength(3);
  const ever = featurePlan(rows, (row) => wonWithin(row, 3) === 1, false);
  expect(ever.some(({ feature }) => feature === "season")).toBe(false);
});
