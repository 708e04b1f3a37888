import { describe, expect, it } from "vitest";
import {
  type CategoryTest,
  failedTests,
  type TestedDeal,
} from "../../../src/core/forecast/categoryTest.ts";

const test = (
  category: CategoryTest["category"],
  name: CategoryTest["test"],
  limit?: number,
  field?: CategoryTest["field"],
): CategoryTest => ({ category, test: name, limit, field, label: field ?? "" });

const tests: readonly CategoryTest[] = [
  test("Commit", "Field filled", undefined, "nextStep"),
  test("Commit", "Activity within days", 14),
  test("Commit", "Pushed at most", 1),
  test("Commit", "Probability at least", 0.7),
  test("Best Case", "Close date not passed"),
  test("Best Case", "Activity within days", 30),
];

const deal = (change: Partial<TestedDeal> = {}): TestedDeal => ({
  deal: { opportunityId: "D1", nextStep: "Call", closeDate: 110 },
  category: "Commit",
  asOf: 100,
  probability: 0.8,
  daysQuiet: 14,
  pushes: 1,
  has: () => true,
  ...change,
});
const failed = (change: Partial<TestedDeal>) =>
  failedTests(deal(change), tests).map((one) => [one.test.test, one.found]);

describe("the tests of a forecast category", () => {
  it("are passed at their limits", () => {
    expect(failed({})).toEqual([]);
    expect(failed({ probability: 0.7 })).toEqual([]);
    expect(failed({ deal: { opportunityId: "D1", nextStep: "Call", closeDate: 100 } })).toEqual([]);
  });

  it("say what was found beyond them, each once: a stricter limit of the own category says it", () => {
    expect(failed({ daysQuiet: 31, pushes: 2, probability: 0.5 })).toEqual([
      ["Activity within days", 31],
      ["Pushed at most", 2],
      ["Probability at least", 0.5],
    ]);
    expect(failed({ deal: { opportunityId: "D1", nextStep: " ", closeDate: 97 } })).toEqual([
      ["Field filled", undefined],
      ["Close date not passed", 3],
    ]);
  });

  it("are those of the category and of the ones below, and none of Omitted or of no category", () => {
    const best = { category: "Best Case", daysQuiet: 31, pushes: 9 };
    expect(failed(best)).toEqual([["Activity within days", 31]]);
    expect(failed({ ...best, daysQuiet: 30 })).toEqual([]);
    for (const category of ["Pipeline", "Omitted", "Closed", undefined])
      expect(failed({ ...best, category })).toEqual([]);
  });

  it("fail nobody for what the data cannot tell", () => {
    const unknown = { daysQuiet: undefined, pushes: undefined, probability: undefined };
    expect(failed({ ...unknown, deal: { opportunityId: "D1" }, has: () => false })).toEqual([]);
  });
});
