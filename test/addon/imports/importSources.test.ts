import { describe, expect, it } from "vitest";
import { type ImportHost, importHost } from "../importHost.ts";
import { hubspotFiles, salesforceFiles } from "./twoCrms.ts";

const importAll = (
  host: ImportHost,
  files: typeof hubspotFiles,
  more: Parameters<ImportHost["importRows"]>[2] = {},
) => files.map(([file, rows]) => host.importRows(file, rows, more));

/** Columns of a sheet by their headings, row by row. */
function columns(host: ImportHost, sheet: string, ...headings: string[]): unknown[][] {
  const [header = [], ...lines] = host.cells(sheet);
  return lines.map((line) => headings.map((heading) => line[header.indexOf(heading)]));
}

describe("exports of two CRMs", () => {
  const both = () => {
    const host = importHost();
    importAll(host, salesforceFiles, { date: "2026-02-01" });
    const results = importAll(host, hubspotFiles, { date: "2026-01-31" });
    return { host, results };
  };

  it("say of every record which one it came from, and keep equal ids apart", () => {
    const { host, results } = both();
    expect(results.map((one) => [one.new, one.changed, one.gone])).toEqual([
      [3, 0, 0],
      [2, 0, 0],
      [2, 0, 0],
    ]);
    expect(columns(host, "Accounts", "Account ID", "Account Name", "Source System")).toEqual([
      ["1001", "Northwind Traders Inc.", "Salesforce"],
      ["1002", "Quarry Steel", "Salesforce"],
      ["1003", "Reed Software", "Salesforce"],
      ["HubSpot:1001", "Tern Airlines", "HubSpot"],
      ["9002", "Northwind Traders", "HubSpot"],
      ["9003", "Quarry Steel", "HubSpot"],
    ]);
    expect(columns(host, "Contacts", "Contact ID", "Account ID", "Source System")).toEqual([
      ["2001", "1001", "Salesforce"],
      ["2002", "1002", "Salesforce"],
      ["8001", "9002", "HubSpot"],
      ["8002", "HubSpot:1001", "HubSpot"],
    ]);
    expect(columns(host, "Opportunities", "Opportunity ID", "Account ID", "Amount")).toEqual([
      ["7001", "1001", 50000],
      ["7002", "1003", 12000],
      ["HubSpot:7001", "HubSpot:1001", 8000],
      ["7009", "9002", 55000],
    ]);
    expect(results[0]?.notes.join(" ")).toContain("kept apart, as HubSpot:1001");
    expect(results[0]?.questions[0]).toMatchObject({
      id: "hubspot-companies.csv/file/same ids",
      samples: ["1001: Tern Airlines / Northwind Traders Inc."],
    });
    expect(results[1]?.questions).toEqual([]);
  });

  it("change nothing when they are imported again, in either order", () => {
    const { host } = both();
    const names = ["Accounts", "Contacts", "Opportunities", "Snapshots"];
    const before = names.map((name) => host.cells(name));
    for (const files of [hubspotFiles, salesforceFiles]) {
      for (const result of importAll(host, files)) {
        expect(result).toMatchObject({ new: 0, changed: 0, gone: 0, questions: [] });
      }
    }
    expect(names.map((name) => host.cells(name))).toEqual(before);
  });

  it("are one CRM's records where a person says so", () => {
    const host = importHost();
    importAll(host, salesforceFiles);
    const [file, rows] = hubspotFiles[0] as (typeof hubspotFiles)[number];
    const answers = { [`${file}/file/same ids`]: "same" };
    const result = host.importRows(file, rows, { answers });
    expect(result).toMatchObject({ new: 2, changed: 1 });
    expect(columns(host, "Accounts", "Account ID", "Account Name")[0]).toEqual([
      "1001",
      "Tern Airlines",
    ]);
  });

  it("are one CRM's records where most are called the same", () => {
    const host = importHost();
    const [file, rows] = hubspotFiles[2] as (typeof hubspotFiles)[number];
    host.importRows(file, rows);
    // Headings that a Salesforce report has as well.
    const again = [
      ["Opportunity ID", "Opportunity Name", "Stage"],
      ["7001", "Tern pilot", "Contract Sent"],
      ["7009", "Northwind renewal 2026", "Contract Sent"],
    ];
    const result = host.importRows("stages.csv", again);
    expect(result).toMatchObject({ source: "salesforce", new: 0, changed: 2 });
    expect(result.questions[0]?.id).toBe("stages.csv/file/same ids");
    const calls = [
      ["Activity ID", "Activity Date", "Activity Type", "Subject", "Assigned", "Opportunity ID"],
      ["A1", "2026-01-28", "Call", "Price", "Ada Okafor", "7009"],
    ];
    host.importRows("calls.csv", calls);
    expect(columns(host, "Activities", "Opportunity ID")).toEqual([["7009"]]);
    expect(columns(host, "Opportunities", "Source System")).toEqual([["HubSpot"], ["HubSpot"]]);
  });

  it("keep apart what names the other one's id before its own record is there", () => {
    const host = importHost();
    importAll(host, salesforceFiles);
    const [file, rows] = hubspotFiles[2] as (typeof hubspotFiles)[number];
    host.importRows(file, rows);
    expect(columns(host, "Opportunities", "Opportunity ID", "Account ID").slice(2)).toEqual([
      ["HubSpot:7001", "HubSpot:1001"],
      ["7009", "9002"],
    ]);
  });

  it("do not take a deal of the other one for gone", () => {
    const { host } = both();
    const [file, rows] = hubspotFiles[2] as (typeof hubspotFiles)[number];
    const answers = { [`${file}/file/complete`]: "complete" };
    const result = host.importRows(file, rows.slice(0, 2), { date: "2026-02-07", answers });
    expect(result).toMatchObject({ unchanged: 1, gone: 1 });
    expect(columns(host, "Opportunities", "Opportunity ID", "Gone Since").slice(0, 3)).toEqual([
      ["7001", null],
      ["7002", null],
      ["HubSpot:7001", null],
    ]);
  });

  it("meet records that a workbook had before, whose source nobody knows, under their ids", () => {
    const host = importHost();
    const [file, rows] = salesforceFiles[0] as (typeof salesforceFiles)[number];
    host.importRows(file, rows);
    const at = host.cells("Accounts")[0]?.indexOf("Source System") ?? -1;
    host.run(
      `SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Accounts").deleteColumn(${at + 1})`,
    );
    const result = host.importRows(file, rows);
    expect(result).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(result.notes).toContain("Source System of 3 known records of Accounts: Salesforce.");
    expect(columns(host, "Accounts", "Source System")).toEqual([
      ["Salesforce"],
      ["Salesforce"],
      ["Salesforce"],
    ]);
  });
});

describe("a table of no known CRM", () => {
  const rows = [
    ["Account ID", "Account Name", "Employees"],
    ["1001", "Northwind Traders", "260"],
    ["5001", "Slate Telecom", "70"],
  ];

  it("names its file without the date, and updates the record of its id", () => {
    const host = importHost();
    const [file, accounts] = hubspotFiles[0] as (typeof hubspotFiles)[number];
    host.importRows(file, accounts);
    expect(host.importRows("sizes 2026-02-01.csv", rows)).toMatchObject({
      source: "generic",
      new: 1,
      changed: 1,
      questions: [
        {
          id: "sizes 2026-02-01.csv/file/same ids",
          samples: ["1001: Northwind Traders / Tern Airlines"],
        },
      ],
    });
    expect(columns(host, "Accounts", "Account ID", "Source System")).toEqual([
      ["1001", "HubSpot"],
      ["9002", "HubSpot"],
      ["9003", "HubSpot"],
      ["5001", "sizes.csv"],
    ]);
  });

  it("keeps its records apart where a person says so, and from then on", () => {
    const host = importHost();
    const [file, accounts] = hubspotFiles[0] as (typeof hubspotFiles)[number];
    host.importRows(file, accounts);
    const answers = { "sizes.csv/file/same ids": "own" };
    expect(host.importRows("sizes.csv", rows, { answers })).toMatchObject({ new: 2, changed: 0 });
    const before = host.cells("Accounts");
    expect(columns(host, "Accounts", "Account ID", "Account Name").slice(3)).toEqual([
      ["sizes.csv:1001", "Northwind Traders"],
      ["5001", "Slate Telecom"],
    ]);
    expect(host.importRows("sizes.csv", rows)).toMatchObject({ unchanged: 2, questions: [] });
    expect(host.cells("Accounts")).toEqual(before);
  });
});
