import { describe, expect, it } from "vitest";
import { areApart, idInSheets, sourceAfter, sourceSystem } from "../../src/core/sourceSystem.ts";

describe("sourceSystem", () => {
  it("is the CRM where one was recognised", () => {
    expect(sourceSystem("deals.csv", "HubSpot")).toBe("HubSpot");
  });

  // Names as people and browsers give them; the expected one is what is left when the day is crossed out.
  it.each([
    ["accounts.csv", "accounts.csv"],
    ["exports/2026-02/accounts_2026-02-01.csv", "accounts.csv"],
    ["accounts 20260201.xlsx", "accounts.xlsx"],
    ["2026-02 pipeline (3).csv", "pipeline.csv"],
    ["pipeline-01.02.2026.tsv", "pipeline.tsv"],
    ["2026-02-01.csv", "2026-02-01.csv"],
    ["Q1 deals.csv", "Q1 deals.csv"],
    ["crm.xlsx/Deals", "crm.xlsx"],
    ["Raw deals", "Raw deals"],
    ["deals_900142.csv", "deals_900142.csv"],
  ])("is the file without its date: %s", (file, expected) => {
    expect(sourceSystem(file, undefined)).toBe(expected);
  });
});

describe("areApart", () => {
  it("holds for two CRMs alone", () => {
    expect(areApart("Salesforce", "hubspot ")).toBe(true);
    expect(areApart("Salesforce", "salesforce")).toBe(false);
    expect(areApart("Salesforce", "accounts.csv")).toBe(false);
    expect(areApart(undefined, "HubSpot")).toBe(false);
  });
});

describe("sourceAfter", () => {
  it("fills what is blank, lets a CRM take a file's place, and keeps everything else", () => {
    expect(sourceAfter(undefined, "a.csv")).toBe("a.csv");
    expect(sourceAfter(" ", "HubSpot")).toBe("HubSpot");
    expect(sourceAfter("a.csv", "HubSpot")).toBe("HubSpot");
    expect(sourceAfter("a.csv", "b.csv")).toBe("a.csv");
    expect(sourceAfter("HubSpot", "a.csv")).toBe("HubSpot");
    expect(sourceAfter("Old database", "HubSpot")).toBe("Old database");
  });

  it("comes to rest: the same files again change nothing", () => {
    const files = ["a.csv", "HubSpot", "b.csv", "Salesforce"];
    const once = files.reduce<string | undefined>(sourceAfter, undefined);
    expect(files.reduce<string | undefined>(sourceAfter, once)).toBe(once);
  });
});

describe("idInSheets", () => {
  const accounts = new Map([
    ["1001", "Salesforce"],
    ["1002", "HubSpot"],
    ["1003", undefined],
    ["1004", "old.csv"],
    ["HubSpot:1005", "HubSpot"],
  ]);

  it.each([
    ["1001", "HubSpot:1001"],
    ["1002", "1002"],
    ["1003", "1003"],
    ["1004", "1004"],
    ["1005", "HubSpot:1005"],
    ["1006", "1006"],
  ])("of HubSpot's %s is %s", (id, expected) => {
    expect(idInSheets(id, "HubSpot", [accounts])).toBe(expected);
  });

  it("is the own one where any sheet has it from the same CRM", () => {
    const leads = new Map([["1001", "HubSpot"]]);
    expect(idInSheets("1001", "HubSpot", [accounts, leads])).toBe("1001");
  });

  it("knows a Salesforce id in both of its lengths", () => {
    // 001D000000IqhSL and its 18 characters are one id (Salesforce documentation's example form).
    const known = new Map([["001D000000IqhSL", "HubSpot"]]);
    expect(idInSheets("001D000000IqhSLIAZ", "Salesforce", [known])).toBe(
      "Salesforce:001D000000IqhSL",
    );
  });
});
