import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";
import { csv } from "../reports/dataSets.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");

const history = [
  ["Opportunity ID", "Changed At", "From Value", "To Value"],
  ["D1", "2026-01-01", "", "Lead"],
  ["D1", "2026-01-11", "Lead", "Proposal"],
  ["D1", "2026-02-10", "Proposal", "Closed Won"],
  ["D2", "2026-01-01", "", "Lead"],
  ["D2", "2026-01-21", "Lead", "Closed Lost"],
  ["D3", "2026-01-15", "", "Lead"],
  ["D4", "2026-01-05", "", "Lead"],
  ["D4", "2026-02-04", "Lead", "Proposal"],
];

describe("STAGE_CONVERSION", () => {
  it("follows each deal from its first day in a stage", () => {
    // Lead: 10 days on, 20 lost, D3 open since 26 days, 30 on: 1/4 + 3/4 x 2/3 x 1 = 3/4 of all decided in the end.
    const [header, lead, proposal] = run("STAGE_CONVERSION", history) as unknown[][];
    expect(header?.slice(0, 6)).toEqual([
      "Stage",
      "Entered",
      "Went on",
      "Lost",
      "Open",
      "Conversion",
    ]);
    expect(lead?.slice(0, 5)).toEqual(["Lead", 4, 2, 1, 1]);
    expect(lead?.[5]).toBeCloseTo(0.75, 12);
    expect(proposal?.slice(0, 6)).toEqual(["Proposal", 2, 1, 0, 1, 1]);
  });

  it("looks back from another day", () => {
    const [, lead] = run("STAGE_CONVERSION", history, "2026-01-12") as unknown[][];
    expect(lead?.slice(0, 6)).toEqual(["Lead", 3, 1, 0, 2, 1]);
  });

  it("tells of present stages what the peer's funnel prints: 70.6, 75.0, 55.6 and 40.0 %", () => {
    const stages = [
      ["Stage", "Order", "Status"],
      ["Discovery", 1, "open"],
      ["Qualification", 2, "open"],
      ["Proposal", 3, "open"],
      ["Negotiation", 4, "open"],
      ["Closed Won", 5, "won"],
    ];
    // The sample's 17 deals.
    const counts: [string, number][] = [
      ["Discovery", 5],
      ["Qualification", 3],
      ["Proposal", 4],
      ["Negotiation", 3],
      ["Closed Won", 2],
    ];
    const column = counts.flatMap(([stage, times]) => Array.from({ length: times }, () => [stage]));
    const rows = run("STAGE_CONVERSION", [["Stage"], ...column], "", "", "", stages) as unknown[][];
    expect(rows.slice(1).map(([, , reached]) => reached)).toEqual([17, 12, 9, 5, 2]);
    expect(rows.slice(1, 5).map(([, , , share]) => Math.round(Number(share) * 1000))).toEqual([
      706, 750, 556, 400,
    ]);
    expect(rows[5]?.[3]).toBeNull();
  });

  it("pools groups, and refuses what it cannot take", () => {
    const owned = [
      ["Snapshot Date", "Opportunity ID", "Owner", "Stage"],
      ["2026-01-05", "X", "Ana", "Lead"],
      ["2026-01-12", "A", "Ana", "Lead"],
      ["2026-01-12", "B", "Bo", "Lead"],
      ["2026-01-19", "A", "Ana", "Proposal"],
      ["2026-01-19", "B", "Bo", "Closed Lost"],
    ];
    const rows = run("STAGE_CONVERSION", owned, "", "Owner") as unknown[][];
    // X was there on the day of the first snapshot: nobody knows since when.
    expect(rows.slice(1).map((row) => row.slice(0, 7))).toEqual([
      ["Lead", "Ana", 1, 1, 0, 0, 1],
      ["Lead", "Bo", 1, 0, 1, 0, 0],
      ["Proposal", "Ana", 1, 0, 0, 1, null],
    ]);
    expect(() => run("STAGE_CONVERSION", [["Lead"], ["Limbo"]])).toThrow(
      'row 2 of history is "Limbo"',
    );
    expect(() => run("STAGE_CONVERSION", [["Lead"]], "", "owner")).toThrow(
      'by is "owner" and history holds stages alone',
    );
    expect(() => run("STAGE_CONVERSION", history, "", "moon")).toThrow('by is "moon"');
  });
});

describe("TIME_IN_STAGE", () => {
  it("counts open stays for as long as they have lasted", () => {
    const [, lead, proposal] = run("TIME_IN_STAGE", history) as unknown[][];
    // Ended after 10, 20 and 30 days, one open since 26: survival 3/4, 1/2, 0. Mean 10 + 7.5 + 5 days.
    expect(lead?.slice(0, 6)).toEqual(["Lead", 4, 1, 20, 30, 22.5]);
    expect(lead?.slice(6)).toEqual([20, 45, 45, "2 x mean"]);
    expect(proposal?.slice(0, 4)).toEqual(["Proposal", 2, 1, 30]);
    expect(() => run("TIME_IN_STAGE", [["Lead"]])).toThrow(
      'the first row of history holds "Lead"; expected the headings of Snapshots or Opportunity History',
    );
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("sales_wave", () => {
  it("decides every visit once", () => {
    const lines = csv("sales_wave/OpportunityHistory.csv");
    const names = Object.keys(lines[0] ?? {});
    const cells = [names, ...lines.map((line) => names.map((name) => line[name] ?? ""))];
    const flows = run("STAGE_CONVERSION", cells) as unknown[][];
    expect(flows.length).toBeGreaterThan(4);
    for (const [, entered, on, lost, open, rate] of flows.slice(1)) {
      expect(Number(on) + Number(lost) + Number(open)).toBe(entered);
      expect(Number(rate) >= 0 && Number(rate) <= 1 + 1e-9).toBe(true);
    }
  });
});
