import { expect, it } from "vitest";
import { withoutSpills } from "../../../src/addon/reports/arraySpills.ts";

it("takes out what a formula fills beside and below itself, and nothing else", () => {
  const scenario = "=FORECAST_SCENARIO(A1:A3, B1:B3)";
  const table = "=FORECAST_DIST(A1:A3, B1:B3)";
  expect(
    withoutSpills([
      [scenario, 50, 150, 300],
      ["", "", "", ""],
      [table, 140, "", "own"],
      ["Standard deviation", 102, "", "words"],
      ["=WEIGHTED_FORECAST(A1:A3, B1:B3)", "beside", "", 1],
    ]),
  ).toEqual([
    [scenario, "", "", ""],
    ["", "", "", ""],
    [table, "", "", "own"],
    ["", "", "", "words"],
    ["=WEIGHTED_FORECAST(A1:A3, B1:B3)", "beside", "", 1],
  ]);
});
