import { describe, expect, it } from "vitest";
import type { Deal } from "../../src/core/deals/deal.ts";
import { dealCard } from "../../src/reports/dealCard.ts";
import type { Report } from "../../src/reports/report.ts";
import { asOf, on, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const rowsOf = (report: Report, id: string) =>
  report.sections.find((section) => section.id === id)?.table?.rows ?? [];

const open: Deal = {
  opportunityId: "A",
  opportunityName: "Risky",
  accountName: "Acme",
  owner: "r1",
  stage: "Proposal",
  amount: 100_000,
  segment: "SMB",
  createdDate: on("2026-01-01"),
  closeDate: on("2026-06-30"),
  economicBuyerMet: false,
  contactCount: 5,
  meddicMetrics: 10,
  meddicPain: 5,
};
// Twelve closed deals of the segment, the last three won.
const closed: readonly Deal[] = Array.from({ length: 12 }, (_, at) => ({
  opportunityId: `C${at}`,
  stage: at >= 9 ? "Closed Won" : "Closed Lost",
  segment: "SMB",
  amount: 1_000,
  closeDate: on("2026-01-01") + at,
  lossReason: "Price",
}));
const small: Deal = { ...open, opportunityId: "B", amount: 10, economicBuyerMet: true };
const build = (deal?: string, more = {}) =>
  dealCard.build(
    request({
      deal,
      tables: { ...request().tables, opportunities: tableOf([small, ...closed, open]), ...more },
    }),
  );

describe("deal card", () => {
  it("shows the deal with most money at risk, or the one that is asked for", () => {
    expect(build().subject).toBe("A");
    expect(build("B").subject).toBe("B");
    expect(() => build("Z")).toThrow("There is no deal Z on the Opportunities sheet");
  });

  it("adds the parts up to the risk and says what mending each would change", () => {
    const report = build();
    // 20 + no economic buyer 30 + older than 90 days 25 = 75. Chance: 50 % x 0.4 / 0.8 now; at 45 it is 50 % x 0.6 / 0.8.
    expect(figuresOf(report)).toMatchObject({
      risk: 75,
      chance: 0.25,
      money_at_risk: 25_000,
      similar: 3 / 12,
      probability: 0.5,
    });
    const parts = rowsOf(report, "factors");
    expect(parts.reduce((sum, { cells }) => sum + Number(cells.points ?? 0), 0)).toBe(75);
    const buyer = parts.find(({ key }) => key === "economicBuyer")?.cells;
    expect(buyer).toMatchObject({ points: 30, without: 45 });
    expect(rowsOf(report, "plan")[0]?.cells).toMatchObject({ who: "Ana Ruiz", due: asOf + 7 });
    expect(buyer?.chance).toBeCloseTo(0.375, 12);
    expect(parts.find(({ key }) => key === "budget")?.cells).toMatchObject({
      points: undefined,
      evidence: "unknown",
    });
    expect(report.answer).toBe(
      "Risky, USD 100 k in Proposal: risk 75 (high), USD 25 k of its weighted value at risk. First: meet the economic buyer, with an executive sponsor if need be (Ana Ruiz): risk 75 to 45, chance 25 % to 38 %.",
    );
  });

  it("shows what the next stage needs, what MEDDIC lacks, and similar deals", () => {
    const report = build();
    const rows = new Map(rowsOf(report, "qualification").map(({ key, cells }) => [key, cells]));
    expect(rows.get("MEDDIC")).toMatchObject({ state: "15 of 100 so far" });
    expect(String(rows.get("MEDDIC")?.detail)).toContain("not asked: economic buyer,");
    expect(rows.get("ready")?.what).toBe("Needed for Negotiation");
    expect(rowsOf(report, "similar").map(({ cells }) => cells.outcome)).toEqual([
      ...Array(3).fill("▲ Won"),
      ...Array(5).fill("▼ Lost"),
    ]);
  });

  it("tells what changed, was done and who is there", () => {
    const report = build("A", {
      opportunityHistory: tableOf([
        {
          opportunityId: "A",
          changedAt: on("2026-04-01"),
          field: "StageName",
          fromValue: "Discovery",
          toValue: "Proposal",
        },
      ]),
      activities: tableOf([{ date: asOf - 1, type: "Call", opportunityId: "A", owner: "r1" }]),
      opportunityContacts: tableOf([{ opportunityId: "A", contactId: "c1", role: "Champion" }]),
      contacts: tableOf([{ contactId: "c1", firstName: "Cleo", lastName: "Park" }]),
    });
    expect(rowsOf(report, "life").map(({ cells }) => cells)).toEqual([
      { day: on("2026-04-01"), what: "Stage", was: "Discovery", is: "Proposal" },
    ]);
    expect(rowsOf(report, "activities")[0]?.cells).toMatchObject({
      type: "Call",
      owner: "Ana Ruiz",
    });
    expect(rowsOf(report, "contacts")[0]?.cells).toMatchObject({
      name: "Cleo Park",
      role: "Champion",
    });
  });

  it("says of a closed deal how it ended, and puts nothing at risk", () => {
    const report = build("C0");
    expect(report.answer).toContain("C0, USD 1,000 in Closed Lost: lost on 2026-01-01");
    expect(figuresOf(report).risk).toBeUndefined();
    expect(report.checks).toEqual([]);
  });

  it("adds a fitted risk up in log-odds, and takes what factors add to a loss off the odds of winning", () => {
    const line = (factor: string, value: number, average = 0) => ({
      version: 1,
      factor,
      value,
      average,
    });
    const riskModel = tableOf([
      { ...line("average deal", -1), deals: 40, lost: 9, trainedAsOf: asOf },
      line("economicBuyer", 1.5, 0.5),
      line("Segment: smb", 1, 0.25),
    ]);
    const report = build("A", { riskModel });
    // -1 + 1.5 x (1 - .5) + 1 x (1 - .25) = .5.
    expect(figuresOf(report).risk).toBeCloseTo(100 / (1 + Math.exp(-0.5)), 9);
    // The stage's 50 % have odds of 1; the missing buyer takes .75 off the log-odds. Met, it is -1.5: .75 more than even.
    expect(figuresOf(report).chance).toBeCloseTo(1 / (1 + Math.exp(0.75)), 9);
    const rows = rowsOf(report, "factors");
    const buyer = rows.find(({ key }) => key === "economicBuyer");
    expect(buyer?.cells.points).toBeCloseTo(0.75, 9);
    expect(buyer?.cells.without).toBeCloseTo(100 / (1 + Math.exp(1)), 9);
    expect(buyer?.cells.chance).toBeCloseTo(1 / (1 + Math.exp(-0.75)), 9);
    expect(rows.find(({ key }) => key === "segment")?.cells).toMatchObject({ evidence: "SMB" });
    expect(report.checks.map(({ value }) => value)).toEqual([0]);
  });

  it("shows what was asked in the sidebar, until when it holds, and the stop conditions answered with yes", () => {
    const answer = (framework: string, question: string, points: number, assessedOn: number) => ({
      recordId: "A",
      framework,
      question,
      points,
      assessedOn,
    });
    const report = build("A", {
      qualification: tableOf([
        answer("MEDDIC", "Champion", 15, asOf - 40),
        answer("BANT", "Need", 25, asOf - 3),
        answer("Stop", "Custom work", 1, asOf - 3),
      ]),
    });
    const rows = new Map(rowsOf(report, "qualification").map(({ key, cells }) => [key, cells]));
    // Answers hold for 30 days; the record's own MEDDIC fields give way to what was asked.
    expect(rows.get("MEDDIC")?.state).toBe("15 of 100 so far, 5 not asked");
    expect(String(rows.get("MEDDIC")?.detail)).toMatch(
      /^held until .*: ask again; not asked: metrics/,
    );
    expect(String(rows.get("BANT")?.detail)).toMatch(/^holds until /);
    expect(rows.get("stops")).toMatchObject({ state: "1 holds", detail: "custom work" });
  });
});
