import { describe, expect, it } from "vitest";
import { dayFromIso, SERIAL_OF_EPOCH } from "../../../src/core/calendar/day.ts";
import { addonHost } from "../addonHost.ts";

const HEADER = [
  "Opportunity ID",
  "Opportunity Name",
  "Opportunity Owner",
  "Stage",
  "Amount",
  "Close Date",
  "Created Date",
];
const DEALS = [
  ["0061", "Acme renewal", "Ana Ruiz", "Negotiation", "120000", "2026-07-15", "2026-04-03"],
  ["0062", "Beta rollout", "Ben Cho", "Negotiation", "80000", "2026-08-20", "2026-04-03"],
];

/** Evening in the spreadsheet's office, already tomorrow in London. */
const NOW = Date.UTC(2026, 5, 16, 2);
const TODAY = "2026-06-15";

/** Two deals as they stood on 1 June 2026. */
function opened() {
  const host = addonHost({ now: () => NOW });
  host.open();
  const token = host.upload("deals.csv", [HEADER, ...DEALS]);
  host.ask("revopsImport", { from: { token }, file: "deals.csv", date: "2026-06-01", answers: {} });
  return host;
}

const rows = (host: ReturnType<typeof opened>, name: string) => {
  const [header = [], ...lines] = host.cells(name);
  return lines.map((line) => Object.fromEntries(header.map((key, at) => [String(key), line[at]])));
};

describe("a snapshot", () => {
  it("adds a row for each deal that stands differently, dated today, and leaves the as-of date alone", () => {
    const host = opened();
    host.person(`book.getSheetByName("Opportunities").getRange("E2").setValue(95000);`);
    host.runMenu("Take a snapshot");
    expect(host.events.at(-1)).toMatchObject({
      kind: "toast",
      text: `Snapshot of ${TODAY}: 1 of 2 deals stand differently from before.`,
    });
    const taken = rows(host, "Snapshots");
    expect(taken).toHaveLength(3);
    expect(taken[2]).toMatchObject({
      "Snapshot Date": dayFromIso(TODAY)! + SERIAL_OF_EPOCH,
      "Opportunity ID": "0061",
      Amount: 95000,
      "Import ID": "I0002",
    });
    expect(rows(host, "Import log")[1]).toMatchObject({
      "Import ID": "I0002",
      Source: "snapshot",
      New: 1,
      Date: null,
    });
    expect(host.ask("revopsReports").asOf).toBe("2026-06-01");
    expect(host.ask("revopsImports").imports).toHaveLength(1);
    expect(
      host.ask("revopsHealth").runs.map(({ title, text }) => ({ title, text })),
    ).toContainEqual({
      title: `Snapshot of ${TODAY}`,
      text: "1 of 2 deals had changed",
    });
  });

  it("gives a sheet of an older version its column Pipeline and loses nothing of it", () => {
    const host = addonHost();
    host.open();
    const header = [...HEADER, "Pipeline"];
    const token = host.upload("deals.csv", [header, ...DEALS.map((row) => [...row, "Renewal"])]);
    const file = { from: { token }, file: "deals.csv", answers: {} };
    host.ask("revopsImport", { ...file, date: "2026-06-01" });
    const before = rows(host, "Snapshots");
    expect(before.map((row) => row.Pipeline)).toEqual(["Renewal", "Renewal"]);
    host.person(`const sheet = book.getSheetByName("Snapshots");
      const header = sheet.getDataRange().getValues()[0];
      sheet.deleteColumn(header.indexOf("Pipeline") + 1);`);
    expect(Object.keys(rows(host, "Snapshots")[0] ?? {})).not.toContain("Pipeline");
    host.runMenu("Take a snapshot");
    const after = rows(host, "Snapshots");
    const olderRows = before.map((row) => ({ ...row, Pipeline: null }));
    expect(after.slice(0, 2)).toEqual(olderRows);
    expect(after.slice(2)).toMatchObject(
      DEALS.map(([id]) => ({ "Opportunity ID": id, Pipeline: "Renewal" })),
    );
    // The column is filled once: the next snapshot has nothing to add.
    host.runMenu("Take a snapshot");
    expect(rows(host, "Snapshots")).toHaveLength(4);
  });

  it("writes nothing where nothing changed, and asks for an import where there are no deals", () => {
    const host = opened();
    const before = host.save();
    host.runMenu("Take a snapshot");
    expect(host.events.at(-1)).toMatchObject({
      text: `No deal stands differently from its last snapshot (${TODAY}).`,
    });
    expect(host.save()).toBe(before);
    const blank = addonHost();
    blank.open();
    blank.runMenu("Take a snapshot");
    expect(blank.events.at(-1)).toMatchObject({
      kind: "alert",
      text: "There are no deals to take a snapshot of; import an export first.",
    });
  });

  it("asks the spreadsheet as often for many deals as for two", () => {
    const host = opened();
    host.person(`book.getSheetByName("Opportunities").getRange("E2").setValue(95000);`);
    host.runMenu("Take a snapshot");
    expect(host.calls().length).toBeLessThanOrEqual(40);
    const many = addonHost();
    many.open();
    const lines = Array.from({ length: 3000 }, (_, at) => [`00${at + 100}`, ...DEALS[0]!.slice(1)]);
    const token = many.upload("deals.csv", [HEADER, ...lines]);
    many.ask("revopsImport", { from: { token }, file: "deals.csv", answers: {} });
    many.runMenu("Take a snapshot");
    expect(many.events.at(-1)).toMatchObject({
      text: `Snapshot of ${TODAY}: the first one, of 3000 deals.`,
    });
    expect(many.calls().length).toBeLessThanOrEqual(40);
  });
});
