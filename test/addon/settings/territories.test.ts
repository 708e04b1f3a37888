import { beforeEach, describe, expect, it } from "vitest";
import type { SettingRow } from "../../../src/addon/settings/settingsTypes.ts";
import { territories } from "../../../src/settings/territories.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

let host: AddonHost;

const labels = territories.columns.map(({ label }) => label);
/** A row of the sheet with these columns filled. */
const rule = (given: Record<string, string | number | boolean>): SettingRow =>
  labels.map((label) => given[label] ?? "");
const RULES = [
  rule({ Territory: "USA", Owner: "Ana", Countries: "United States" }),
  rule({
    Territory: "New England",
    Owner: "Bo",
    "Postal code from": "01000",
    "Postal code to": "06999",
  }),
  rule({ Territory: "Acme", Owner: "Cy", Backup: "Bo", "Named accounts": "acme.com" }),
  rule({ Territory: "Rest", Owner: "Dee", Fallback: true }),
];

beforeEach(() => {
  host = addonHost();
  const rows = [
    ["Account ID", "Account Name", "Domain", "Country", "State", "Postal Code", "Industry"],
    ["A1", "Acme", "acme.com", "US", "CA", "94103", "Retail"],
    ["A2", "Boston Tea", "tea.example", "USA", "MA", "2139", "Food"],
    ["A3", "Paris Tea", "", "France", "", "75001", "Food"],
  ];
  const leads = [
    ["Lead ID", "Last Name", "Company", "Email", "Country", "Converted"],
    ["L1", "Lee", "Acme", "lee@acme.com", "", "FALSE"],
    ["L2", "Kim", "Old", "kim@old.example", "US", "TRUE"],
  ];
  host.person(`const put = (name, rows) => {
      const sheet = book.insertSheet(name);
      sheet.getRange(1, 1, rows.length, rows[0].length).setNumberFormat("@").setValues(rows);
    };
    put("Accounts", ${JSON.stringify(rows)}); put("Leads", ${JSON.stringify(leads)});`);
});

describe("territories", () => {
  it("are none at first, and everything is unmatched", () => {
    const { territories: state, preview, countries, industries } = host.ask("revopsTerritories");
    expect(state.rows).toEqual([]);
    expect(preview).toMatchObject({ accounts: 3, leads: 1, unmatched: 4, problems: [] });
    expect(countries).toContain("France");
    expect(industries[0]).toBe("Food");
  });

  it("are counted on accounts and open leads, with what is shadowed and unmatched", () => {
    const preview = host.ask("revopsPreviewTerritories", { rows: RULES });
    // By hand: USA takes A1 and A2 first; New England would hold for A2, Acme for A1 and L1; A3 is nobody's.
    expect(preview.uses.map(({ accounts, leads, lost }) => [accounts, leads, lost])).toEqual([
      [2, 0, 0],
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 0],
    ]);
    expect(preview.uses[1]?.notes).toEqual([
      "Never counts: earlier rules take all of its records.",
      "1 goes to rule 1, USA, first.",
    ]);
    expect(preview.unmatchedSamples.map(({ id }) => id)).toEqual(["A3"]);
    expect(preview.shadowed).toBe(2);
    expect(preview.shadowedSamples[0]).toMatchObject({
      id: "A1",
      why: "rule 1, USA takes it; rule 3, Acme is more specific.",
    });
  });

  it("answer for one record, of the workbook or typed", () => {
    const ask = (more: object) => host.ask("revopsTryTerritory", { rows: RULES, ...more });
    expect(ask({ find: "lee@acme.com" })).toMatchObject({
      record: { kind: "lead", id: "L1" },
      row: 2,
      sentence: "Acme: Cy (backup Bo), by rule 3.",
    });
    expect(ask({ find: "boston tea" })).toMatchObject({ row: 0, also: ["rule 2, New England"] });
    expect(ask({ record: { country: "Peru" } }).sentence).toBe(
      "Rest: Dee, by the fallback, since no other rule holds.",
    );
    expect(host.refusal("revopsTryTerritory", { rows: RULES, find: "<img onerror=x>" })).toContain(
      "No account or open lead is called <img onerror=x>",
    );
  });

  it("name the row and column of what is wrong", () => {
    const wrong = [
      rule({ Territory: "", Owner: "Ana", Countries: "US" }),
      rule({ Territory: "Small", Owner: "Bo", "Employees from": 9, "Employees to": 3 }),
    ];
    const { problems } = host.ask("revopsPreviewTerritories", { rows: wrong });
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [0, "Territory"],
      [1, "Employees to"],
      [undefined, "Fallback"],
    ]);
  });
});
