import { describe, expect, it } from "vitest";
import { dataQuality } from "../../src/reports/dataQuality.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { on, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const deal = (opportunityId: string, more: object) => ({
  opportunityId,
  opportunityName: `Deal ${opportunityId}`,
  accountId: "a1",
  accountName: "Acme",
  owner: "Ana Ruiz",
  stage: "Proposal",
  amount: 1000,
  closeDate: on("2026-06-10"),
  createdDate: on("2026-04-20"),
  lastActivity: on("2026-05-14"),
  nextStep: "Call",
  probability: 0.5,
  ...more,
});
const change = (opportunityId: string, day: string, toValue: string) => ({
  opportunityId,
  changedAt: on(day),
  field: "Stage",
  toValue,
});

/** As of 2026-05-15: five open deals, each with one fault; the fifth has none. */
const tables: Tables = {
  opportunities: tableOf([
    deal("d1", { amount: undefined }),
    deal("d2", { accountName: "Beta" }),
    deal("d3", { closeDate: on("2026-05-01"), amount: 2000 }),
    deal("d4", {
      createdDate: on("2025-11-01"),
      lastActivity: on("2026-02-01"),
      amount: 4000,
    }),
    deal("d5", { amount: 8000, closeDate: on("2026-06-29") }),
  ]),
  opportunityHistory: tableOf([
    change("d2", "2026-04-20", "Discovery"),
    change("d2", "2026-04-21", "Proposal"),
    change("d2", "2026-04-22", "Discovery"),
    change("d2", "2026-04-23", "Negotiation"),
    change("d2", "2026-04-24", "Proposal"),
    change("lost-track", "2026-04-20", "Discovery"),
  ]),
  accounts: tableOf([{ accountId: "a1", accountName: "ACME, Inc.", domain: "acme.example" }]),
  contacts: tableOf([
    { contactId: "c1", lastName: "Lee", email: "lee at acme.example", accountId: "a1" },
    { contactId: "c2", lastName: "Kim", email: "kim@acme.example" },
    { contactId: "c3", lastName: "Ono", email: "ono@else.example", accountId: "a9" },
  ]),
  activities: tableOf([
    { activityId: "t1", date: on("2026-05-01"), opportunityId: "d5" },
    { activityId: "t2", date: on("2026-05-01"), opportunityId: "nowhere" },
    { activityId: "t3", date: on("2026-05-01") },
  ]),
};
const build = (more: Tables = {}) => dataQuality.build(request({ tables: { ...tables, ...more } }));
type Rows = Record<string, unknown>[];
const kept = (report: ReturnType<typeof build>, table = "cleanUpList") =>
  (report.kept?.find((one) => one.table === table)?.rows ?? []) as Rows;
const tableIn = (report: ReturnType<typeof build>, section: string) =>
  report.sections.find(({ id }) => id === section)?.table?.rows ?? [];
const failing = (report: ReturnType<typeof build>, section: string) =>
  Object.fromEntries(
    tableIn(report, section).flatMap(({ key, cells }) =>
      Number(cells.failing) > 0 ? [[key, `${cells.failing} of ${cells.checked}`]] : [],
    ),
  );

describe("data quality", () => {
  it("says who logs activities: open deals active in a week, and who entered nothing for a fortnight", () => {
    const report = build({
      opportunities: tableOf([
        // The week to 2026-05-15 begins on the 9th.
        deal("d1", { lastActivity: on("2026-05-09") }),
        deal("d2", { lastActivity: on("2026-05-08") }),
        deal("d3", { owner: "Bo Lind", lastActivity: on("2026-04-30") }),
        deal("d4", { owner: "Cy Okafor", lastActivity: undefined }),
        deal("d5", { owner: "Ana Ruiz", stage: "Closed Won", lastActivity: on("2026-05-15") }),
      ]),
      // Entered yesterday; a planned activity is no sign.
      activities: tableOf([
        { activityId: "t1", owner: "Cy Okafor", date: on("2026-05-14") },
        { activityId: "t2", owner: "Bo Lind", date: on("2026-06-14") },
      ]),
    });
    const section = report.sections.find(({ id }) => id === "logging");
    expect(
      section?.table?.rows.map(({ cells }) => [
        cells.name,
        cells.open,
        cells.recent,
        cells.days,
        cells.state,
      ]),
    ).toEqual([
      ["Bo Lind", 1, 0, 15, "▼ quiet"],
      ["Cy Okafor", 1, 0, 1, "▲ logs"],
      ["Ana Ruiz", 2, 1, 6, "▲ logs"],
    ]);
    expect(section?.reading).toBe(
      "25 % of 4 open deals had an activity in the last 7 days; Bo Lind logs least (0 %). 1 of 3 people entered nothing in the last 14 days.",
    );
  });

  it("names people without open deals who log nothing, but no managers and nobody who left", () => {
    const report = build({
      reps: tableOf([
        { repId: "Ana Ruiz", manager: "Mo Boss" },
        { repId: "Mo Boss" },
        { repId: "Gil Gone", active: false },
        { repId: "New Hand" },
        { repId: "Old Hand" },
      ]),
      activities: tableOf([{ activityId: "t1", owner: "Old Hand", date: on("2026-05-13") }]),
    });
    const section = report.sections.find(({ id }) => id === "logging");
    expect(
      section?.table?.rows
        .filter(({ cells }) => cells.open === 0)
        .map(({ cells }) => [cells.name, cells.recent, cells.share, cells.days, cells.state]),
    ).toEqual([
      ["New Hand", undefined, undefined, undefined, "▼ quiet"],
      ["Old Hand", undefined, undefined, 2, "▲ logs"],
    ]);
    expect(section?.reading).toMatch(/1 of 3 people entered nothing in the last 14 days\.$/);
  });

  it("says how far companies and people are described, and which accounts to look up first", () => {
    const report = build({
      opportunities: tableOf([
        deal("d1", { accountId: "a1", amount: 100 }),
        deal("d2", { accountId: "a2", amount: 300 }),
        deal("d3", { accountId: "a2", amount: 500 }),
        deal("d4", { accountId: "a3", amount: 900, stage: "Closed Won" }),
      ]),
      accounts: tableOf([
        { accountId: "a1", accountName: "Acme", industry: "", employees: 10 },
        { accountId: "a2", accountName: "Beta", industry: "Steel", employees: undefined },
        { accountId: "a3", accountName: "Gamma", industry: "", employees: 3 },
      ]),
      leads: tableOf([
        { leadId: "l1", title: "CFO" },
        { leadId: "l2", title: "CEO", converted: true },
      ]),
    });
    const rows = (id: string) => report.sections.find((one) => one.id === id)?.table?.rows ?? [];
    expect(
      rows("enrichment")
        .filter(({ cells }) => cells.sheet !== "Contacts")
        .map(({ key, cells }) => [key, cells.records, cells.blank, cells.state]),
    ).toEqual([
      ["Accounts/Industry", 3, 2, "▼ missed"],
      ["Accounts/Employees", 3, 1, "▼ missed"],
      ["Leads/Title", 1, 0, "▲ met"],
    ]);
    expect(rows("to_enrich").map(({ key, cells }) => [key, cells.missing, cells.open])).toEqual([
      ["a2", "Employees", 800],
      ["a1", "Industry", 100],
    ]);
  });

  it("says what support knows of each account, and where a ticket without an account belongs", () => {
    const ticket = (ticketId: string, more: object) => ({ ticketId, subject: ticketId, ...more });
    const report = build({
      accounts: tableOf([
        { accountId: "a1", accountName: "Acme", domain: "acme.example", supportTier: "VIP" },
        { accountId: "a2", accountName: "Beta", domain: "beta.example" },
      ]),
      tickets: tableOf([
        ticket("t1", { accountId: "a1", opened: on("2026-05-01"), csat: 4 }),
        ticket("t2", { accountId: "a1", closed: on("2026-05-09"), csat: 5, escalated: true }),
        // A day ahead is no contact yet.
        ticket("t3", { accountId: "a2", opened: on("2026-05-20"), escalated: true }),
        // Neither the contact nor the ticket names an account; the address does.
        ticket("t4", { accountId: "", contactId: "c2" }),
        ticket("t5", { accountId: "", contactId: "c1" }),
      ]),
    });
    const section = report.sections.find(({ id }) => id === "support");
    expect(section?.reading).toMatch(
      /^2 open tickets of 2 accounts; 2 tickets of all times escalated/,
    );
    expect(section?.table?.rows.map(({ cells }) => cells)).toEqual([
      {
        ...{ account: "Acme", tier: "VIP", contact: undefined, tickets: 2, open: 1 },
        ...{ escalated: 1, satisfaction: 4.5, last: on("2026-05-09") },
      },
      {
        ...{ account: "Beta", tier: undefined, contact: undefined, tickets: 1, open: 1 },
        ...{ escalated: 1, satisfaction: undefined, last: undefined },
      },
    ]);
    const proposals = kept(report)
      .filter(({ sheet, proposed }) => sheet === "Tickets" && proposed !== undefined)
      .map(({ recordId, proposed }) => [recordId, proposed]);
    expect(proposals).toEqual([
      ["t4", "a1"],
      ["t5", "a1"],
    ]);
    expect(build().sections.some(({ id }) => id === "support")).toBe(false);
  });

  it("says in a sentence that all owners fill everything, and draws no bars of 100 %", () => {
    const full = build({
      opportunities: tableOf([deal("d1", {}), deal("d2", { owner: "Bo Lind" })]),
    });
    const section = full.sections.find(({ id }) => id === "by_owner");
    expect(section?.reading).toBe(
      "Every field that open deals need is filled, by each of 2 owners.",
    );
    expect(section?.table).toBeUndefined();
    expect(full.charts.map(({ id }) => id)).toEqual(["scorecard_chart"]);
    // Of the five deals d1 lacks its amount.
    const reading = build().sections.find(({ id }) => id === "by_owner")?.reading;
    expect(reading).toMatch(
      /^Ana Ruiz fills the least: \d+ % of the fields needed, most often Amount is blank/,
    );
  });

  it("counts blank fields, loose ends, contradictions and moves, each by hand", () => {
    const report = build();
    expect(failing(report, "completion")).toMatchObject({
      "Opportunities.blank.amount": "1 of 5",
    });
    expect(failing(report, "links")).toEqual({
      // One names an unknown deal, one names nothing.
      "activities.orphan": "2 of 3",
      // One names no account, one an unknown one.
      "contacts.orphan": "2 of 3",
      "history.orphan": "1 of 6",
    });
    expect(failing(report, "conflicts")).toEqual({
      // Acme and ACME, Inc. are one; Beta is not.
      "conflict.account_name": "1 of 5",
    });
    // Discovery, Proposal, Discovery, Negotiation, Proposal: one next, two back, one left out.
    expect(figuresOf(report)).toMatchObject({
      stage_skips: 1,
      stage_regressions: 2,
      stage_adherence: 0.25,
      orphans: 5,
      conflicts: 1,
      value_before: 15_000,
      // d4 is 195 days old and 103 days silent: closed out.
      clean_value: 11_000,
      // Half of the rest: every deal is in Proposal.
      weighted_after: 5500,
    });
  });

  it("proposes values and keeps to what a person decided", () => {
    const rows = kept(build());
    const proposals = rows
      .filter(({ proposed }) => proposed !== undefined)
      .map(({ recordId, field, proposed }) => [recordId, field, proposed]);
    expect(proposals).toContainEqual(["d2", "Account Name", "ACME, Inc."]);
    expect(proposals).toContainEqual(["c1", "Email", "lee@acme.example"]);
    expect(proposals).toContainEqual(["c2", "Account ID", "a1"]);
    // The last day of the month after the as-of day's.
    expect(proposals).toContainEqual(["d3", "Close Date", "2026-06-30"]);
    expect(proposals).toContainEqual(["d4", "Stage", "Closed Lost"]);
    const decided = rows.map((row) =>
      row.recordId === "d4" && row.check === "close_out" ? { ...row, decision: "accept" } : row,
    );
    const again = build({ cleanUpList: tableOf(decided as never[]) });
    const item = kept(again).find((one) => one.recordId === "d4" && one.check === "close_out");
    expect(item?.state).toBe("accepted: enter it in the CRM");
    const effect = Object.fromEntries(
      tableIn(again, "clean_up").map(({ key, cells }) => [key, cells.value]),
    );
    expect(effect).toMatchObject({ before: 15_000, after: 11_000, accepted: 11_000 });
    const before = tableIn(build(), "clean_up").find(({ key }) => key === "accepted");
    expect(before?.cells.value).toBe(15_000);
  });

  it("marks what no longer comes up", () => {
    const cleanUpList = tableOf([{ sheet: "Leads", recordId: "x", check: "leads.bad_email" }]);
    expect(kept(build({ cleanUpList })).at(-1)).toMatchObject({
      recordId: "x",
      state: "no longer found",
    });
  });

  it("keeps one audit a quarter, the latest day's", () => {
    const earlier = tableOf([
      { quarter: "2026-Q1", asOf: on("2026-03-20"), score: 0.5 },
      { quarter: "2026-Q2", asOf: on("2026-04-20"), score: 0.6 },
    ]);
    const report = build({ qualityAudits: earlier });
    const audits = kept(report, "qualityAudits");
    expect(audits.map(({ quarter, asOf }) => [quarter, asOf])).toEqual([
      ["2026-Q2", on("2026-05-15")],
      ["2026-Q1", on("2026-03-20")],
    ]);
    const [now] = tableIn(report, "audits");
    expect(now?.cells.change).toBeCloseTo(Number(now?.cells.score) - 0.5, 12);
  });

  it("is a checklist of the quarter beside the audit before; a second run keeps who checked it", () => {
    const earlier = tableOf([
      { quarter: "2026-Q1", asOf: on("2026-03-20"), undeliverable: 4, slowDeals: 2 },
      { quarter: "2026-Q2", asOf: on("2026-04-20"), checkedBy: "Zoe", note: "Half done" },
    ]);
    const contacts = tableOf([
      {
        contactId: "c1",
        lastName: "Lee",
        email: "lee at acme.example",
        lastActivity: on("2025-05-14"),
      },
      {
        contactId: "c2",
        lastName: "Kim",
        email: "kim@acme.example",
        lastActivity: on("2025-05-15"),
      },
      { contactId: "c3", lastName: "Ono", bounced: "hard" },
    ]);
    const report = build({ qualityAudits: earlier, contacts });
    const rows = tableIn(report, "audit").map(({ key, cells }) => [
      ...[key, cells.count, cells.before, cells.state],
    ]);
    expect(rows).toEqual([
      ["duplicates", 0, undefined, "▲ nothing to do"],
      // c1's address is none, c3's mail came back.
      ["undeliverable", 2, 4, "● to do"],
      // 366 days on 2026-05-15; c2's 365 are one too few.
      ["toArchive", 1, undefined, "● to do"],
      // No deal says when it came into its stage but d2, which has been there for 21 days, twice its 10.
      ["slowDeals", 1, 2, "● to do"],
      // The account has a domain, which is all that is told of accounts.
      ["undescribed", 0, undefined, "▲ nothing to do"],
    ]);
    const section = report.sections.find(({ id }) => id === "audit");
    expect(section?.reading).toMatch(
      /^2026-Q2, the counts of 2026-05-15: 3 steps of 5 with something to do. Checked by Zoe\./,
    );
    const audits = kept(report, "qualityAudits");
    expect(audits.map(({ quarter, undeliverable }) => [quarter, undeliverable])).toEqual([
      ["2026-Q2", 2],
      ["2026-Q1", 4],
    ]);
    // Without contacts nothing tells of addresses.
    const poor = build({ contacts: undefined } as Tables);
    const unknown = tableIn(poor, "audit").find(({ key }) => key === "undeliverable");
    expect([unknown?.cells.count, unknown?.cells.state]).toEqual([undefined, "not in the data"]);
  });

  it("says how long the clean-up takes at its pace, by hand", () => {
    const first = build();
    const all = kept(first);
    expect(new Set(all.map(({ firstFound }) => firstFound))).toEqual(new Set([on("2026-05-15")]));
    expect(first.sections.find(({ id }) => id === "time_to_clean")?.reading).toMatch(
      /^\d+ faults found for the first time today; to be through in the usual 2 weeks takes /,
    );
    // Found two weeks ago: two are gone since, everything else is still there.
    const before = [
      ...all.map((row) => ({ ...row, firstFound: on("2026-05-01") })),
      ...["x", "y"].map((recordId) => ({
        ...{ sheet: "Leads", recordId, check: "leads.bad_email", severity: "medium" },
        firstFound: on("2026-05-01"),
      })),
    ];
    const report = build({ cleanUpList: tableOf(before as never[]) });
    const total = report.sections.find(({ id }) => id === "time_to_clean")?.table?.total?.cells;
    expect(total).toMatchObject({
      ...{ open: all.length, cleaned: 2, perWeek: 1, weeksLeft: all.length },
      needed: all.length / 2,
    });
    const gone = kept(report).filter(({ goneOn }) => goneOn !== undefined);
    expect(gone.map(({ recordId, goneOn }) => [recordId, goneOn])).toEqual([
      ["x", on("2026-05-15")],
      ["y", on("2026-05-15")],
    ]);
    // What comes back is found anew.
    const back = all.map((row) => ({
      ...row,
      firstFound: on("2026-04-01"),
      goneOn: on("2026-04-08"),
    }));
    const again = kept(build({ cleanUpList: tableOf(back as never[]) }));
    expect(again.every((row) => row.firstFound === on("2026-05-15") && !("goneOn" in row))).toBe(
      true,
    );
  });

  it("says which sheets there are, what they must fill and how far they do, new leads apart", () => {
    const lead = (leadId: string, created: string, email: string) => ({
      ...{ leadId, createdDate: on(created), email, company: "Acme" },
    });
    const report = build({
      leads: tableOf([
        // Of today, not a day old; of 30 days ago, no longer new.
        lead("l1", "2026-05-15", ""),
        lead("l2", "2026-04-15", ""),
        lead("l3", "2026-05-14", "a@b.example"),
        lead("l4", "2026-04-16", ""),
      ]),
    });
    const rows = tableIn(report, "structure").map(({ key, cells }) => [
      ...[key, cells.records, cells.asked, cells.needed, cells.filled, cells.state, cells.lacking],
    ]);
    expect(rows).toContainEqual(["Leads", 4, 4, 8, 5, "▼ missed", 2]);
    expect(rows).toContainEqual(["Leads of the last 30 days", 2, 2, 4, 3, "▼ missed", undefined]);
    expect(rows).toContainEqual([
      "Tickets",
      undefined,
      0,
      undefined,
      undefined,
      "not imported",
      undefined,
    ]);
    expect(rows).toContainEqual([
      "Activities",
      3,
      0,
      undefined,
      undefined,
      "none asked",
      undefined,
    ]);
    expect(report.sections.find(({ id }) => id === "structure")?.reading).toBe(
      "Leads has 63 % of the values needed, below 90 %; 1 sheet not imported.",
    );
  });

  it("leaves out what it has nothing to say about", () => {
    const report = dataQuality.build(
      request({ tables: { leads: tableOf([{ leadId: "l1", email: "no address" }]) } }),
    );
    expect(figuresOf(report)).toMatchObject({ validity: 0, records: 1 });
    expect(figuresOf(report).consistency).toBeUndefined();
    expect(report.answer).toMatch(/^Data quality /);
  });
});
