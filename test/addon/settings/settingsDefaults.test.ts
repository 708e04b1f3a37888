import { describe, expect, it } from "vitest";
import type { SettingRow, SettingsDefaults } from "../../../src/addon/settings/settingsTypes.ts";
import type { AddonHost } from "../addonHost.ts";
import { sampleHost } from "../sampleHost.ts";

function started(): AddonHost {
  return sampleHost();
}

const sheetOf = (host: AddonHost, sheet: string): SettingsDefaults => {
  const found = host.ask("revopsDefaults").find(({ state }) => state.sheet === sheet);
  if (!found) throw new Error(`${sheet} has no defaults`);
  return found;
};
const sorted = (rows: readonly SettingRow[]) => rows.map((row) => JSON.stringify(row)).sort();

function reset(host: AddonHost, { state, defaults }: SettingsDefaults): void {
  const { subject, hash } = state;
  const result = host.ask("revopsSaveSettings", [{ subject, rows: defaults, basedOn: hash }]);
  if (!result.saved) throw new Error(JSON.stringify(result));
}

/** Types into a cell of a settings sheet, found by the row's first cells and the heading. */
function type(host: AddonHost, sheet: string, row: string, heading: string, value: string): void {
  const cells = host.cells(sheet);
  const at = cells.findIndex((line) => line.join("/").startsWith(row));
  const column = cells[0]!.indexOf(heading);
  expect([at, column].every((place) => place >= 0)).toBe(true);
  host.person(
    `book.getSheetByName(${JSON.stringify(sheet)}).getRange(${at + 1}, ${column + 1}).setValue(${JSON.stringify(value)});`,
  );
}

describe("settings and their defaults", () => {
  it("finds every sheet of a new workbook as it came", () => {
    const all = started().ask("revopsDefaults");
    expect(all.map(({ state }) => state.sheet)).toEqual([
      ...["Report options", "Context", "Calendar", "Scoring", "Risk", "Required fields"],
      ...["Hygiene rules", "Loss reasons", "Qualification rules", "Category tests", "Benchmarks"],
      "Limits",
    ]);
    for (const { state, defaults } of all) expect(sorted(state.rows)).toEqual(sorted(defaults));
  });

  it.each([
    ["Report options", "Coverage target", "Value", "4"],
    ["Context", "Target win rate", "Value", "0.4"],
    ["Calendar", "Opening hour", "Value", "8"],
    ["Risk", "Base", "Points", "25"],
    ["Hygiene rules", "Opportunities/No amount", "Severity", "off"],
    ["Benchmarks", "Win rate, %", "Low", "1"],
    ["Scoring", "setting/MQL threshold", "Value", "71"],
    ["Loss reasons", "", "Words", "nothing at all"],
  ])("takes %s back to what it came with, and undoes that", (sheet, row, heading, value) => {
    const host = started();
    const first = host.cells(sheet)[1]?.[0];
    type(host, sheet, row === "" ? String(first) : row, heading, value);
    const changed = sheetOf(host, sheet);
    expect(sorted(changed.state.rows)).not.toEqual(sorted(changed.defaults));
    reset(host, changed);
    const after = sheetOf(host, sheet);
    expect(sorted(after.state.rows)).toEqual(sorted(after.defaults));
    host.ask("revopsUndoSettings", changed.state.subject);
    expect(sorted(sheetOf(host, sheet).state.rows)).toEqual(sorted(changed.state.rows));
  });

  it("brings back rows that were deleted, takes out rows of one's own, keeps other columns", () => {
    const host = started();
    host.person(
      `const sheet = book.getSheetByName("Required fields");
       sheet.getRange(1, 6).setValue("Agreed with");
       sheet.getRange(4, 6).setValue("Ana");
       sheet.deleteRow(2);
       sheet.getRange(sheet.getLastRow() + 1, 1, 1, 4).setValues([["Opportunities", "", "Region", "low"]]);`,
    );
    reset(host, sheetOf(host, "Required fields"));
    const { state, defaults } = sheetOf(host, "Required fields");
    expect(sorted(state.rows)).toEqual(sorted(defaults));
    // Row 4 was the need of an amount.
    expect(host.cells("Required fields").filter((row) => row[5] === "Ana")).toMatchObject([
      ["Opportunities", null, "Amount", "high", null, "Ana"],
    ]);
  });

  it("leaves what has no default: the home currency and the holidays", () => {
    const host = started();
    type(host, "Report options", "Home currency", "Value", "EUR");
    type(host, "Report options", "Coverage target", "Value", "4");
    const sheet = "Calendar";
    host.person(
      `const sheet = book.getSheetByName("${sheet}");
       sheet.getRange(sheet.getLastRow() + 1, 1, 2, 2).setValues([["Holiday", "2026-12-25"], ["Holiday", "2026-12-26"]]);`,
    );
    type(host, sheet, "Opening hour", "Value", "8");
    for (const name of ["Report options", sheet]) reset(host, sheetOf(host, name));
    const saved = (name: string, label: string) =>
      sheetOf(host, name)
        .state.rows.filter((row) => row[0] === label)
        .map((row) => row[1]);
    expect(saved("Report options", "Home currency")).toEqual(["EUR"]);
    expect(saved("Report options", "Coverage target")).toEqual([3]);
    expect(saved(sheet, "Opening hour")).toEqual([9]);
    expect(saved(sheet, "Holiday")).toEqual(["2026-12-25", "2026-12-26"]);
  });
});
