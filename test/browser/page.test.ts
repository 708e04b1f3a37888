import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isoFromDay } from "../../src/core/calendar/day.ts";
import { sampleCompany } from "../../workbench/sample/sampleCompany.ts";
import { openSession } from "../../workbench/session.ts";
import { uploadRows } from "../../workbench/upload.ts";
import { openTestPage, type TestPage } from "./page.ts";

/** The sample company's opportunities and quotas, nothing run yet. */
function importedCompany() {
  const host = openSession();
  const company = sampleCompany();
  const date = isoFromDay(company.asOf);
  for (const { name, rows } of company.files) uploadRows(host, name, rows, date, {});
  return host.workbook;
}

describe("the spreadsheet page", { timeout: 60_000 }, () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTestPage(importedCompany());
  }, 60_000);
  afterAll(() => opened?.stop());

  it("takes what is typed and recalculates the add-on's functions", async () => {
    const { tab } = opened;
    await tab.activate("Sheet1");
    await tab.type("A1", "500");
    await tab.type("A2", "=COVERAGE(1500,A1)");
    await tab.shows("A2", "3");
    await tab.type("A1", "750");
    await tab.shows("A2", "2");
  });

  it("says in the cell's message why a function fails", async () => {
    const { tab } = opened;
    await tab.type("B1", '=COVERAGE(1500,"many")');
    await tab.shows("B1", "#ERROR!");
    expect((await tab.cell("B1")).message).toMatch(/quota/i);
  });

  it("runs a menu item and shows its report with charts", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Forecast");
    const sheet = await tab.arrives("Forecast ");
    expect(await tab.charts(sheet)).toHaveLength(2);
    await tab.shows("A1", "Forecast", sheet);
  });

  it("keeps everything over a reload and shows it in a second tab", async () => {
    const { tab } = opened;
    await tab.page.reload();
    await tab.ready();
    expect((await tab.cell("A2", "Sheet1")).shown).toBe("2");
    const second = await opened.open();
    expect((await second.cell("A2", "Sheet1")).shown).toBe("2");
    await second.activate("Sheet1");
    await second.type("A1", "1500");
    await second.shows("A2", "1");
    await tab.shows("A2", "1", "Sheet1");
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
