import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AddonHost, addonHost } from "../addonHost.ts";

const optional = ["Opportunity Name", "Owner", "Amount", "Next Step", "Close Date"] as const;
const record = fc.record({
  id: fc.integer({ min: 1, max: 8 }),
  "Opportunity Name": fc.constantFrom("Acme", "=SUM(1)", "-1", "'x", "ünï 😀", ""),
  Owner: fc.constantFrom("Ann", "Ben", ""),
  Amount: fc.constantFrom(0, 12.5, -3, 1e9, null),
  "Next Step": fc.constantFrom("call", "2026-01-01", "TRUE", ""),
  "Close Date": fc.constantFrom("2026-06-30", "2024-02-29", ""),
});
const anImport = fc.record({
  columns: fc.subarray([...optional], { minLength: 1 }),
  rows: fc.uniqueArray(record, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
  dated: fc.boolean(),
});

type ImportData = typeof anImport extends fc.Arbitrary<infer Data> ? Data : never;

function send(host: AddonHost, { columns, rows, dated }: ImportData, week: number): void {
  const header = ["Opportunity ID", "Stage", ...columns];
  const lines = rows.map((row) => [
    `D${row.id}`,
    "Prospecting",
    ...columns.map((column) => row[column]),
  ]);
  host.ask("revopsImport", {
    from: { token: host.upload("deals.csv", [header, ...lines]) },
    file: "deals.csv",
    answers: { "deals.csv/file/complete": "complete" },
    ...(dated ? { date: `2026-06-${String(week).padStart(2, "0")}` } : {}),
    batch: `week ${week}`,
  });
}

/** What a person sees in the data sheets: values as shown, without blank cells at the ends. */
function shown(host: AddonHost): string {
  return String(
    host.person(`return JSON.stringify(book.getSheets().filter((sheet) => !sheet.isSheetHidden()).map((sheet) => [
      sheet.getName(),
      sheet.getDataRange().getDisplayValues(),
      sheet.getDataRange().getFormulas().map((row) => row.join("|")).join(""),
    ]));`),
  );
}

describe("taking an import back", () => {
  it("restores every cell whatever two imports said", () => {
    fc.assert(
      fc.property(anImport, anImport, (first, second) => {
        const host = addonHost();
        send(host, first, 1);
        const before = shown(host);
        send(host, second, 8);
        host.ask("revopsUndoImport");
        expect(shown(host)).toBe(before);
      }),
      { numRuns: 10 },
    );
  });
});
