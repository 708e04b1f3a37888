import { beforeEach, describe, expect, it } from "vitest";
import type { Answer, ReportRunResult } from "../../../src/addon/calls/requests.ts";
import { type ImportHost, importHost } from "../importHost.ts";
import { hubspotFiles, salesforceFiles } from "./twoCrms.ts";

describe("a company in two CRMs", () => {
  let host: ImportHost;
  beforeEach(() => {
    host = importHost();
    for (const [file, rows] of [...salesforceFiles, ...hubspotFiles]) host.importRows(file, rows);
    host.call("revopsCreateSettings");
  });
  const run = (name: string) => {
    const answer = host.call("revopsReport", { name, whole: true }) as Answer<ReportRunResult>;
    if (!answer.ok) throw new Error(answer.message);
    return answer.value.report;
  };
  const crmCells = () => ["Accounts", "Contacts", "Opportunities"].map((name) => host.cells(name));
  const disputes = () =>
    run("data-quality")
      ?.sections.find(({ id }) => id === "disputes")
      ?.table?.rows.map(({ cells }) => [cells.field, cells.value, cells.other]);

  it("is compared field by field; the latest activity is believed until a system of record is named", () => {
    // Read off the two exports by hand; everything else that both give is the same.
    expect(disputes()).toEqual([
      ["Amount", "55000", "50000"],
      ["Close Date", "2026-04-15", "2026-03-31"],
      ["Phone", "+1 206 555 0177", "+1 206 555 0100"],
      ["Employees", "300", "250"],
      ["Industry", "Manufacturing", "Metals"],
      ["Title", "Chief Financial Officer", "CFO"],
      ["Email Opt Out", "yes", "no"],
    ]);
  });

  it("follows the system of record of the Hygiene rules sheet, and no CRM row changes", () => {
    const before = crmCells();
    const rules = host.cells("Hygiene rules");
    const column = (rules[0] ?? []).indexOf("System of record") + 1;
    rules.forEach((row, at) => {
      if (row[0] === "Two sources")
        host.run(
          `SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Hygiene rules").getRange(${at + 1}, ${column}).setValue("Salesforce")`,
        );
    });
    expect(rules.filter(([sheet]) => sheet === "Two sources")).toHaveLength(3);
    expect(disputes()?.map((row) => row[1])).toEqual([
      ...["50000", "2026-03-31", "+1 206 555 0100", "250", "Manufacturing", "CFO", "no"],
    ]);
    const findings = run("duplicates")?.sections.find(({ id }) => id === "findings")?.findings;
    const twice = findings?.find(({ id }) => id === "open_twice");
    // Northwind's renewal, 7001 there and 7009 here; Tern's pilot has the id 7001 of HubSpot and is another deal.
    expect(twice?.what).toBe(
      "1 deal is open in two sources at different amounts, so the pipeline counts it twice: Northwind renewal 2026 (USD 50,000 in Salesforce and USD 55,000 in HubSpot).",
    );
    const [header = [], ...proposals] = host.cells("Merge proposals");
    const kept = new Set(proposals.map((row) => row[header.indexOf("Keep")]));
    expect([...kept].sort()).toEqual(["1001", "1002", "2001"]);
    expect(crmCells()).toEqual(before);
  });
});
