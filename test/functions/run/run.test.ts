import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runFunction } from "../../../src/functions/run/run.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");
const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe("columns", () => {
  it("end at the last filled row", () => {
    expect(run("COVERAGE", column(60, 40, "", "", ""), 50)).toBe(2);
    expect(run("QUOTA_ATTAINMENT", column(5, 10, "", ""), column(10, 10, "", ""))).toEqual(
      column(0.5, 1),
    );
    expect(run("QUOTA_ATTAINMENT", column(5, 10, "", ""), column(10, 10))).toEqual(column(0.5, 1));
  });

  it("repeat single values and keep blank rows blank", () => {
    expect(run("QUOTA_ATTAINMENT", column(5, "", 10), 10)).toEqual(column(0.5, null, 1));
    expect(run("QUOTA_ATTAINMENT", column(5, 10), column("", 0))).toEqual(column(null, null));
  });

  it("are refused at different heights", () => {
    const message =
      "QUOTA_ATTAINMENT: quota has 2 cells but actual has 3; expected the same height.";
    expect(() => run("QUOTA_ATTAINMENT", column(1, 2, 3), column(1, 2))).toThrow(message);
    expect(() => run("MAPE", column(1, 2), column(1, 2, 3))).toThrow(
      "forecast has 2 cells but actual has 3",
    );
  });

  it("need not be equally high where they are only added up", () => {
    expect(run("COVERAGE", column(60, 40), column(20, 20, 10))).toBe(2);
  });

  it("may run across", () => {
    expect(run("MAPE", [[90, 220]], [[100, 200]])).toBeCloseTo(0.1, 12);
    expect(run("QUOTA_ATTAINMENT", [[5, 10]], [[10, 10]])).toEqual([[0.5, 1]]);
    expect(() => run("MAPE", [[90, 220]], column(100, 200))).toThrow("different directions");
  });

  it("are refused as blocks", () => {
    expect(() =>
      run(
        "COVERAGE",
        [
          [1, 2],
          [3, 4],
        ],
        5,
      ),
    ).toThrow("COVERAGE: pipeline has 2 columns; expected a single column.");
  });

  it("name the row that cannot be read when the result would be wrong without it", () => {
    expect(() => run("COVERAGE", column(100, "n.n.", 50), 50)).toThrow(
      'COVERAGE: row 2 of pipeline holds "n.n."; expected a number.',
    );
  });

  it("never pass over a failed lookup, which an import would take for blank", () => {
    expect(() => run("WEIGHTED_FORECAST", column(100, "#N/A"), column(0.5, 0.5))).toThrow(
      'WEIGHTED_FORECAST: row 2 of amounts holds "#N/A"; expected a number.',
    );
    expect(run("QUOTA_ATTAINMENT", column(5, "#N/A"), column(10, 10))).toEqual(column(0.5, null));
  });

  it("leave one unreadable row blank and compute the others", () => {
    expect(run("QUOTA_ATTAINMENT", column("Amount", 5, 10), column(10, 10, 10))).toEqual(
      column(null, 0.5, 1),
    );
    expect(() => run("QUOTA_ATTAINMENT", column("a", "b"), column(10, 10))).toThrow(
      'row 1 of actual holds "a"',
    );
    expect(() => run("QUOTA_ATTAINMENT", column(1, 2), "ten")).toThrow('quota holds "ten"');
  });

  it("take numbers written as text where they have one meaning", () => {
    expect(run("COVERAGE", column("$45,000", "1,500.50 US$"), 1)).toBe(46500.5);
    expect(() => run("COVERAGE", column("$45,000", "1,500.50 €"), 1)).toThrow(
      'COVERAGE: pipeline holds "$45,000" in row 1 and "1,500.50 €" in row 2; expected amounts in one currency.',
    );
    expect(() => run("COVERAGE", column("1.234"), 1)).toThrow("can be read in two ways");
  });
});

describe("shares", () => {
  const category = (...cells: unknown[]) => run("FORECAST_CATEGORY", column(...cells));

  it("tell 60%, 0.6 and 60 apart by the column", () => {
    expect(run("FORECAST_CATEGORY", "60%")).toBe("Pipeline");
    expect(run("FORECAST_CATEGORY", 0.6)).toBe("Pipeline");
    expect(run("FORECAST_CATEGORY", 60)).toBe("Pipeline");
    expect(category(0.6, 1, 0)).toEqual(column("Pipeline", "Commit", "Omitted"));
    expect(category(60, 100, 0)).toEqual(column("Pipeline", "Commit", "Omitted"));
    expect(category("60%", 0.95)).toEqual(column("Pipeline", "Commit"));
  });

  it("are refused when a column mixes both", () => {
    expect(() => category(60, 0.5)).toThrow(
      "FORECAST_CATEGORY: probability mixes percents with 0.5 in row 2, which could be a percent or a fraction; expected all as percents or all as fractions.",
    );
    expect(() => run("WEIGHTED_FORECAST", column(1, 2), column(60, 0.5))).toThrow(
      "mixes percents with 0.5",
    );
  });

  it("are refused beyond 0 to 100 %", () => {
    expect(() => run("FORECAST_CATEGORY", 250)).toThrow("probability holds");
    expect(() => run("FORECAST_CATEGORY", -0.1)).toThrow("probability holds");
    expect(() => run("QUOTA_STATUS", 87)).toThrow("expected a fraction such as 0.87 for 87%");
  });
});

describe("dates", () => {
  const period = (...cells: unknown[]) => run("PERIOD", column(...cells), "month");

  it("mean the day that the cell shows in the spreadsheet's zone", () => {
    // Midnight of 1 July 2026 in Auckland is noon of 30 June in UTC.
    const date = new Date(Date.UTC(2026, 5, 30, 12));
    expect(runFunction("PERIOD", [date, "month"], () => "Pacific/Auckland")).toBe("2026-07");
    expect(runFunction("PERIOD", [date, "month"], () => "UTC")).toBe("2026-06");
  });

  it("ask for the zone only when there is a date", () => {
    const noZone = () => {
      throw new Error("asked");
    };
    expect(runFunction("COVERAGE", [2, 1], noZone)).toBe(2);
    expect(runFunction("PERIOD", ["2026-05-20"], noZone)).toBe("2026-Q2");
    expect(() => runFunction("PERIOD", [new Date(0)], noZone)).toThrow("asked");
  });
  it("ask for the zone once, however many dates there are", () => {
    let asked = 0;
    const dates = column(new Date(Date.UTC(2026, 0, 5)), new Date(Date.UTC(2026, 0, 6)));
    runFunction("DEAL_AGE", [dates, "2026-02-01"], () => {
      asked += 1;
      return "UTC";
    });
    expect(asked).toBe(1);
  });

  it("are read from text where the order of day and month shows", () => {
    expect(period("3/4/2026", "3/31/2026")).toEqual(column("2026-03", "2026-03"));
    expect(period("3/4/2026", "31/3/2026")).toEqual(column("2026-04", "2026-03"));
    expect(() => period("3/4/2026")).toThrow(
      'PERIOD: date holds "3/4/2026", which can be read in two ways',
    );
  });

  it("leave blank what depends on an as-of day that is not given", () => {
    expect(run("QUOTA_PACE", 1, 2, "2026-01-01", "2026-03-31")).toBeNull();
    expect(run("DAYS_IN_STAGE", "2026-01-01")).toBeNull();
    expect(run("DEAL_AGE", column("2026-01-01", "2026-01-02"), column("", "2026-01-05"))).toEqual(
      column(null, 3),
    );
  });

  it("refuse a period that ends before it starts", () => {
    expect(() => run("QUOTA_PACE", 1, 2, "2026-03-31", "2026-01-01", "2026-02-01")).toThrow(
      "start is 2026-03-31, after end, 2026-01-01",
    );
  });
});

describe("stages and windows", () => {
  it("refuses a stage that the table does not know, by row", () => {
    expect(() => run("WEIGHTED_FORECAST", column(1, 2), column("Lead", "Verbal"))).toThrow(
      'row 2 of stages_or_probabilities holds "Verbal"; expected a stage that prob_table knows: Lead,',
    );
  });

  it("counts only deals that close in the window", () => {
    const amounts = column(100, 200, 400);
    const dates = column("2026-01-15", "2026-02-15", "");
    expect(run("WEIGHTED_FORECAST", amounts, 0.5, "", dates, "2026-02-01", "2026-02-28")).toBe(100);
    expect(run("WEIGHTED_FORECAST", amounts, 0.5)).toBe(350);
    expect(() => run("WEIGHTED_FORECAST", amounts, 0.5, "", "", "2026-02-01")).toThrow(
      "need close_dates",
    );
  });

  it("takes won flags, stages and words for the win rate", () => {
    expect(run("WIN_RATE", column(true, false, false, false))).toBe(0.25);
    expect(run("WIN_RATE", column("Closed Won", "Closed Lost", "Proposal"))).toBe(0.5);
    expect(run("WIN_RATE", column("Closed Won", "Closed Lost", "Proposal", "Lead"), "all")).toBe(
      0.25,
    );
    expect(run("WIN_RATE", column("Proposal"))).toBeNull();
    expect(run("WIN_RATE", column("", "Closed Won", "", "Closed Lost", ""))).toBe(0.5);
    expect(() => run("WIN_RATE", column("", "Closed Won", "7"))).toThrow("row 3 of outcomes");
    expect(() => run("WIN_RATE", column("x", "", "x"))).toThrow(
      'WIN_RATE: row 1 of outcomes holds the tick "x", beside which a blank may mean lost or open; expected stages, or TRUE for won and FALSE for lost.',
    );
    expect(() => run("BRIER", [[0.5], [0.2]], [[1], [2]])).toThrow(
      "BRIER: row 2 of outcomes holds 2; expected stages, or TRUE or 1 for won and FALSE or 0 for lost.",
    );
    // A warehouse's stage id, which no setting knows: open, so nothing is decided.
    expect(run("BRIER", [[0.5]], [["1048573"]])).toBeNull();
    expect(() => run("WIN_RATE", column(true), "some")).toThrow(
      'mode is "some"; expected "closed" or "all"',
    );
  });
});

describe("invariants", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 20 });

  it("rows give the same one by one as together", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const together = run("QUOTA_ATTAINMENT", column(...values), 1000);
        expect(together).toEqual(
          column(...values.map((value) => run("QUOTA_ATTAINMENT", value, 1000))),
        );
      }),
    );
  });

  it("aggregates do not depend on the order of rows or on the unit of money", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom("MAPE", "WMAPE", "FORECAST_BIAS"), (values, name) => {
        const actual = values.map((value, index) => value + ((index * 37) % 11) + 1);
        const value = run(name, column(...values), column(...actual)) as number;
        const reversed = run(
          name,
          column(...[...values].reverse()),
          column(...[...actual].reverse()),
        );
        const cents = (all: number[]) => column(...all.map((amount) => amount * 100));
        expect(reversed).toBeCloseTo(value, 12);
        expect(run(name, cents(values), cents(actual))).toBeCloseTo(value, 12);
      }),
    );
  });
});
