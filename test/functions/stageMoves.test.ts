import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");

const changes = [
  ["Opportunity ID", "Changed At", "From Value", "To Value"],
  ["D1", "2026-01-05", "Lead", "Qualified"],
  ["D1", "2026-01-20", "Qualified", "Proposal"],
  ["D1", "2026-02-20", "Proposal", "Discovery"],
  ["D2", "2026-01-06", "Lead", "Discovery"],
  ["D2", "2026-03-01", "Discovery", "Closed Lost"],
  ["D2", "2026-03-08", "Closed Lost", "Discovery"],
];

describe("STAGE_SKIPS", () => {
  const of = (kind: string, ...rest: unknown[]) =>
    run("STAGE_SKIPS", changes, [["D1"], ["D2"], ["D9"], ["D1"]], kind, ...rest);

  it("counts by kind: D1 left out Discovery and went back to it, D2 left out Qualified and came back from lost", () => {
    expect(of("")).toEqual([[1], [1], [null], [1]]);
    expect(of("next")).toEqual([[1], [0], [null], [1]]);
    expect(of("Regressions")).toEqual([[1], [0], [null], [1]]);
    expect(of("reopened")).toEqual([[0], [1], [null], [0]]);
  });

  it("counts up to a day", () => {
    expect(of("skips", "2026-01-19")).toEqual([[0], [1], [null], [0]]);
  });

  it("reads snapshots alike", () => {
    const snapshots = [
      ["Snapshot Date", "Opportunity ID", "Stage"],
      ["2026-01-01", "D1", "Lead"],
      ["2026-01-05", "D1", "Qualified"],
      ["2026-01-20", "D1", "Proposal"],
      ["2026-01-27", "D1", "Proposal"],
      ["2026-02-20", "D1", "Discovery"],
    ];
    expect(run("STAGE_SKIPS", snapshots, "D1")).toBe(1);
    expect(run("STAGE_SKIPS", snapshots, "D1", "regressions")).toBe(1);
    // One of three moves went to the very next stage.
    expect(run("STAGE_ADHERENCE", snapshots)).toBeCloseTo(1 / 3, 12);
  });

  it("says what it was given instead of a history, and which word it does not know", () => {
    expect(() => run("STAGE_SKIPS", [["Stage"], ["Lead"]], "D1")).toThrow(
      'the first row of history holds "Stage"',
    );
    expect(() => of("jumps")).toThrow("kind");
  });
});

describe("STAGE_ADHERENCE", () => {
  it("is the share of moves to the very next stage: one of four", () => {
    expect(run("STAGE_ADHERENCE", changes)).toBeCloseTo(1 / 4, 12);
    expect(run("STAGE_ADHERENCE", [changes[0], ["D1", "2026-01-05", "", "Lead"]])).toBeNull();
  });
});

describe("WIP_STATUS and SEGMENT", () => {
  it("answer row by row and leave blanks blank", () => {
    expect(run("WIP_STATUS", [[12], [""], [31]], [[10], [10], [40]])).toEqual([
      ["Over limit"],
      [null],
      ["Within limit"],
    ]);
    expect(run("WIP_STATUS", 25)).toBe("At limit");
    expect(run("SEGMENT", [[40], [100], [""], [5000]])).toEqual([
      ["SMB"],
      ["Mid-Market"],
      [null],
      ["Enterprise"],
    ]);
    expect(() => run("SEGMENT", "many")).toThrow();
  });
});
