import { describe, expect, it } from "vitest";
import { categoryTests, readCategoryTests } from "../../src/settings/categoryTests.ts";

const HEADER = ["Category", "Test", "Limit", "Field"];

describe("the Category tests settings", () => {
  it("stand at our own choice without a sheet, test nothing with a heading alone, and come back as written", () => {
    const { defaults } = categoryTests;
    expect(readCategoryTests(undefined)).toEqual({ value: defaults, issues: [] });
    expect(readCategoryTests([HEADER]).value).toEqual([]);
    const cells = categoryTests.toCells(defaults);
    expect(readCategoryTests(cells).value).toEqual(defaults);
    expect(
      defaults.every(({ test, field }) => (test === "Field filled") === (field !== undefined)),
    ).toBe(true);
  });

  it("name the field by a heading of the deals", () => {
    const { value } = readCategoryTests([HEADER, ["commit", "field filled", "", "Economic buyer"]]);
    expect(value).toMatchObject([
      { category: "Commit", test: "Field filled", field: "economicBuyer" },
    ]);
  });

  it("leave out a row that is no test, and say which cell is wrong", () => {
    const { value, issues } = readCategoryTests([
      HEADER,
      ["Commit", "Field filled", "", "Shoe size"],
      ["Commit", "Pushed at most", "", ""],
      ["Perhaps", "Pushed at most", 1, ""],
      ["Best Case", "Activity within days", 21, ""],
    ]);
    expect(value).toMatchObject([{ category: "Best Case", limit: 21 }]);
    expect(issues.map(({ row, column }) => [row, column])).toEqual(
      expect.arrayContaining([
        [2, "Field"],
        [3, "Limit"],
        [4, "Category"],
      ]),
    );
    expect(issues).toHaveLength(3);
  });
});
