import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { risk } from "../../src/settings/risk.ts";
import { scoring } from "../../src/settings/scoring.ts";
import { stages } from "../../src/settings/stages.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");
type Rows = (string | number | boolean | null)[][];

describe("DEAL_RISK", () => {
  const header = ["Opportunity ID", "Created Date", "Contact Count", "Budget Confirmed"];

  it("gives one score per record in order, blank for blank rows and records about which nothing is known", () => {
    const deals = [
      header,
      ["1", "2026-01-01", 5, "Yes"],
      ["", "", "", ""],
      ["3", "", "", ""],
      ["4", "2026-04-30", 1, "No"],
      ["", "", "", ""],
    ];
    expect(run("DEAL_RISK", deals, "2026-05-01")).toEqual([[45], [null], [null], [38]]);
    expect(run("DEAL_RISK", deals)).toEqual([[20], [null], [null], [38]]);
  });

  it("leaves a row that cannot be read blank, names it in the twin and computes the others", () => {
    const deals = [header, ["1", "2026-01-01", "lots", "Yes"], ["2", "2026-01-01", 5, "Yes"]];
    expect(run("DEAL_RISK", deals, "2026-05-01")).toEqual([[null], [45]]);
    const explained = run("DEAL_RISK_EXPLAIN", deals, "2026-05-01") as Rows;
    expect(explained[1]?.[0]).toBe("1");
    expect(explained[1]?.at(-1)).toBe('Row 2 of deals, Contact Count: "lots" is not a number.');
    expect(explained[2]?.[1]).toBe(45);
  });

  it("does not look at columns it does not need", () => {
    const deals = [
      ["Opportunity ID", "Amount", "Contact Count"],
      ["1", "a lot", 2],
    ];
    expect(run("DEAL_RISK", deals)).toEqual([[30]]);
  });

  it("scores open deals only", () => {
    const deals = [
      ["Stage", "Closed", "Contact Count"],
      ["Closed Won", "", 2],
      ["Proposal", true, 2],
      ["Proposal", false, 2],
    ];
    expect(run("DEAL_RISK", deals)).toEqual([[null], [null], [30]]);
  });

  it("takes the headers of CRM exports", () => {
    const salesforce = [
      ["Opportunity ID", "CreatedDate", "LastStageChangeDate", "StageName"],
      ["006", "2026-01-01", "2026-01-01", "Proposal"],
    ];
    const hubspot = [
      ["Record ID", "Create Date", "Number of Associated Contacts", "Deal Stage"],
      ["9", "2026-01-01 10:00", 1, "Proposal"],
    ];
    const benchmark = defaultSettings.stages.find(
      ({ stage }) => stage === "Proposal",
    )?.benchmarkDays;
    // Base 20, older than 90 days 25; 120 days in the stage 18 where it has a benchmark.
    expect(run("DEAL_RISK", salesforce, "2026-05-01")).toEqual([
      [benchmark === undefined ? 45 : 63],
    ]);
    expect(run("DEAL_RISK", hubspot, "2026-05-01")).toEqual([[55]]);
  });

  it("takes the published settings and names a setting that cannot be read", () => {
    const deals = [["Contact Count"], [2]];
    const asTexts = (cells: readonly (readonly unknown[])[]) =>
      cells.map((row) => row.map((cell) => cell ?? ""));
    const settings = asTexts(risk.toCells({ ...defaultSettings.risk, base: 7 }));
    expect(
      run("DEAL_RISK", deals, "", settings, "", asTexts(stages.toCells(defaultSettings.stages))),
    ).toEqual([[17]]);
    const broken = settings.map((row) => row.map((cell) => (cell === 7 ? "seven" : cell)));
    expect(() => run("DEAL_RISK", deals, "", broken)).toThrow(
      /^DEAL_RISK: row \d+ of risk_settings, .*: found "seven"/,
    );
  });

  it("refuses a range without a header, two columns for one field and undecidable dates", () => {
    expect(() => run("DEAL_RISK", [["1", 5]])).toThrow(
      "the first row of deals holds no column heading of Opportunities; expected headings such as",
    );
    expect(() =>
      run("DEAL_RISK", [
        ["CreatedDate", "Create Date"],
        ["2026-01-01", "2026-01-02"],
      ]),
    ).toThrow('columns "CreatedDate" and "Create Date" of deals both claim to be Created Date');
    expect(() => run("DEAL_RISK", [["Created Date"], ["3/4/2026"]], "2026-05-01")).toThrow(
      'column Created Date of deals holds "3/4/2026", which can be read in two ways',
    );
  });

  it("explains every score by parts that add up to it", () => {
    const cell = <T>(...values: T[]) => fc.constantFrom<T | "">(...values, "");
    const deal = fc.tuple(
      fc.tuple(
        cell("2025-12-01", "2026-04-20"),
        cell(1, 3, 9),
        cell(true, false),
        cell(true, false),
      ),
      fc.tuple(
        cell("Rival", "none"),
        cell(true, false),
        cell(true, false),
        cell(-0.9, 0.2),
        cell(0.3, 0.1),
      ),
    );
    const fields = [
      ...["Created Date", "Contact Count", "Budget Confirmed", "POC Issue"],
      ...["Competitor", "Champion Left", "Economic Buyer Met", "Activity Change", "Discount %"],
    ];
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 8 }), (deals) => {
        const table = [fields, ...deals.map(([some, more]) => [...some, ...more])];
        const scores = run("DEAL_RISK", table, "2026-05-01");
        const explained = run("DEAL_RISK_EXPLAIN", table, "2026-05-01");
        if (!Array.isArray(scores)) return;
        const [names, ...rows] = explained as Rows;
        expect(rows.length).toBe(scores.length);
        const [base, cap] = [names!.indexOf("Base"), names!.indexOf("Cap")];
        rows.forEach((row, index) => {
          expect(row.length).toBe(names!.length);
          expect(row[1]).toBe(scores[index][0]);
          if (row[1] === null) return;
          const parts = row.slice(base, cap + 1).map((part) => (part as number | null) ?? 0);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(row[1]);
        });
        const reversed = run("DEAL_RISK", [fields, ...table.slice(1).reverse()], "2026-05-01");
        if (
          scores.length === deals.length &&
          Array.isArray(reversed) &&
          reversed.length === deals.length
        ) {
          expect(reversed).toEqual([...scores].reverse());
        }
      }),
    );
  });
});

describe("DEAL_RISK_LEVEL", () => {
  it("takes deals or scores", () => {
    expect(
      run("DEAL_RISK_LEVEL", [
        ["Contact Count", "Champion Left"],
        [2, true],
        [9, false],
        ["", ""],
      ]),
    ).toEqual([["Medium"], ["Low"]]);
    expect(run("DEAL_RISK_LEVEL", [[100], [""], [40], [39]])).toEqual([
      ["High"],
      [null],
      ["Medium"],
      ["Low"],
    ]);
  });
});

describe("LEAD_SCORE", () => {
  const leads = [
    ["Lead ID", "No. of Employees", "Title", "Email"],
    ["L1", 150, "VP Sales", "ann@acme.com"],
    ["L2", "", "", "bob@gmail.com"],
    ["L3", "many", "CEO", ""],
  ];
  const events = [
    ["Lead ID", "Event", "Event Date"],
    ["L1", "pricing page", "2026-01-01"],
    ["L1", "demo request", "2026-01-10"],
    ["L2", "demo request", "2026-01-10"],
  ];

  it("joins fit, engagement and negative points", () => {
    // L1: fit 15 + 20, engagement 5 + 30, halves of 100 each. L2: 30 engagement, -10 for a personal address.
    expect(run("LEAD_SCORE", leads, events, "2026-01-22")).toEqual([[35], [5], [null]]);
    expect(run("FIT_SCORE", leads)).toEqual([[35], [null], [null]]);
    expect(run("NEGATIVE_SCORE", leads.slice(0, 3), events, "2026-01-22")).toEqual([[0], [-10]]);
  });

  it("knows nothing of engagement without events", () => {
    expect(run("LEAD_SCORE", leads)).toEqual([[17.5], [null], [null]]);
    // An empty sheet says as much as none.
    const empty = [
      ["", ""],
      ["", ""],
    ];
    expect(run("LEAD_SCORE", leads, empty, "2026-01-22")).toEqual([[17.5], [null], [null]]);
    expect(run("LEAD_SCORE", empty)).toBeNull();
  });

  it("names an error that came in place of a range", () => {
    expect(() => run("LEAD_SCORE", leads, "#REF!", "2026-01-22")).toThrow(
      "LEAD_SCORE: events is #REF!; expected a range that exists",
    );
  });

  it("leaves a lead blank whose event cannot be read, and says which", () => {
    const broken = [...events, ["L1", "pricing page", "soon"]];
    expect(run("LEAD_SCORE", leads, broken, "2026-01-22")).toEqual([[null], [5], [null]]);
    const explained = run("LEAD_SCORE_EXPLAIN", leads, broken, "2026-01-22") as Rows;
    expect(explained[1]?.at(-1)).toMatch(/^Row 5 of events, Event Date: "soon"/);
    expect(explained[3]?.at(-1)).toMatch(/^Row 4 of leads, No\. of Employees: "many"/);
  });

  it("is explained by parts that add up to it", () => {
    const cell = <T>(...values: T[]) => fc.constantFrom<T | "">(...values, "");
    const lead = fc.tuple(
      cell(5, 150, 5000),
      cell("CEO", "VP", "Student", "Consultant"),
      cell("a@b.edu", "a@gmail.com", "a@acme.com"),
    );
    fc.assert(
      fc.property(fc.array(lead, { minLength: 1, maxLength: 6 }), (rows) => {
        const table = [
          ["Lead ID", "Employees", "Title", "Email"],
          ...rows.map((row, index) => [`L${index + 1}`, ...row]),
        ];
        const scores = run("LEAD_SCORE", table, events, "2026-01-22") as Rows;
        const explained = run("LEAD_SCORE_EXPLAIN", table, events, "2026-01-22") as Rows;
        scores.forEach(([score], index) => {
          const row = explained[index + 1]!;
          expect(row[1]).toBe(score);
          const parts = row.slice(2, 6) as number[];
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(score);
        });
      }),
    );
  });

  it("takes the published scoring settings", () => {
    const cells = scoring.toCells({
      ...defaultSettings.scoring,
      fitWeight: 1,
      engagementWeight: 0,
    });
    const settings = cells.map((row) => row.map((cell) => cell ?? ""));
    expect(run("LEAD_SCORE", leads, "", "", settings)).toEqual([[35], [null], [null]]);
  });
});
