import { describe, expect, it } from "vitest";
import { dataQuality } from "../../src/reports/dataQuality.ts";
import { duplicates } from "../../src/reports/duplicates.ts";
import type { Settings } from "../../src/settings/settings.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { on, request, settings } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const salesforce = { sourceSystem: "Salesforce" };
const hubspot = { sourceSystem: "HubSpot" };

/**
 * Three accounts, two people and one deal stand in both CRMs. By hand, what both say and what of it differs:
 * Acme phone (same number written otherwise) no, employees yes; Beta industry yes; Acme's names (Inc.) no, domains no;
 * Ana's title yes, opt-out yes, mail (case) no, names no; the deal's amount and close date yes, its name (case) no,
 * its stage no (both open), its owner no. Gamma stands three times in HubSpot: nobody knows which of them is meant.
 */
const tables: Tables = {
  accounts: tableOf([
    {
      accountId: "1",
      accountName: "Acme, Inc.",
      domain: "www.acme.example",
      phone: "+1 206 555 0100",
      employees: 250,
      lastActivity: on("2026-05-01"),
      ...salesforce,
    },
    {
      accountId: "2",
      accountName: "Beta Works",
      domain: "beta.example",
      industry: "Metals",
      ...salesforce,
    },
    { accountId: "3", accountName: "Gamma", domain: "gamma.example", city: "Ulm", ...salesforce },
    {
      accountId: "HubSpot:1",
      accountName: "Acme",
      domain: "acme.example",
      phone: "(206) 555-0100",
      employees: 300,
      lastActivity: on("2026-05-10"),
      ...hubspot,
    },
    {
      accountId: "12",
      accountName: "Beta Works",
      domain: "beta.example",
      industry: "Steel",
      ...hubspot,
    },
    { accountId: "4", accountName: "Delta", domain: "delta.example", city: "Bonn" },
  ]),
  contacts: tableOf([
    {
      contactId: "c1",
      firstName: "Ana",
      lastName: "Roth",
      email: "ana@acme.example",
      title: "CFO",
      emailOptOut: true,
      lastActivity: on("2026-05-01"),
      ...salesforce,
    },
    {
      contactId: "c2",
      firstName: "Ana",
      lastName: "Roth",
      email: "Ana@acme.example",
      title: "Finance director",
      emailOptOut: false,
      lastActivity: on("2026-05-10"),
      ...hubspot,
    },
  ]),
  opportunities: tableOf([
    {
      opportunityId: "d1",
      opportunityName: "Acme renewal",
      accountId: "1",
      owner: "Ana Ruiz",
      stage: "Proposal",
      amount: 50_000,
      currency: "USD",
      closeDate: on("2026-06-10"),
      lastActivity: on("2026-05-01"),
      ...salesforce,
    },
    {
      opportunityId: "d2",
      opportunityName: "ACME Renewal",
      accountId: "HubSpot:1",
      owner: "Ana Ruiz",
      stage: "Negotiation",
      amount: 55_000,
      currency: "USD",
      closeDate: on("2026-06-20"),
      lastActivity: on("2026-05-10"),
      ...hubspot,
    },
  ]),
};

const believing = (system: string): Settings => ({
  ...settings,
  hygieneRules: new Map(
    [...settings.hygieneRules].map(([id, rule]) => [
      id,
      id.startsWith("sources.") ? { ...rule, systemOfRecord: system } : rule,
    ]),
  ),
});
const quality = (system = "", more: Tables = {}) =>
  dataQuality.build(request({ tables: { ...tables, ...more }, settings: believing(system) }));
const disputes = (report: ReturnType<typeof quality>) =>
  report.sections
    .find(({ id }) => id === "disputes")
    ?.table?.rows.map(({ cells }) => [
      cells.record,
      cells.field,
      `${cells.value} ${cells.source}`,
      `${cells.other} ${cells.other_source}`,
      cells.proposed,
    ]);

const [LATEST, NOBODY] = ["By latest activity", "No: a person decides"];

describe("records in two sources", () => {
  it("lists each field that differs, with the value of the latest activity where no system is named", () => {
    const report = quality();
    expect(disputes(report)).toEqual([
      // Deals before accounts before people; Beta has no activity in either CRM.
      ["Acme renewal (d1)", "Amount", "55000 HubSpot", "50000 Salesforce", LATEST],
      ["Acme renewal (d1)", "Close Date", "2026-06-20 HubSpot", "2026-06-10 Salesforce", LATEST],
      ["Acme, Inc. (1)", "Employees", "300 HubSpot", "250 Salesforce", LATEST],
      ["Beta Works (12)", "Industry", "Metals Salesforce", "Steel HubSpot", NOBODY],
      ["Ana Roth (c1)", "Title", "Finance director HubSpot", "CFO Salesforce", LATEST],
      // A later "no" takes nobody's refusal of mails away.
      ["Ana Roth (c1)", "Email Opt Out", "no HubSpot", "yes Salesforce", NOBODY],
    ]);
    const section = report.sections.find(({ id }) => id === "disputes");
    // Acme 4 values (name, domain, phone, employees), Beta 3, Ana 5, the deal 5 (name, owner, stage, amount, date)
    // and its account's name is in neither.
    expect(section?.reading).toBe(
      "4 records stand in several sources, which differ in 6 of 17 values that both give. 1 open deal of them counts in the pipeline more than once.",
    );
    expect(figuresOf(report).conflicts).toBe(6);
  });

  it("believes the system of record, proposes its value in the clean-up list and writes nothing", () => {
    const report = quality("Salesforce");
    expect(disputes(report)?.map((row) => [row[1], row[2], row[4]])).toEqual(
      [
        ["Amount", "50000 Salesforce"],
        ["Close Date", "2026-06-10 Salesforce"],
        ["Employees", "250 Salesforce"],
        ["Industry", "Metals Salesforce"],
        ["Title", "CFO Salesforce"],
        ["Email Opt Out", "yes Salesforce"],
      ].map((row) => [...row, "By system of record"]),
    );
    const items = (report.kept?.find(({ table }) => table === "cleanUpList")?.rows ?? []) as Record<
      string,
      unknown
    >[];
    expect(items.find(({ check }) => check === "sources.deals.opportunities.amount")).toMatchObject(
      {
        sheet: "Opportunities",
        recordId: "d2",
        field: "Amount",
        now: "55000",
        proposed: "50000",
        reason: "Salesforce is the system of record",
      },
    );
    expect(report.kept?.map(({ table }) => table)).not.toContain("opportunities");
  });

  it("says when no record comes from the system of record", () => {
    const section = quality("Salesfroce").sections.find(({ id }) => id === "disputes");
    expect(section?.reading).toContain("No record comes from Salesfroce");
  });

  it("compares amounts of two currencies with their currency, and no deal that is gone", () => {
    const [one, two] = tables.opportunities?.rows ?? [];
    const euro = {
      opportunities: tableOf([one, { ...two, amount: 50_000, currency: "EUR" }] as never[]),
    };
    expect(disputes(quality("", euro))?.[0]?.slice(1, 4)).toEqual([
      "Amount",
      "50000 EUR HubSpot",
      "50000 USD Salesforce",
    ]);
    const gone = {
      opportunities: tableOf([one, { ...two, goneSince: on("2026-05-12") }] as never[]),
    };
    expect(disputes(quality("", gone))?.map((row) => row[1])).not.toContain("Amount");
  });

  it("leaves the section out where all records come from one source, or nobody knows from where", () => {
    const plain = (rows: readonly object[] = []) =>
      tableOf(rows.map((row) => ({ ...row, sourceSystem: undefined })));
    const report = quality("", {
      accounts: plain(tables.accounts?.rows) as never,
      contacts: plain(tables.contacts?.rows) as never,
      opportunities: plain(tables.opportunities?.rows) as never,
    });
    expect(report.sections.map(({ id }) => id)).not.toContain("disputes");
  });

  it("keeps apart what a person parted, and asks nobody twice which of several is meant", () => {
    const twins = tableOf([
      ...(tables.accounts?.rows ?? []),
      { accountId: "31", accountName: "Gamma", domain: "gamma.example", city: "Bonn", ...hubspot },
      { accountId: "32", accountName: "Gamma", domain: "gamma.example", city: "Köln", ...hubspot },
    ]);
    const parted = tableOf(
      ["1/HubSpot:1", "2/12", "3/31", "3/32"].map((pair) => {
        const [recordId, otherId] = pair.split("/") as [string, string];
        return {
          sheet: "Accounts",
          recordId,
          otherSheet: "Accounts",
          otherId,
          decision: "not same",
        };
      }),
    );
    const names = disputes(quality("", { accounts: twins, duplicatePairs: parted as never }));
    expect(names?.map((row) => row[1])).toEqual(["Amount", "Close Date", "Title", "Email Opt Out"]);
  });
});

describe("merge proposals of records in two sources", () => {
  const proposals = (system: string) => {
    const report = duplicates.build(request({ tables, settings: believing(system) }));
    const rows = (report.kept?.find(({ table }) => table === "mergeProposals")?.rows ??
      []) as Record<string, unknown>[];
    return rows
      .filter(({ sheet }) => sheet === "Contacts")
      .map(({ keepId, field, proposed, reason }) => [keepId, field, proposed, reason]);
  };

  it("keep the record with the latest activity where no system of record is named", () => {
    expect(proposals("").slice(1)).toEqual([
      ["c2", "Title", "Finance director", "of the record with the latest activity"],
      ["c2", "Email Opt Out", "true", "who wants no mails wants none"],
      ["c2", "Last Activity", "2026-05-10", "of the record with the latest activity"],
    ]);
  });

  it("keep the system of record's and say by which rule each field was chosen", () => {
    const rows = proposals("Salesforce");
    expect(rows.slice(1)).toEqual([
      // Mail addresses differ in case alone; the refusal of mails is the kept record's own.
      ["c1", "Title", "CFO", "of the system of record, Salesforce"],
      ["c1", "Last Activity", "2026-05-10", "of the record with the latest activity"],
    ]);
  });
});
