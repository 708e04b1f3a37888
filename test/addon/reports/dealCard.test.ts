import { expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

const SHEET = `
  const rows = [
    ["Opportunity ID", "Opportunity Name", "Stage", "Amount", "Close Date", "Created Date", "Contact Count"],
    ["006A00", "Acme", "Proposal", 100, "2026-07-01", "2026-06-01", 1],
    ["006B00", "Beta", "Proposal", 900, "2026-07-01", "2026-01-01", 1],
  ];
  book.insertSheet("Opportunities").getRange(1, 1, 3, 7).setValues(rows);
`;

it("shows the deal of the selected row on a sheet of its own, from a report's row too", () => {
  const host = addonHost();
  host.person(SHEET);
  const run = (name: string, deal?: string) =>
    host.ask("revopsReport", { name, asOf: "2026-06-15", ...(deal ? { deal } : {}) });
  const select = (sheet: string, cell: string) =>
    host.person(`book.setActiveSheet(book.getSheetByName("${sheet}"));
      book.getSheetByName("${sheet}").getRange("${cell}").activate();`);
  select("Opportunities", "C2");
  expect(run("deal-card").sheet).toBe("Deal card 006A00");
  expect(run("deal-card", "006B00").sheet).toBe("Deal card 006B00");
  const { sheet } = run("deal-risk");
  const row = host.cells(sheet).findIndex((cells) => cells.includes("006B00")) + 1;
  select(sheet, `B${row}`);
  expect(run("deal-card").sheet).toBe("Deal card 006B00");
});

it("knows a deal with a short id by the row of a report's table", () => {
  const host = addonHost();
  host.person(SHEET.replaceAll("006A00", "D1").replaceAll("006B00", "D2"));
  const { sheet } = host.ask("revopsReport", { name: "pipeline-review", asOf: "2026-06-15" });
  for (const id of ["D1", "D2"]) {
    const row = host.cells(sheet).findIndex((cells) => cells.includes(`t:deals/${id}`)) + 1;
    expect(row).toBeGreaterThan(0);
    host.person(`book.setActiveSheet(book.getSheetByName("${sheet}"));
      book.getSheetByName("${sheet}").getRange("B${row}").activate();`);
    const card = host.ask("revopsReport", { name: "deal-card", asOf: "2026-06-15" });
    expect(card.sheet).toBe(`Deal card ${id}`);
  }
});
