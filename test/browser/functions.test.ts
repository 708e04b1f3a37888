import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestPage, type TestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";
import { companyWorkbook } from "./workbooks.ts";

describe("formulas beside a person's own", { shuffle: false }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    opened = await openTestPage(companyWorkbook());
    sidebar = new Sidebar(opened.tab);
  });
  afterAll(() => opened?.stop());

  it("puts the headline of the Start panel into the selected cell", async () => {
    const { tab } = opened;
    await tab.activate("Sheet1");
    await tab.click("B1");
    await sidebar.open("Start");
    const figure = sidebar.frame.locator(".figure", { hasText: "Weighted forecast" });
    const shown = Number(((await figure.locator("b").textContent()) ?? "").replace(/[^\d.]/g, ""));
    expect(shown).toBeGreaterThan(0);
    await sidebar.click("Put it in the selected cell");
    await sidebar.says("Sheet1!B1 now holds the formula.");
    await expect
      .poll(async () => Math.round(Number((await tab.cell("B1", "Sheet1")).value)))
      .toBe(shown);
    // A second click overwrites nothing.
    await sidebar.click("Put it in the selected cell");
    await sidebar.says("Sheet1!B1 is not empty; select an empty cell and click again.");
  });

  it("finds a function by a question, fills in the workbook's ranges and inserts it", async () => {
    const { tab } = opened;
    await sidebar.open("Functions");
    await sidebar.type("Search", "which deals are at risk");
    await sidebar.click("DEAL_RISK");
    await expect.poll(() => sidebar.field("deals").inputValue()).toBe("REVOPS_OPPORTUNITIES");
    await expect.poll(() => sidebar.field("as_of (optional)").inputValue()).toBe("REVOPS_AS_OF");
    await tab.click("D2");
    await sidebar.click("Insert in the selected cell");
    await sidebar.says(/^Sheet1!D2 now holds =DEAL_RISK\(REVOPS_OPPORTUNITIES, REVOPS_AS_OF/);
    await tab.type("E2", "=MAX(D2:D61)");
    // Risks go from 20, the base, to 100.
    await expect
      .poll(async () => Number((await tab.cell("E2", "Sheet1")).value))
      .toBeGreaterThanOrEqual(20);
    await tab.type("F2", "=COVERAGE(B1,B1/2)");
    await tab.shows("F2", "2", "Sheet1");
  });

  it("refuses a cell whose result would meet something", async () => {
    await opened.tab.click("C1");
    await sidebar.click("Insert in the selected cell");
    await sidebar.says(/^Sheet1!C1 now holds/);
    await opened.tab.type("H9", "mine");
    await opened.tab.click("H2");
    await sidebar.click("Insert in the selected cell");
    await sidebar.says(/fills 60 rows .* and H9 is not empty/);
    expect((await opened.tab.cell("H2", "Sheet1")).content).toBe("");
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
