import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { requiredFields } from "../../src/settings/requiredFields.ts";
import { risk } from "../../src/settings/risk.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");
const texts = (cells: readonly (readonly unknown[])[]) =>
  cells.map((row) => row.map((cell) => cell ?? ""));

const deals = [
  ["Opportunity ID", "Stage", "Created Date", "Contact Count", "Competitor", "Champion Left"],
  ["1", "Proposal", "2026-01-01", 1, "Rival", "No"],
  ["2", "Closed Won", "2026-01-01", 1, "Rival", "No"],
  ["", "", "", "", "", ""],
  ["4", "Proposal", "", "", "", "Yes"],
];

describe("DEAL_RISK_DIMENSIONS", () => {
  it("gives five bars and the data confidence per open deal", () => {
    // Known of deal 1: contacts 10 (present), competitor 20 (present), champion 28 (absent), age 25 (120 days, present).
    expect(run("DEAL_RISK_DIMENSIONS", deals, "2026-05-01")).toEqual([
      [100, 100, 0, 100, null, 83 / 181],
      [null, null, null, null, null, null],
      [null, null, null, null, null, null],
      [null, null, 100, null, null, 28 / 181],
    ]);
  });
});

describe("DEAL_RISK_FACTORS", () => {
  it("names the heaviest factors with what the record says", () => {
    const [first, , , last] = run(
      "DEAL_RISK_FACTORS",
      deals,
      "2026-05-01",
      "",
      "",
      2,
    ) as unknown[][];
    expect(first?.slice(0, 3)).toEqual([
      "Deal older than limit (days)",
      25,
      "Created 2026-01-01, 120 days ago; limit 90",
    ]);
    expect(first?.slice(4, 7)).toEqual(["Competitor confirmed", 20, "Competitor: Rival"]);
    expect(last).toEqual([
      "Champion left",
      28,
      "Champion Left is yes",
      "Find a new champion before anything else is discussed",
      null,
      null,
      null,
      null,
    ]);
  });

  it("takes actions from the settings and refuses a count that is none", () => {
    const factors = defaultSettings.risk.factors.map((one) => ({ ...one, action: "Call Ann" }));
    const settings = texts(risk.toCells({ ...defaultSettings.risk, factors }));
    expect(run("DEAL_RISK_FACTORS", deals, "", settings, "", 1)).toEqual([
      ["Competitor confirmed", 20, "Competitor: Rival", "Call Ann"],
      [null, null, null, null],
      [null, null, null, null],
      ["Champion left", 28, "Champion Left is yes", "Call Ann"],
    ]);
    expect(() => run("DEAL_RISK_FACTORS", deals, "", "", "", 2.5)).toThrow("count is 2.5");
  });
});

it("RISK_ADJUSTED takes rates from the settings, and wants three of its own", () => {
  const settings = texts(
    risk.toCells({ ...defaultSettings.risk, highRate: 0.1, mediumRate: 0.2, lowRate: 0.5 }),
  );
  expect(run("RISK_ADJUSTED", [[100], [100]], [[70], [10]], "", settings)).toBe(60);
  expect(() => run("RISK_ADJUSTED", [[100]], [[70]], [[0.1], [0.2]])).toThrow(
    "rates holds 2 values; expected three",
  );
});

it("RECOMMENDED_CATEGORY agrees with FORECAST_CATEGORY where the risk is low or unknown", () => {
  for (const probability of [0.05, 0.3, 0.5, 0.7, 0.9, 1]) {
    const plain = run("FORECAST_CATEGORY", probability);
    expect(run("RECOMMENDED_CATEGORY", probability)).toBe(plain);
    expect(run("RECOMMENDED_CATEGORY", probability, 20)).toBe(plain);
  }
});

describe("SIMILAR_WIN_RATE", () => {
  const rows = [
    ["Opportunity ID", "Stage", "Segment"],
    ...Array.from({ length: 6 }, (_, at) => [
      `s${at}`,
      at < 2 ? "Closed Won" : "Closed Lost",
      "SMB",
    ]),
    ...Array.from({ length: 6 }, (_, at) => [
      `e${at}`,
      at < 5 ? "Closed Won" : "Closed Lost",
      "Big",
    ]),
    ["open", "Proposal", "SMB"],
    ["other", "Proposal", ""],
  ];

  it("counts the closed deals that are alike", () => {
    const rates = (run("SIMILAR_WIN_RATE", rows, 6) as unknown[][]).map(([rate]) => rate);
    expect(rates.slice(0, 12)).toEqual(Array(12).fill(null));
    expect(rates.slice(12)).toEqual([2 / 6, 7 / 12]);
  });

  it("explains what it rests on", () => {
    const explained = run("SIMILAR_WIN_RATE_EXPLAIN", rows, 6) as unknown[][];
    const [id, rate, low, high, won, closed, alike, note] = explained[13] ?? [];
    expect([id, rate, won, closed, alike, note]).toEqual([
      "open",
      1 / 3,
      2,
      6,
      "same segment",
      null,
    ]);
    // Wilson's ends are where the rate seen lies z of their own deviations away; 80 % leaves 10 % on each side.
    for (const end of [low, high] as number[])
      expect(Math.abs(1 / 3 - end)).toBeCloseTo(1.2815515655 * Math.sqrt((end * (1 - end)) / 6), 8);
    expect((low as number) < 1 / 3 && (high as number) > 1 / 3).toBe(true);
    expect(explained[1]?.at(-1)).toBe("The deal is won.");
  });
});

describe("STAGE_READY and STAGE_EVIDENCE", () => {
  const open = [
    ["Opportunity ID", "Stage", "Account Name", "Budget Confirmed", "Economic Buyer"],
    ["1", "Discovery", "Acme", true, "Ann"],
    ["2", "Discovery", "", false, ""],
    ["3", "Closed Won", "", "", ""],
    ["4", "Mystery", "", "", ""],
  ];

  it("say what is missing, of open deals in known stages", () => {
    expect(run("STAGE_READY", open)).toEqual([
      ["Ready for Proposal"],
      ["Missing: Account Name, Budget Confirmed, Economic Buyer"],
      [null],
      [null],
    ]);
    expect(run("STAGE_EVIDENCE", open)).toEqual([
      ["Complete"],
      ["Missing: Account Name"],
      [null],
      [null],
    ]);
  });

  it("follow the Required fields sheet", () => {
    const required = texts(
      requiredFields.toCells([
        { object: "Opportunities", stage: "Proposal", field: "Account Name", severity: "low" },
      ]),
    );
    expect(run("STAGE_READY", open, "", required)).toEqual([
      ["Ready for Proposal"],
      ["Missing: Account Name"],
      [null],
      [null],
    ]);
    expect(run("STAGE_EVIDENCE", open, "", required)).toEqual([[null], [null], [null], [null]]);
  });
});

it("STAGE_READY asks what the gates before a proposal and a negotiation ask, where there is a column", () => {
  // Gate 1: budget, decision maker, next step. Gate 2: proposal sent, economic buyer met, evaluation criteria.
  const gates = [
    ["Stage", "Next Step", "Budget Confirmed", "Decision Makers", "Proposal Sent"],
    ["Discovery", "", "No", "", ""],
    ["Proposal", "Call", "Yes", "CFO", ""],
    ["Negotiation", "Call", "Yes", "CFO", "2026-03-01"],
  ].map((row, at) => [
    ...row,
    ["Economic Buyer Met", "No", "No", "Yes"][at],
    ["Evaluation Criteria", "", "", "price"][at],
  ]);
  expect(run("STAGE_READY", gates)).toEqual([
    ["Missing: Next Step, Budget Confirmed, Decision Makers"],
    ["Missing: Economic Buyer Met, Proposal Sent Date, Decision Criteria"],
    [null],
  ]);
  expect(run("STAGE_EVIDENCE", gates)).toEqual([
    ["Missing: Next Step"],
    ["Complete"],
    ["Complete"],
  ]);
  // Without the two columns nobody can tell.
  const without = gates.map((row) => row.slice(0, 4));
  expect(run("STAGE_READY", without)).toEqual([
    ["Missing: Next Step, Budget Confirmed, Decision Makers"],
    ["Ready for Negotiation"],
    [null],
  ]);
});

it("DISQUALIFIED gives the reasons of open deals", () => {
  const rows = [
    ["Stage", "Champion", "Timeline", "Activity Count", "Last Contacted"],
    ["Proposal", "", "", 5, "2026-01-01"],
    ["Proposal", "Bo", "May", 5, "2026-04-30"],
    ["Closed Lost", "", "", 5, ""],
  ];
  expect(run("DISQUALIFIED", rows, "2026-05-01")).toEqual([
    ["No champion after 5 activities; no timeline after 5 activities; no contact for 120 days"],
    [null],
    [null],
  ]);
});

describe("QUALIFICATION_SCORE", () => {
  const sheet = [
    ["Record ID", "Framework", "Question", "Answer", "Points", "Assessed On"],
    ["A", "MEDDIC", "Champion", "Sells for us", 15, "2026-05-01"],
    ["A", "MEDDIC", "Pain", "Pressing", "", "2026-04-20"],
    ["B", "BANT", "Need", "Clear", 18, "2026-05-01"],
  ];

  it("scores the records asked for, blank where nothing is answered or the answers are too old", () => {
    const ids = [["B"], [""], ["A"]];
    expect(run("QUALIFICATION_SCORE", sheet, ids, "meddic", "2026-05-10")).toEqual([
      [null],
      [null],
      [25],
    ]);
    expect(run("QUALIFICATION_SCORE", sheet, "A", "MEDDIC", "2026-06-01")).toEqual([[null]]);
    expect(() => run("QUALIFICATION_SCORE", sheet, "A", "GPCT")).toThrow('framework is "GPCT"');
  });

  it("explains itself: parts and limits add up", () => {
    const [header, row] = run(
      "QUALIFICATION_EXPLAIN",
      sheet,
      "A",
      "MEDDIC",
      "2026-05-10",
    ) as unknown[][];
    expect(row?.slice(0, 3)).toEqual(["A", 25, "Disqualify"]);
    const parts = (row ?? []).slice(3, 10).map((one) => Number(one ?? 0));
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(25);
    expect(header?.slice(-3)).toEqual(["Open", "Valid until", "Note"]);
    expect(row?.at(-2)).toBe("2026-05-31");
  });
});
