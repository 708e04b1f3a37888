import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addOnFiles } from "../../workbench/session.ts";
import { openTestPage, type TestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";
import { companyWorkbook } from "./workbooks.ts";

/** A script for which twelve seconds pass whenever it looks at the clock, so that a report takes several runs. */
const slow = `{ let passed = 0; const real = Date.now; Date.now = () => real() + (passed += 12000); }\n${addOnFiles().bundle}`;

describe("work that takes several runs", { shuffle: false }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    opened = await openTestPage(companyWorkbook(), { bundle: slow });
    sidebar = new Sidebar(opened.tab);
  });
  afterAll(() => opened?.stop());

  it("is stopped by a person between two runs, and what is done is kept", async () => {
    await sidebar.open("Reports");
    await sidebar.lookOut(/Building Forecast accuracy… \d+ of \d+ parts are done\./, "Stop");
    await sidebar.click("Run forecast accuracy");
    await sidebar.seen();
    await sidebar.says(/Stopped\. \d+ of \d+ parts are done\. They are kept for an hour/);
    expect((await opened.tab.sheets()).filter((name) => name.startsWith("Forecast acc"))).toEqual(
      [],
    );
  });

  it("offers the panel when a run from the menu ends before the work does, and goes on there by itself", async () => {
    const { tab } = opened;
    await sidebar.open("Forecast");
    await tab.menu("RevOps", "Forecast accuracy");
    const dialog = tab.page.locator("dialog");
    await dialog.getByText(/\d+ of \d+ parts are done and kept/).waitFor();
    await dialog.getByRole("button", { name: "Yes" }).click();
    await sidebar.frame.locator("nav button.menu", { hasText: "Reports" }).waitFor();
    await sidebar.settled();
    await sidebar.lookOut(/\d+ of \d+ parts are done\./);
    await sidebar.click("Run forecast accuracy");
    await sidebar.seen();
    await sidebar.settled();
    await sidebar.says(/in the sheet Forecast accuracy/);
    expect((await tab.sheets()).filter((name) => name.startsWith("Forecast acc"))).toHaveLength(1);
  });

  it("fits the models from the panel", async () => {
    await sidebar.open("Forecast");
    await sidebar.click("Fit the win probabilities");
    await sidebar.says(/Fitted on \d+ decided deals/);
    expect(await opened.tab.sheets()).toContain("Win Model");
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
