import { describe, expect, it } from "vitest";
import { duplicates } from "../../src/reports/duplicates.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { on, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const fillers = Array.from({ length: 30 }, (_, at) => ({
  contactId: `f${at}`,
  firstName: `Given${at}`,
  lastName: `Family${at * 7}`,
  email: `g${at}.f${at * 7}@firm${at}.example`,
}));
const contacts = [
  ...fillers,
  {
    contactId: "c1",
    firstName: "Robert",
    lastName: "Meier",
    email: "r.meier@acme.de",
    title: "CFO",
    lastActivity: on("2026-03-01"),
  },
];
const leads = [
  {
    leadId: "l1",
    firstName: "Bob",
    lastName: "Meier",
    email: "r.meier@acme.de",
    title: "Chief financial officer",
    phone: "+49 30 1234567",
    lastActivity: on("2026-04-01"),
  },
  { leadId: "l2", lastName: "Meier", email: "r.meier@acme.de", converted: true },
];
const deal = (opportunityId: string, amount: number, close: string) => ({
  opportunityId,
  opportunityName: "Data platform",
  accountName: "Acme",
  stage: "Proposal",
  amount,
  closeDate: on(close),
});
const tables: Tables = {
  contacts: tableOf(contacts),
  leads: tableOf(leads),
  opportunities: tableOf([
    deal("d1", 5000, "2026-06-01"),
    deal("d2", 5000, "2026-06-08"),
    deal("d3", 7000, "2027-06-01"),
  ]),
};
const build = (more: Tables = {}) => duplicates.build(request({ tables: { ...tables, ...more } }));
const kept = (report: ReturnType<typeof build>, table: string) =>
  (report.kept?.find((one) => one.table === table)?.rows ?? []) as Record<string, unknown>[];

describe("duplicates", () => {
  it("counts what stands twice, and pipeline that is counted twice", () => {
    expect(figuresOf(build())).toMatchObject({
      // 31 contacts, one open lead, three deals.
      records: 35,
      duplicates: 2,
      groups: 2,
      value_twice: 5000,
      pairs_decided: 0,
    });
  });

  it("keeps the contact and proposes each field by the latest activity", () => {
    const rows = kept(build(), "mergeProposals").filter(({ mergeId }) => mergeId === "l1");
    expect(rows.map(({ keepId, field, proposed }) => [keepId, field, proposed])).toEqual([
      ["c1", "Record", "Convert lead l1 to contact c1"],
      ["c1", "First Name", "Bob"],
      ["c1", "Phone", "+49 30 1234567"],
      ["c1", "Title", "Chief financial officer"],
      ["c1", "Last Activity", "2026-04-01"],
    ]);
  });

  it("keeps to what a person decided", () => {
    const rows = kept(build(), "duplicatePairs").map((row) =>
      row.otherId === "l1" ? { ...row, decision: "not same" } : row,
    );
    const report = build({ duplicatePairs: tableOf(rows as never[]) });
    expect(figuresOf(report)).toMatchObject({ duplicates: 1, pairs_decided: 1 });
    const decided = kept(report, "duplicatePairs").find(({ otherId }) => otherId === "l1");
    expect(decided?.verdict).toBe("decided: not same");
  });

  it("marks pairs and proposals that no longer come up", () => {
    const report = build({
      duplicatePairs: tableOf([
        { sheet: "Leads", recordId: "x", otherSheet: "Leads", otherId: "y" },
      ]),
    });
    expect(kept(report, "duplicatePairs").at(-1)).toMatchObject({
      recordId: "x",
      verdict: "no longer found",
    });
  });
});
