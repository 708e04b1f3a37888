import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { permissions } from "../../../src/addon/start/permissions.ts";
import { VERSION } from "../../../src/addon/start/version.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";
import { sampleHost } from "../sampleHost.ts";

const header = [
  "Opportunity ID",
  "Opportunity Name",
  "Owner",
  "Stage",
  "Amount",
  "Currency",
  "Close Date",
];
function importDeals(host: AddonHost, ...rows: readonly (string | number | null)[][]): void {
  const token = host.upload("deals.csv", [header, ...rows]);
  host.ask("revopsImport", { from: { token }, file: "deals.csv", answers: {}, date: "2026-06-01" });
}
const check = (host: AddonHost, title: string) =>
  host.ask("revopsHealth").checks.find((one) => one.title === title);

describe("what the add-on says about itself", () => {
  it("has the package's version and the manifest's permissions", () => {
    expect(VERSION).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
    const { oauthScopes } = JSON.parse(readFileSync("appsscript.json", "utf8"));
    expect(permissions.map(({ scope }) => scope)).toEqual(oauthScopes);
  });
});

describe("the setup check", () => {
  it("points a blank spreadsheet to the import", () => {
    expect(addonHost().ask("revopsHealth").checks).toMatchObject([
      { title: "CRM data", state: "bad", panel: "import" },
      { title: "Size", state: "good" },
    ]);
  });

  it("tells how near the spreadsheet is to the limit of ten million cells", () => {
    const host = sampleHost();
    expect(check(host, "Size")?.state).toBe("good");
    // 250,000 rows of 26 columns are 6.5 million cells.
    host.person(`book.insertSheet("Large").insertRowsAfter(1000, 249000);`);
    expect(check(host, "Size")).toMatchObject({
      state: "warning",
      text: expect.stringMatching(/^6\.\d of the 10 million cells/),
    });
  });

  it("forecasts when snapshots fill the rest at their pace", () => {
    const host = sampleHost();
    const rows = host.cells("Snapshots").length;
    const day = "new Date(2026, 7, 3)";
    // The days of the sample's one import tell no pace; seven rows four weeks later do.
    expect(check(host, "Size")?.text).not.toContain("pace");
    host.person(
      `const sheet = book.getSheetByName("Snapshots");
       const [row] = sheet.getRange(2, 1, 1, sheet.getLastColumn()).getValues();
       const later = Array.from({ length: 7 }, () => [${day}, ...row.slice(1)]);
       sheet.insertRowsAfter(sheet.getMaxRows(), 7);
       sheet.getRange(${rows + 1}, 1, 7, row.length).setValues(later);`,
    );
    expect(check(host, "Size")?.text).toMatch(
      / At a pace of [\d.]+ a week the rows of Snapshots would fill the rest by \d{4,}-\d\d-\d\d\.$/,
    );
  });

  it("finds nothing wrong with the sample company", () => {
    const host = sampleHost();
    const health = host.ask("revopsHealth");
    expect(health.checks.filter(({ state }) => state !== "good")).toEqual([]);
    expect(health.runs.map(({ title }) => title)).toContain("Import of Sample opportunities.csv");
  });

  it("names stages without settings or probability, missing quotas and rates, and unreadable settings", () => {
    const host = addonHost();
    importDeals(
      host,
      ["006A", "Acme", "Ann", "Prospecting", 100, "EUR", "2026-07-01"],
      ["006B", "Beta", "Ann", "Limbo", 100, "USD", "2026-07-01"],
    );
    expect(check(host, "Probabilities")).toMatchObject({
      state: "warning",
      text: expect.stringContaining("Limbo (1 deal)"),
    });
    expect(check(host, "Quotas")).toMatchObject({ state: "warning", panel: "team" });
    expect(check(host, "Currencies")).toMatchObject({
      state: "bad",
      text: "The deals have EUR, USD, and no home currency is set.",
    });
    host.person(`const sheet = book.getSheetByName("Stages");
      const rows = sheet.getDataRange().getValues();
      const at = rows.findIndex((row) => row[1] === "Limbo") + 1;
      sheet.getRange(at, 2).setValue("Elsewhere");
      sheet.getRange(2, 4).setValue("maybe");`);
    expect(check(host, "Stages")).toMatchObject({
      state: "bad",
      text: "Not in the Stages settings: Limbo (1 deal).",
    });
    expect(check(host, "Settings sheets")).toMatchObject({ state: "bad" });
    expect(host.ask("revopsHealth").problems[0]?.text).toContain('Found "maybe"');
  });
});

describe("settings as a file", () => {
  it("go to another spreadsheet and say the same there", () => {
    const host = addonHost();
    importDeals(host, ["006A", "Acme", "Ann", "Limbo", 100, "EUR", "2026-07-01"]);
    host.ask("revopsSetAsOf", { asOf: "2026-05-31" });
    const text = host.ask("revopsExportSettings");
    const other = addonHost();
    const preview = other.ask("revopsImportSettings", { text, preview: true });
    expect(preview.changed).toEqual(expect.arrayContaining(["Stages", "Report options"]));
    expect(other.sheet("Stages")).toBeUndefined();
    other.ask("revopsImportSettings", { text });
    expect(other.ask("revopsExportSettings")).toBe(text);
    expect(other.cells("Stages").flat()).toContain("Limbo");
    expect(other.ask("revopsImportSettings", { text }).changed).toEqual([]);
  });

  it("take people and quotas along, keep those that the file does not name, and can be taken back", () => {
    const host = sampleHost();
    const text = host.ask("revopsExportSettings");
    const { records } = JSON.parse(text);
    expect(records.reps.rows).toHaveLength(6);
    expect(records.quotas.rows).toHaveLength(12);
    const other = addonHost();
    other.ask("revopsImportSettings", { text });
    expect(other.ask("revopsExportSettings")).toBe(text);
    expect(other.ask("revopsImportSettings", { text }).unchanged).toEqual(
      expect.arrayContaining(["Reps", "Quotas"]),
    );

    const file = JSON.parse(text);
    const amount = file.records.quotas.columns.indexOf("Quota Amount");
    file.records.quotas.rows = [file.records.quotas.rows[0]];
    file.records.quotas.rows[0][amount] = 123_456;
    const changed = JSON.stringify(file);
    expect(other.ask("revopsImportSettings", { text: changed }).changed).toEqual(["Quotas"]);
    expect(JSON.parse(other.ask("revopsExportSettings")).records.quotas.rows).toHaveLength(12);
    expect(other.cells("Quotas").flat()).toContain(123_456);
    other.ask("revopsUndoTeam", "quotas");
    expect(other.ask("revopsExportSettings")).toBe(text);

    file.records.quotas.rows[0][amount] = "plenty";
    const refused = { text: JSON.stringify(file) };
    expect(other.refusal("revopsImportSettings", refused)).toMatch(/^Quotas, row 2 of the file: /);
  });

  it("are refused whole when something in them is wrong", () => {
    const host = sampleHost();
    const before = host.ask("revopsExportSettings");
    const refusal = (change: (file: ReturnType<typeof JSON.parse>) => void) => {
      const file = JSON.parse(before);
      change(file);
      return host.refusal("revopsImportSettings", { text: JSON.stringify(file) });
    };
    expect(host.refusal("revopsImportSettings", { text: "%PDF" })).toContain(
      "no file of RevOps settings",
    );
    expect(host.refusal("revopsImportSettings", { text: "null" })).toContain(
      "no file of RevOps settings",
    );
    expect(
      refusal((file) => {
        file.version = 99;
      }),
    ).toContain("newer version");
    expect(
      refusal((file) => {
        file.settings.stages.rows[0] = [{}];
      }),
    ).toContain("part about Stages cannot be read");
    expect(
      refusal((file) => {
        file.settings.calendar.rows[0][1] = 5;
        file.settings.stages.rows[0][3] = "often";
      }),
    ).toMatch(/^Stages, row 2 of the file: Found "often"/);
    expect(host.ask("revopsExportSettings")).toBe(before);
  });
});
