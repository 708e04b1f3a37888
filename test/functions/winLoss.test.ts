import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");

type Line = [stage: string, amount: unknown, close: string, reason: string, competitor: string];
const HEADER = ["Stage", "Amount", "Close Date", "Loss Reason", "Competitor"];
const DEALS: Line[] = [
  ["Closed Won", 100, "2026-01-10", "", "Bell"],
  ["Closed Lost", 50, "2026-02-10", "No decision", ""],
  ["Closed Lost", 30, "2026-02-20", "Price", "Bell, Cray"],
  ["Proposal", 70, "2026-03-10", "", "Bell"],
  ["Closed Won", 20, "2026-03-20", "", ""],
];
const table = (name: string, ...args: unknown[]) =>
  run(name, [HEADER, ...DEALS], ...args) as unknown[][];

describe("WIN_LOSS", () => {
  it("counts decided deals in all and by competitor, no decision apart", () => {
    const rows = table("WIN_LOSS", "competitor");
    // Name, deals, won, lost, no decision, win rate; won and lost amount: counted by hand.
    expect(rows.slice(1).map((row) => [...row.slice(0, 6), row[10], row[11]])).toEqual([
      ["All deals", 4, 2, 2, 1, 0.5, 120, 80],
      ["Bell", 2, 1, 1, 0, 0.5, 100, 30],
      ["No competitor named", 2, 1, 1, 1, 0.5, 20, 50],
      ["Cray", 1, 0, 1, 0, 0, 0, 30],
    ]);
    // Two won of the three that were decided.
    expect(rows[1]?.[9]).toBe(2 / 3);
    expect(rows[2]?.at(-1)).toBe("not enough data");
  });

  it("looks at a window of close dates", () => {
    expect(table("WIN_LOSS", "", "2026-02-10", "2026-02-20")[1]?.slice(0, 4)).toEqual([
      ...["All deals", 2, 0, 2],
    ]);
    expect(table("WIN_LOSS", "", "2027-01-01")).toHaveLength(1);
  });

  it("says nothing about no decision where no loss has a reason", () => {
    const rows = run("WIN_LOSS", [["Stage"], ["Closed Won"], ["Closed Lost"]]) as unknown[][];
    expect([rows[1]?.[4], rows[1]?.[9]]).toEqual([null, null]);
  });

  it("adds no amounts of several currencies", () => {
    const rows = run("WIN_LOSS", [
      ["Stage", "Amount", "Currency"],
      ["Closed Won", 1, "EUR"],
      ["Closed Won", 1, "USD"],
    ]) as unknown[][];
    expect(rows[1]?.slice(10, 12)).toEqual([null, null]);
  });

  it("says which word, column or row is wrong", () => {
    expect(() => table("WIN_LOSS", "mood")).toThrow(/by is "mood"; expected "competitor" or/);
    expect(() => table("WIN_LOSS", "", "2026-02-20", "2026-02-10")).toThrow(
      "from is 2026-02-20, after to, 2026-02-10; expected the earlier day first",
    );
    expect(() => table("WIN_LOSS", "segment")).toThrow(/no column Segment.*"segment"/);
    expect(() => run("WIN_LOSS", [["Stage"], ["Closed Won"]], "", "2026-01-01")).toThrow(
      /no column Close Date/,
    );
    expect(() =>
      run("WIN_LOSS", [HEADER, ...DEALS, ["Closed Won", "much", "2026-01-01", "", ""]]),
    ).toThrow(/Row 7 of deals, Amount/);
  });
});

describe("amounts of 0", () => {
  it("are none, as in exports that set them when a deal is lost", () => {
    const deals = [
      ["Stage", "Amount"],
      ...[1, 2, 3, 4].map((amount) => ["Closed Won", amount]),
      ["Closed Lost", 0],
    ];
    expect((run("WIN_LOSS", deals) as unknown[][])[1]?.slice(10, 12)).toEqual([10, null]);
    expect((run("LOSS_REASONS", deals) as unknown[][])[1]?.slice(6, 8)).toEqual([null, null]);
    // Size would tell nothing but the outcome.
    expect(run("WIN_DRIVERS", deals)).toHaveLength(1);
  });
});

describe("WIN_DRIVERS", () => {
  it("tests every factor whose column is there", () => {
    const rows = table("WIN_DRIVERS");
    expect(new Set(rows.slice(1).map(([factor]) => factor))).toEqual(
      new Set(["Competitor", "Size"]),
    );
  });
});

describe("LOSS_REASONS", () => {
  it("sorts lost deals by kind and reason", () => {
    expect(
      table("LOSS_REASONS")
        .slice(1)
        .map(([kind, reason, deals, share, , , amount]) => [kind, reason, deals, share, amount]),
    ).toEqual([
      ["No decision", "All", 1, 0.5, 50],
      ["No decision", "No decision", 1, 0.5, 50],
      ["Competitive", "All", 1, 0.5, 30],
      ["Competitive", "Price", 1, 0.5, 30],
    ]);
  });
});

describe("LOSS_CATEGORY", () => {
  it("spills and leaves blanks blank", () => {
    expect(run("LOSS_CATEGORY", [["Timing"], [""], ["Built in-house"]])).toEqual([
      ["No decision"],
      [null],
      ["Internal"],
    ]);
  });

  it("goes by the words of the settings", () => {
    const rules = [
      ["Words", "Kind"],
      ["timing", "Other"],
      ["moon*", "Internal"],
    ];
    expect(run("LOSS_CATEGORY", [["Timing"], ["Moonlight"]], rules)).toEqual([
      ["Other"],
      ["Internal"],
    ]);
  });
});

describe("WIN_RATE_CHANGE", () => {
  it("takes columns of different heights and leaves open deals out", () => {
    const flags = (won: number, lost: number) => [
      ...Array.from({ length: won }, () => [true]),
      ...Array.from({ length: lost }, () => [false]),
    ];
    const [row] = run("WIN_RATE_CHANGE", flags(48, 32), [...flags(56, 14), ["Proposal"]]) as [
      number[],
    ];
    // Newcombe 1998: 56 of 70 less 48 of 80.
    expect(row.slice(0, 2)).toEqual([0.6, 0.8]);
    expect(row[3]).toBeCloseTo(0.0524, 4);
    expect(row[4]).toBeCloseTo(0.3339, 4);
  });

  it("is blank without a decided deal", () => {
    expect(run("WIN_RATE_CHANGE", [["Proposal"]], [[true]])).toBeNull();
    expect(() => run("WIN_RATE_CHANGE", [[true]], [["x"]])).toThrow('now holds the tick "x"');
  });
});
