import { describe, expect, it } from "vitest";
import { dayFromParts } from "../../src/core/calendar/day.ts";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import type { Deal } from "../../src/core/deals/deal.ts";
import type { Report } from "../../src/reports/report.ts";
import { winLoss } from "../../src/reports/winLoss.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { hubspotDummy, salesWave, tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const AS_OF = dayFromParts(2025, 3, 31);
const build = (tables: Tables, asOf = AS_OF, period = "2025-Q1"): Report =>
  winLoss.build({
    tables,
    settings: defaultSettings,
    asOf,
    period: periodFromLabel(period, defaultSettings.calendar),
  });
const tableIn = (report: Report, id: string) =>
  report.sections.find((section) => section.id === id)?.table;
const rowsOf = (report: Report, id: string) => tableIn(report, id)?.rows ?? [];
const findingsOf = (report: Report) =>
  report.sections.flatMap(({ findings }) => findings ?? []).map(({ id }) => id);

const closed = (count: number, won: number, fields: Partial<Deal>): Deal[] =>
  Array.from({ length: count }, (_, at) => ({
    opportunityId: `${fields.segment}-${fields.closeDate}-${at}`,
    stage: at < won ? "Closed Won" : "Closed Lost",
    amount: 100,
    closeDate: dayFromParts(2025, 2, 1),
    owner: "Ann",
    ...(at < won ? {} : { lossReason: "No decision" }),
    ...fields,
  }));
const tables = (deals: readonly Deal[]): Tables => ({ opportunities: tableOf(deals) });

describe("win/loss", () => {
  it("is as worked out by hand", () => {
    const report = build(
      tables([
        ...closed(80, 60, { segment: "SMB" }),
        ...closed(60, 15, { segment: "Mid" }),
        ...closed(10, 0, { segment: "Big", lossReason: "Price", competitor: "Bell" }),
        ...closed(10, 0, { segment: "Odd", lossReason: "" }),
        ...closed(1, 0, { segment: "Open", stage: "Proposal" }),
      ]),
    );
    // 75 of 160 won, 85 lost: 65 without a decision, 10 on price, 10 without a reason.
    expect(figuresOf(report)).toMatchObject({
      ...{ decided: 160, won: 75, lost: 85, win_rate: 75 / 160, win_rate_value: 75 / 160 },
      win_rate_decisions: 75 / 95,
      no_decision_share: 65 / 85,
      unexplained_share: 10 / 85,
      lost_amount: 8500,
    });
    expect(report.answer).toMatch(
      /^47 % of 160 decided deals were won \(75; by chance 39 % to 55 %\)/,
    );
    expect(report.answer).toContain("Most losses: no decision, 76 %.");
    expect(
      rowsOf(report, "kinds").map(({ cells }) => [cells.kind, cells.deals, cells.amount]),
    ).toEqual([
      ["No decision", 65, 6500],
      ["Competitive", 10, 1000],
      ["Not given", 10, 1000],
    ]);
    const reading = (id: string) => report.sections.find((one) => one.id === id)?.reading;
    // No table says of a group what the drivers do not.
    const judged = new Map(rowsOf(report, "drivers").map(({ key, cells }) => [key, cells.verdict]));
    for (const { key, cells } of rowsOf(report, "by_segment"))
      expect(judged.get(`segment: ${key}`) ?? "not enough data").toBe(cells.verdict);
    // 60 of 80, 15 of 60; Big and Odd have too few deals for a verdict.
    expect(reading("by_segment")).toBe(
      "SMB (75 %) wins more than the others, Mid (25 %) wins less.",
    );
    expect(reading("drivers")).toMatch(/^2 of \d+ comparisons differ by more than chance explains/);
    expect(rowsOf(report, "by_segment").map(({ cells }) => [cells.group, cells.verdict])).toEqual([
      ["SMB", "wins more"],
      ["Mid", "wins less"],
      ["Big", "not enough data"],
      ["Odd", "not enough data"],
    ]);
    expect(rowsOf(report, "matrix").map(({ cells }) => Object.values(cells))).toEqual([
      ["No competitor named", "75 % of 80", "25 % of 60", "", "0 of 10"],
      ["Bell", "", "", "0 of 10", ""],
    ]);
    expect(rowsOf(report, "drivers")[0]?.cells).toMatchObject({ factor: "Segment", value: "SMB" });
    expect(rowsOf(report, "post_mortems")).toHaveLength(10);
    expect(findingsOf(report)).toEqual(["driver_segment_Mid", "no_reason", "no_decision"]);
    const register = report.kept?.find(({ table }) => table === "actions")?.rows;
    expect(register).toHaveLength(3);
    expect(report.checks[0]?.value).toBe(0);
  });

  it("looks at a year when the period has few deals, and compares with the year before", () => {
    const report = build(
      tables([
        ...closed(40, 10, { segment: "Now" }),
        ...closed(40, 10, { segment: "Autumn", closeDate: dayFromParts(2024, 10, 1) }),
        ...closed(80, 60, { segment: "Before", closeDate: dayFromParts(2024, 3, 1) }),
        ...closed(9, 9, { segment: "Long ago", closeDate: dayFromParts(2021, 3, 1) }),
      ]),
    );
    // 20 of 80 after 60 of 80.
    expect(figuresOf(report)).toMatchObject({ decided: 80, win_rate: 0.25, win_rate_change: -50 });
    expect(findingsOf(report)).toContain("rate_fell");
    expect(report.notes[0]).toContain("2024-04-01 to 2025-03-31: the 12 months");
    expect(report.notes.join(" ")).toContain("read the ranges, not the rates");
  });

  it("finds no change in what chance explains", () => {
    const report = build(
      tables([
        ...closed(30, 14, { segment: "Now" }),
        ...closed(30, 16, { segment: "Before", closeDate: dayFromParts(2024, 3, 1) }),
      ]),
    );
    expect(report.answer).toContain("No clear change from 53 % before");
    expect(findingsOf(report)).not.toContain("rate_fell");
  });

  it("tells where deals were lost when their history does", () => {
    const report = build({
      opportunities: tableOf<Deal>([
        { opportunityId: "1", stage: "Closed Lost", closeDate: AS_OF, createdDate: AS_OF - 60 },
        ...["2", "3"].map((opportunityId) => ({
          opportunityId,
          stage: "Closed Lost",
          amount: 50,
          closeDate: AS_OF,
        })),
      ]),
      opportunityHistory: tableOf([
        { opportunityId: "1", changedAt: AS_OF - 60, toValue: "Lead" },
        { opportunityId: "1", changedAt: AS_OF - 30, fromValue: "Lead", toValue: "Proposal" },
        { opportunityId: "1", changedAt: AS_OF, fromValue: "Proposal", toValue: "Closed Lost" },
      ]),
    });
    // The history knows nothing of the other two.
    expect(
      rowsOf(report, "stages").map(({ cells }) => [
        ...[cells.stage, cells.deals, cells.share, cells.amount],
      ]),
    ).toEqual([
      ["Proposal", 1, 1 / 3, undefined],
      ["Unknown", 2, 2 / 3, 100],
    ]);
  });

  it("says what is missing", () => {
    expect(build({}).answer).toMatch(/^There are no deals yet/);
    expect(build(tables(closed(3, 0, { stage: "Proposal" }))).answer).toMatch(
      /^No deal was won or lost/,
    );
    const bare = build(
      tables([
        { opportunityId: "1", stage: "Closed Won" },
        { opportunityId: "2", stage: "Closed Lost" },
      ]),
    );
    expect(bare.answer).toMatch(/^50 % of 2 decided deals/);
    // Without a reason anywhere nobody knows how many ended without a decision.
    expect(figuresOf(bare)).toMatchObject({ win_rate: 0.5, unexplained_share: 1 });
    expect(figuresOf(bare).no_decision_share).toBeUndefined();
    expect(figuresOf(bare).win_rate_decisions).toBeUndefined();
    expect(bare.notes[0]).toMatch(/^No closed deal has a close date/);
    expect(tableIn(bare, "stages")?.empty).toMatch(/^Nothing tells/);
  });
});

it("doubts a book without any won deal before it says that none was won", () => {
  const lost = Array.from({ length: 10 }, (_, at) => ({
    opportunityId: `L${at}`,
    stage: "Closed Lost",
    closeDate: dayFromParts(2025, 3, 4),
  }));
  const open = { opportunityId: "O", stage: "Proposal", closeDate: dayFromParts(2025, 6, 4) };
  const doubt =
    "No deal counts as won, though 10 are lost: if one of the open stages (Proposal) means won, set its Status to won in the Stages sheet.";
  const report = build(tables([...lost, open]));
  expect(report.answer).toBe(doubt);
  expect(report.notes).toContain(doubt);
  expect(build(tables([...lost.slice(1), open])).answer).toMatch(/^0 % of 9 decided deals/);
  const won = {
    ...open,
    opportunityId: "W",
    stage: "Closed Won",
    closeDate: dayFromParts(2025, 3, 4),
  };
  expect(build(tables([...lost, won])).answer).toMatch(/^9.1 % of 11 decided deals/);
});

it("compares a part of a quarter with the same part of the one before", () => {
  const on = (month: number, date: number, year = 2025) => dayFromParts(year, month, date);
  const report = build(
    tables([
      ...closed(100, 50, { segment: "Now", closeDate: on(1, 10) }),
      ...closed(100, 50, { segment: "Beginning", closeDate: on(10, 10, 2024) }),
      ...closed(100, 90, { segment: "End", closeDate: on(12, 20, 2024) }),
    ]),
    on(1, 31),
  );
  expect(figuresOf(report)).toMatchObject({ decided: 100, win_rate_change: 0 });
  expect(report.notes[0]).toContain("Compared with 2024-10-01 to 2024-10-31.");
});

it("tells which groups changed against the year before", () => {
  const year = (ago: number) => AS_OF - 365 * ago - 30;
  const report = build(
    tables([
      ...closed(80, 48, { segment: "SMB", closeDate: year(1) }),
      ...closed(70, 56, { segment: "SMB", closeDate: year(0) }),
      ...closed(40, 20, { segment: "Mid", closeDate: year(1) }),
      ...closed(10, 5, { segment: "Mid", closeDate: year(0) }),
    ]),
  );
  const segments = rowsOf(report, "changes").filter(({ cells }) => cells.factor === "Segment");
  // Newcombe 1998: 56 of 70 less 48 of 80 is 20 points. Mid has too few deals now.
  expect(
    segments.map(({ cells }) => [cells.value, cells.before, cells.now, cells.verdict]),
  ).toEqual([["SMB", 0.6, 0.8, "rose"]]);
});

it("shows sizes from small to large, whatever their number of deals", () => {
  const amounts = [900, 800, 700, 600, 500, 400, 300, 200, 100];
  const deals = amounts.flatMap((amount, at) =>
    closed(3 + at, 1, { segment: `${amount}`, amount }),
  );
  const sizes = rowsOf(build(tables(deals)), "by_size").map(({ key }) => key);
  expect(sizes[0]).toMatch(/^Below /);
  expect(sizes[sizes.length - 1]).toMatch(/ and above$/);
  const starts = sizes.slice(1).map((size) => Number.parseFloat(size));
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});

describe("interviews", () => {
  const deals = [
    ...closed(20, 0, { segment: "Late", closeDate: AS_OF - 3 }),
    ...closed(10, 10, { segment: "Won", closeDate: AS_OF - 3 }),
    ...closed(10, 0, { segment: "Early", closeDate: AS_OF - 60 }),
  ].map((deal, at) => ({ ...deal, opportunityId: `D${at}`, amount: 1000 - at }));

  it("asks of the largest deals of the last four weeks: 80 % of losses, 30 % of wins", () => {
    const [kept] = build(tables(deals)).kept ?? [];
    expect(kept?.rows).toHaveLength(16 + 3);
    expect(kept?.rows[0]).toMatchObject({ opportunityId: "D0", outcome: "Lost", due: AS_OF + 25 });
    expect(kept?.rows[16]).toMatchObject({ opportunityId: "D20", outcome: "Won" });
  });

  it("is as good as a reason: no post-mortem is asked for a deal that has one", () => {
    const unexplained = deals.slice(0, 20).map((deal) => ({ ...deal, lossReason: "" }));
    const held = tableOf([{ opportunityId: "D0", date: AS_OF }]);
    const all = build(tables(unexplained));
    const rest = build({ ...tables(unexplained), interviews: held });
    expect(rowsOf(all, "post_mortems")[0]?.key).toBe("D0");
    expect(rowsOf(rest, "post_mortems")[0]?.key).toBe("D1");
  });

  it("counts what was held, its themes and its gaps by value", () => {
    const report = build({
      ...tables(deals),
      interviews: tableOf([
        { opportunityId: "D0", date: AS_OF, themes: "Price; support", productGap: "SSO" },
        // Lost 60 days ago: one was asked in time, one after 29 days.
        { opportunityId: "D30", date: AS_OF - 32 },
        { opportunityId: "D31", date: AS_OF - 31 },
        { opportunityId: "D1", date: AS_OF, themes: "support", productGap: "sso", gapValue: 5000 },
        { opportunityId: "D20", date: AS_OF, themes: "Support", productGap: "Audit log" },
        { opportunityId: "D2" },
      ]),
    });
    const cells = (id: string) => rowsOf(report, id).map((row) => row.cells);
    // In four weeks 20 were lost: 16 to interview, 2 held; 10 won: 3 to interview, 1 held. For the others it is too late.
    expect(
      cells("interviews").map(({ outcome, deals: all, held, inTime, open }) => [
        ...[outcome, all, held, inTime, open],
      ]),
    ).toEqual([
      ["Lost in the last four weeks", 20, 2, 2, 14],
      ["Won in the last four weeks", 10, 1, 1, 2],
      ["Lost before", 10, 2, 1, undefined],
      ["Won before", 0, 0, 0, undefined],
    ]);
    // D0 1000, D1 999, D20 980.
    expect(cells("themes").map(({ name, deals, value }) => [name, deals, value])).toEqual([
      ["support", 3, 2979],
      ["Price", 1, 1000],
    ]);
    // A won deal has no gap that cost it.
    // 6,000 of the 30 lost deals' 30 x 1000 - (0 + 1 + … + 29) = 29,565 is a fifth.
    const gaps = cells("gaps").map(({ name, deals, value, priority }) => [
      ...[name, deals, value, priority],
    ]);
    expect(gaps).toEqual([["SSO", 2, 6000, "▼ high"]]);
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("win/loss on outside data", () => {
  it("counts sales_wave as an independent script does", () => {
    const report = build(salesWave(), dayFromParts(2017, 6, 1), "2017-Q2");
    // Python over Opportunity.csv: StageName by CloseDate from 2017-04-01 to 2017-06-01.
    expect(figuresOf(report)).toMatchObject({ won: 108, lost: 299, lost_amount: 28_558_721 });
    expect(
      rowsOf(report, "by_type").map(({ cells }) => [cells.group, cells.deals, cells.won]),
    ).toEqual([
      ["New Business", 212, 56],
      ["Existing Business", 121, 34],
      ["New Business / Add-on", 41, 11],
      ["Add-On Business", 33, 7],
    ]);
    expect(report.checks.every(({ value }) => value === 0)).toBe(true);
  });

  it("adds up on hubspot_dummy", () => {
    const report = build(hubspotDummy());
    expect(report.checks.every(({ value }) => value === 0)).toBe(true);
  });
});
