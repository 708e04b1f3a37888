import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");

const LEADS = [
  ["Lead ID", "E-mail", "Company"],
  ["1", "a@acme.com", "Acme"],
  ["2", "", "Bell"],
  ["", "", ""],
  ["3", " ", ""],
];

describe("FIELD_COMPLETION", () => {
  it("counts every column, or those that are named in any spelling", () => {
    // Three rows: 3 + 2 + 1 of 9 values; of e-mail and company 3 of 6.
    expect(run("FIELD_COMPLETION", LEADS)).toEqual([[6 / 9]]);
    expect(run("FIELD_COMPLETION", LEADS, [["e-mail"], ["COMPANY"]])).toEqual([[3 / 6]]);
  });

  it("names a heading that the table lacks", () => {
    expect(() => run("FIELD_COMPLETION", LEADS, "Phone")).toThrow(
      /required_headings holds "Phone".*Lead ID, E-mail, Company/,
    );
  });

  it("says nothing about no record", () => {
    expect(run("FIELD_COMPLETION", [LEADS[0], ["", "", ""]])).toEqual([[null]]);
  });
});

describe("DATA_QUALITY", () => {
  it("leaves out what is blank, and its parts add up", () => {
    // (3 x 0.9 + 1 x 0.7) / 4 by hand.
    const scores = [[0.9], [""], [0.7]];
    const weights = [[3], [5], [1]];
    expect(run("DATA_QUALITY", scores, weights)).toBeCloseTo(0.85, 12);
    const parts = run("DATA_QUALITY_EXPLAIN", scores, weights) as (number | null)[][];
    expect(parts[1]).toEqual([null, null, null]);
    expect(parts.reduce((sum, [, , points]) => sum + (points ?? 0), 0)).toBeCloseTo(0.85, 12);
    expect(run("DATA_QUALITY", [[""]])).toBeNull();
  });

  it("refuses a weight below 0", () => {
    expect(() => run("DATA_QUALITY", [[0.9], [0.8]], [[1], [-1]])).toThrow(
      /row 2 of weights holds -1/,
    );
  });
});

describe("IS_STALE", () => {
  it("is blank where a day is missing", () => {
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const days = [[day("2026-01-01")], [""], [day("2026-07-01")]];
    expect(run("IS_STALE", days, 180, day("2026-07-15"))).toEqual([[true], [null], [false]]);
    expect(run("IS_STALE", days)).toEqual([[null], [null], [null]]);
    expect(() => run("IS_STALE", day("2026-01-01"), -3, day("2026-07-15"))).toThrow(
      "IS_STALE: days holds -3; expected a number from 0 on.",
    );
  });
});
