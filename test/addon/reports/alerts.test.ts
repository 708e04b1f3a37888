import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type AddonHost, addonHost } from "../addonHost.ts";

const rowsOf = (host: AddonHost, name: string) => {
  const [header = [], ...lines] = host.cells(name);
  return lines.map((line) => Object.fromEntries(header.map((key, at) => [String(key), line[at]])));
};
const words = (host: AddonHost, start: string) => {
  const sheet = host.workbook.sheets.find(({ name }) => name.startsWith(start));
  return sheet ? host.cells(sheet.name).flat().join("\n") : "";
};

/** Writes into the column of a sheet with that heading. */
const type = (host: AddonHost, sheet: string, row: number, heading: string, value: string) =>
  host.person(`const sheet = book.getSheetByName("${sheet}");
    const column = sheet.getDataRange().getValues()[0].indexOf("${heading}") + 1;
    sheet.getRange(${row}, column).setValue("${value}");`);

describe("the limits", () => {
  const manifest = JSON.parse(readFileSync("appsscript.json", "utf8")) as { oauthScopes: string[] };
  const host = addonHost({ manifest });
  beforeAll(() => {
    host.open();
    host.ask("revopsSample");
    // Coverage of 1,000,000 x is out of reach: that limit is crossed whatever the sample says.
    const at = rowsOf(host, "Limits").findIndex(({ Figure }) => Figure === "Coverage, x") + 2;
    type(host, "Limits", at, "Lower limit", "1000000");
    host.runMenu("Check the limits");
  }, 60_000);

  const coverage = () => rowsOf(host, "Alert log").find(({ Figure }) => Figure === "coverage");

  it("are told as crossed, logged, and in the register where they are wanted there", () => {
    expect(coverage()).toMatchObject({ State: "New", Side: "below", Severity: "high" });
    expect(words(host, "Alerts ")).toContain("below 1,000,000 x");
    const actions = rowsOf(host, "Action register").map((row) => row["Action ID"]);
    expect(actions).toContain("alerts/coverage");
  });

  it("stay acknowledged when they are checked again, with few calls", () => {
    const row = rowsOf(host, "Alert log").findIndex(({ Figure }) => Figure === "coverage") + 2;
    type(host, "Alert log", row, "Acknowledged", "Ada");
    const before = rowsOf(host, "Alert log").length;
    host.runMenu("Check the limits");
    // It reads what four reports read.
    expect(host.calls().length).toBeLessThanOrEqual(45);
    expect(coverage()).toMatchObject({ State: "New", Acknowledged: "Ada" });
    expect(rowsOf(host, "Alert log")).toHaveLength(before);
  });

  it("stand in the pipeline review and in the digest", () => {
    host.ask("revopsReport", { name: "pipeline-review" });
    expect(words(host, "Pipeline review ")).toContain("below 1,000,000 x");
    const choice = { every: "day", hour: 6, digest: true, limits: true } as const;
    host.ask("revopsSetSchedule", { choice });
    host.runTriggers();
    const { last } = host.ask("revopsReports").schedule;
    expect(last).toMatchObject({ isFine: true });
    expect(last?.text).toMatch(/Alerts .*: .*Digest /s);
    expect(words(host, "Digest ")).toContain("below 1,000,000 x");
  });
});
