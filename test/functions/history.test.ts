import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";
import { csv } from "../reports/dataSets.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");

const snapshots = [
  ["Snapshot Date", "Opportunity ID", "Owner", "Stage", "Amount", "Currency", "Rate", "Close Date"],
  ["2026-01-05", "D1", "Ana", "Discovery", 100, "USD", 1, "2026-03-31"],
  ["2026-01-05", "D2", "Bo", "Proposal", 200, "EUR", 1.5, "2026-03-31"],
  ["2026-02-02", "D1", "Ana", "Proposal", 150, "USD", 1, "2026-04-30"],
  ["2026-02-02", "D2", "Bo", "Closed Won", 200, "EUR", 1.6, "2026-02-01"],
  ["2026-02-02", "D3", "Bo", "Discovery", 70, "USD", 1, "2026-03-15"],
  ["", "", "", "", "", "", "", ""],
];

describe("PIPELINE_ON", () => {
  it("adds what was open, at the rates of then", () => {
    // 100 + 200 x 1.5; after D2 is won 150 + 70.
    expect(run("PIPELINE_ON", snapshots, "2026-01-20")).toBe(400);
    expect(
      run("PIPELINE_ON", snapshots, [["2026-01-04"], ["2026-01-20"], [""], ["2026-02-02"]]),
    ).toEqual([[null], [400], [null], [220]]);
  });

  it("keeps to owners, stages, categories and close dates of the day", () => {
    const on = "2026-02-02";
    expect(run("PIPELINE_ON", snapshots, on, " ana")).toBe(150);
    expect(run("PIPELINE_ON", snapshots, on, [["Ana"], ["Bo"]])).toBe(220);
    expect(run("PIPELINE_ON", snapshots, on, "", "discovery")).toBe(70);
    expect(
      run("PIPELINE_ON", snapshots, "2026-01-20", "", "", "", "2026-01-01", "2026-03-31"),
    ).toBe(400);
    expect(run("PIPELINE_ON", snapshots, on, "", "", "", "2026-01-01", "2026-03-31")).toBe(70);
    expect(run("PIPELINE_ON", snapshots, on, "", "", "", "", "2026-03-31")).toBe(70);
  });

  it("knows in which pipeline a deal was, the first that is told for the days before", () => {
    const moved = [
      ["Snapshot Date", "Opportunity ID", "Stage", "Amount", "Pipeline"],
      ["2026-01-05", "D1", "Proposal", 100, ""],
      ["2026-01-05", "D2", "Proposal", 30, "Renewal"],
      ["2026-02-02", "D1", "Proposal", 100, "New business"],
      ["2026-03-02", "D1", "Proposal", 100, "Renewal"],
    ];
    const days = [["2026-01-20"], ["2026-02-20"], ["2026-03-20"]];
    const more = ["", "", "", "", "", "", "", ""];
    expect(run("PIPELINE_ON", moved, days, ...more, "renewal")).toEqual([[30], [30], [130]]);
    expect(run("PIPELINE_ON", moved, days, ...more, "New business")).toEqual([[100], [100], [0]]);
    expect(run("DEAL_ON", moved, "D1", "2026-02-20", "Pipeline")).toBe("New business");
    expect(run("DEAL_ON", moved, "D1", "2026-03-20", "Pipeline")).toBe("Renewal");
  });

  it("never adds two currencies without a rate", () => {
    const bare = snapshots.map((row) => row.filter((_, column) => column !== 6));
    expect(() => run("PIPELINE_ON", bare, "2026-01-20")).toThrow(
      "deal D2 is in EUR and others in USD; expected one currency, or Snapshots with the Rate of their day",
    );
  });

  it("takes the first rate that was entered for snapshots that are older", () => {
    const late = snapshots.map((row) =>
      row.map((cell, at) => (at === 6 && row[0] === "2026-01-05" ? "" : cell)),
    );
    const open = [...late, ["2026-02-02", "D4", "Bo", "Discovery", 10, "EUR", 1.6, "2026-03-15"]];
    // 100 + 200 x 1.6, the rate of 2 February.
    expect(run("PIPELINE_ON", open, "2026-01-20")).toBe(420);
  });

  it("says which row it cannot take", () => {
    expect(() =>
      run("PIPELINE_ON", [...snapshots, ["2026-02-02", "", "", "", 1]], "2026-02-02"),
    ).toThrow("row 8 of history has no Opportunity ID");
    expect(() =>
      run("PIPELINE_ON", [...snapshots, ["2026-02-02", "D1", "", "", "lots"]], "2026-02-02"),
    ).toThrow('Row 8 of history, Amount: "lots"');
    expect(() => run("PIPELINE_ON", [["Name"], ["x"]], "2026-02-02")).toThrow("history");
  });
});

describe("DEAL_ON", () => {
  it("tells a fact of each deal, blank where nothing tells", () => {
    const ask = (id: unknown, day: string, field: string) =>
      run("DEAL_ON", snapshots, id, day, field);
    expect(ask("D1", "2026-02-01", "amount")).toBe(100);
    expect(ask([["D1"], ["D9"], ["D3"]], "2026-02-01", "Stage")).toEqual([
      ["Discovery"],
      [null],
      [null],
    ]);
    // 2026-04-30 is 46142 days after 1899-12-30.
    expect(ask("D1", "2026-02-02", "Close Date")).toBe(46142);
    expect(ask("D2", "2026-02-02", "Status")).toBe("Won");
    expect(() => ask("D1", "2026-02-02", "Colour")).toThrow(
      'field is "Colour"; expected "Stage" or',
    );
  });

  it("takes an imported history and what the deals say beside it", () => {
    const history = [
      ["Opportunity ID", "Changed At", "Field", "From Value", "To Value"],
      ["D1", "2026-02-02", "Amount", "80", "100"],
    ];
    const deals = [
      ["Opportunity ID", "Stage", "Amount", "Owner", "Created Date"],
      ["D1", "Proposal", 100, "Ana", "2026-01-01"],
    ];
    const ask = (field: string, ...more: unknown[]) =>
      run("DEAL_ON", history, "D1", "2026-01-15", field, ...more);
    expect(ask("Amount", deals)).toBe(80);
    expect(ask("Owner", deals)).toBe("Ana");
    expect(ask("Owner")).toBeNull();
  });
});

describe("PUSH_COUNT", () => {
  it("counts moves to a later day, of a column or by deal", () => {
    expect(run("PUSH_COUNT", [["2026-01-31"], [""], ["2026-01-31"], ["2026-02-01"]])).toBe(1);
    expect(run("PUSH_COUNT", snapshots, [["D1"], ["D2"], ["D9"]])).toEqual([[1], [0], [null]]);
    expect(run("PUSH_COUNT", snapshots, "D1", "2026-02-01")).toBe(0);
    expect(() => run("PUSH_COUNT", snapshots)).toThrow("ids is missing");
    expect(() => run("PUSH_COUNT", [["x"], ["y"]])).toThrow('holds "x"; expected a date');
  });
});

describe("PIPELINE_MOVEMENT of a team", () => {
  it("takes a deal that changed teams for one that came or left", () => {
    const history = [
      ["Snapshot Date", "Opportunity ID", "Owner", "Team", "Stage", "Amount", "Close Date"],
      ["2026-01-05", "D1", "Ana", "East", "Proposal", 100, "2026-03-31"],
      ["2026-01-05", "D2", "Bo", "West", "Proposal", 40, "2026-03-31"],
      ["2026-02-02", "D1", "Ana", "West", "Proposal", 100, "2026-03-31"],
    ];
    const none = Array.from({ length: 9 }, () => "");
    const args = [history, "2026-01-05", "2026-02-02", ...none, " west"];
    const rows = run("PIPELINE_MOVEMENT", ...args) as [string, number][];
    expect(Object.fromEntries(rows)).toMatchObject({
      "Start 2026-01-05": 40,
      "Owner in": 100,
      "End 2026-02-02": 140,
      Check: 0,
    });
  });
});

describe("PIPELINE_MOVEMENT of a pipeline", () => {
  const history = [
    ["Snapshot Date", "Opportunity ID", "Pipeline", "Stage", "Amount", "Close Date"],
    ["2026-01-05", "D1", "New", "Proposal", 100, "2026-03-31"],
    ["2026-01-05", "D2", "Renewals", "Proposal", 40, "2026-03-31"],
    // D1 went to the other pipeline and grew, D3 came without any.
    ["2026-02-02", "D1", "Renewals", "Proposal", 120, "2026-03-31"],
    ["2026-02-02", "D3", "", "Proposal", 7, "2026-03-31"],
  ];
  const none = Array.from({ length: 10 }, () => "");
  const movement = (...pipelines: unknown[]) => {
    const args = [history, "2026-01-05", "2026-02-02", ...none, ...pipelines];
    return Object.fromEntries(run("PIPELINE_MOVEMENT", ...args) as [string, number][]);
  };

  it("takes a deal that jumped pipelines for one that came or left, and balances each", () => {
    expect(movement("new")).toMatchObject({
      ...{ "Start 2026-01-05": 100, "Owner out": -100, "End 2026-02-02": 0, Check: 0 },
    });
    expect(movement("Renewals")).toMatchObject({
      ...{ "Start 2026-01-05": 40, "Owner in": 120, "End 2026-02-02": 160, Check: 0 },
    });
  });

  it("of both together, or of all, counts no jump", () => {
    expect(movement([["New"], ["Renewals"]])).toMatchObject({
      ...{ "Start 2026-01-05": 140, "Owner in": 0, "Amount up": 20, "End 2026-02-02": 160 },
    });
    expect(movement()).toMatchObject({ "Start 2026-01-05": 140, New: 7, "End 2026-02-02": 167 });
  });
});

describe("several currencies", () => {
  // Most rows are in pounds, all rates are into euros; D3 was created before the import that first held it.
  const history = [
    ["Snapshot Date", "Opportunity ID", "Stage", "Amount", "Currency", "Rate", "Close Date"],
    ["2026-01-05", "D1", "Discovery", 100, "GBP", 1.2, "2026-03-31"],
    ["2026-01-05", "D2", "Discovery", 10, "EUR", 1, "2026-03-31"],
    ["2026-02-02", "D1", "Discovery", 100, "GBP", 1.1, "2026-03-31"],
    ["2026-02-02", "D3", "Discovery", 50, "GBP", 1.1, "2026-03-31"],
  ];
  const deals = [
    ["Opportunity ID", "Stage", "Amount", "Currency", "Close Date", "Created Date"],
    ["D3", "Discovery", 50, "GBP", "2026-03-31", "2026-01-20"],
  ];

  it("counts a deal between its creation and its first import at the rate that others kept", () => {
    const on = (day: string) =>
      run("PIPELINE_ON", history, day, "", "", "", "", "", [...deals, ["D1"], ["D2"]]);
    expect(on("2026-01-19")).toBeCloseTo(100 * 1.2 + 10, 9);
    expect(on("2026-01-20")).toBeCloseTo(150 * 1.2 + 10, 9);
    expect(on("2026-02-02")).toBeCloseTo(150 * 1.1 + 10, 9);
  });

  it("does not take a deal without a rate for one in home currency, or for nothing", () => {
    const one = "GBP and others in EUR; expected one currency";
    const early = history.map((row, at) =>
      at > 0 && row[4] === "GBP" ? row.map((c, i) => (i === 5 ? "" : c)) : row,
    );
    expect(() => run("PIPELINE_ON", early, "2026-01-19")).toThrow(`deal D1 is in ${one}`);
    expect(() => run("PIPELINE_MOVEMENT", early, "2026-01-10", "2026-01-19")).toThrow(one);
  });
});

describe("PIPELINE_MOVEMENT", () => {
  const table = (...args: unknown[]) =>
    new Map(
      (run("PIPELINE_MOVEMENT", snapshots, ...args) as [string, number, number][]).map((row) => [
        row[0],
        row.slice(1),
      ]),
    );

  it("explains the way from the start to the end", () => {
    const rows = table("2026-01-05", "2026-02-02");
    // D1 closes in April now; D2, 200 EUR at 1.5, was won; D3 is new.
    expect(rows.get("Start 2026-01-05")).toEqual([400, 2]);
    expect(rows.get("New")).toEqual([70, 1]);
    expect(rows.get("Pushed out")).toEqual([-100, 1]);
    expect(rows.get("Won")).toEqual([-300, 1]);
    expect(rows.get("End 2026-02-02")).toEqual([70, 1]);
    expect(rows.get("Check")).toEqual([0, null]);
    expect(rows.has("Stage in")).toBe(false);
  });

  it("takes a window, an owner, a stage and amounts apart", () => {
    expect(table("2026-01-05", "2026-02-02", "2026-01-01", "2026-12-31").get("Amount up")).toEqual([
      50, 1,
    ]);
    expect(table("2026-01-05", "2026-02-02", "", "", "Bo").get("End 2026-02-02")).toEqual([70, 1]);
    const stage = table("2026-01-05", "2026-02-02", "2026-01-01", "2026-12-31", "", "Proposal");
    expect(stage.get("Stage in")).toEqual([150, 1]);
    const apart = table("2026-01-05", "2026-02-02", "", "", "", "", "", true);
    expect([apart.get("Pushed out"), apart.get("Amount up")]).toEqual([
      [-150, 1],
      [50, 1],
    ]);
  });

  it("refuses days in the wrong order and half a window", () => {
    expect(() => table("2026-02-02", "2026-01-05")).toThrow(
      "from is 2026-02-02, after to, 2026-01-05",
    );
    expect(() => table("2026-01-05", "2026-02-02", "2026-01-01")).toThrow("close_to is missing");
  });

  it.skipIf(!process.env.REVOPS_DATA)("takes an export as it is", () => {
    const [first, ...lines] = csv("sales_wave/OpportunityHistory.csv");
    const names = Object.keys(first ?? {});
    const cells = [
      names,
      ...[first, ...lines].map((line) => names.map((name) => line?.[name] ?? "")),
    ];
    const rows = run("PIPELINE_MOVEMENT", cells, "2016-11-30", "2016-12-31") as [string, number][];
    const sum = rows.slice(1, -2).reduce((total, [, amount]) => total + amount, 0);
    expect(sum).toBeCloseTo(rows.at(-2)?.[1] ?? 0, 2);
    expect(rows.at(-1)?.[1]).toBe(0);
  });
});
