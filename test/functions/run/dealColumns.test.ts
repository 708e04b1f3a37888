import { describe, expect, it } from "vitest";
import { runFunction } from "../../../src/functions/run/run.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");

const TABLE = [
  ["Opportunity Name", "Stage", "Amount", "Close Date", "Forecast Category"],
  ["Alpha", "Proposal", 100, "2026-05-20", "Commit"],
  ["Beta", "Negotiation", 50, "2026-08-01", "Best Case"],
  ["Gamma", "Proposal", "", "2026-05-21", "Pipeline"],
  ["", "", "", "", ""],
];
const column = (at: number) => TABLE.slice(1).map((row) => [row[at]]);

describe("a whole table of deals in place of its columns", () => {
  it("gives what its columns give", () => {
    // 100 x 60 % + 50 x 80 %
    expect(run("WEIGHTED_FORECAST", TABLE)).toBe(100);
    expect(run("WEIGHTED_FORECAST", TABLE)).toBe(run("WEIGHTED_FORECAST", column(2), column(1)));
    const chances = [
      ["Proposal", 0.5],
      ["Negotiation", 0.1],
    ];
    expect(run("WEIGHTED_FORECAST", TABLE, "", chances)).toBe(55);
    // Of the close dates only the first lies in the window.
    expect(run("WEIGHTED_FORECAST", TABLE, "", "", "", "2026-04-01", "2026-06-30")).toBe(60);
    expect(run("CATEGORY_ROLLUP", TABLE)).toEqual(run("CATEGORY_ROLLUP", column(2), column(4)));
  });

  it("takes probabilities where there are no stages", () => {
    const table = [
      ["Amount", "Probability (%)"],
      [100, 50],
      [200, 25],
    ];
    expect(run("WEIGHTED_FORECAST", table)).toBe(100);
  });

  it("is refused where something is in doubt, in a sentence", () => {
    expect(() => run("WEIGHTED_FORECAST", TABLE, column(1))).toThrow(
      "WEIGHTED_FORECAST: amounts is a table with its header row and brings stages_or_probabilities along; expected stages_or_probabilities to be left out.",
    );
    expect(() =>
      run("WEIGHTED_FORECAST", [
        ["Stage", "Owner"],
        ["Proposal", "Ada"],
      ]),
    ).toThrow('amounts is a table without a column "Amount"; expected one.');
    const currencies = [
      ["Stage", "Amount", "Currency"],
      ["Proposal", 1, "EUR"],
      ["Proposal", 1, "usd"],
    ];
    expect(() => run("WEIGHTED_FORECAST", currencies)).toThrow(
      "amounts holds amounts in EUR and USD; expected one currency.",
    );
    // No headings: two columns are what they always were.
    expect(() =>
      run(
        "WEIGHTED_FORECAST",
        [
          [1, 2],
          [3, 4],
        ],
        [[0.5], [0.5]],
      ),
    ).toThrow("amounts has 2 columns; expected a single column.");
    expect(() => run("WEIGHTED_FORECAST", [[1], [2]])).toThrow(
      "stages_or_probabilities is missing",
    );
  });
});
