import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestPage, type TestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";
import { companyWorkbook } from "./workbooks.ts";

describe("reports in the spreadsheet", { shuffle: false }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    opened = await openTestPage(companyWorkbook());
    sidebar = new Sidebar(opened.tab);
  });
  afterAll(() => opened?.stop());

  const sheetOf = async (title: string): Promise<string> =>
    (await opened.tab.sheets()).find((name) => name.startsWith(title)) ?? "";

  it("runs the three reports from the menu, each with its answer and charts", async () => {
    const { tab } = opened;
    for (const title of ["Forecast", "Quota", "Hygiene"]) {
      await tab.menu("RevOps", title);
      const sheet = await tab.arrives(`${title} `);
      await tab.shows("A1", title, sheet);
      // The answer in a sentence, with its number.
      expect((await tab.cell("A2", sheet)).shown).toMatch(/^.{0,40}\d.* .* /);
      expect((await tab.charts(sheet)).length).toBeGreaterThan(0);
    }
  });

  it("runs them from the sidebar, compares with the run before and opens the sheet", async () => {
    const { tab } = opened;
    await sidebar.open("Reports");
    for (const title of ["forecast", "quota", "hygiene"]) {
      await sidebar.click(`Run ${title}`);
      await sidebar.settled();
    }
    await sidebar.click(/^Compare with last run of Forecast/);
    await sidebar.says(/^No figure has changed since /);
    const sheet = await sheetOf("Quota");
    await sidebar.click(`Open ${sheet}`);
    expect(await tab.arrives("Quota ")).toBe(sheet);
  });

  it("keeps what was typed into a report, and takes a run back", async () => {
    const { tab } = opened;
    const sheet = await sheetOf("Forecast");
    await tab.activate(sheet);
    await tab.type("N3", "Ask Ada about Harbour Bank");
    await tab.activate("Opportunities");
    const before = (await tab.cell("A2", sheet)).shown;
    // The first open deal: its amount moves the forecast.
    const row = await openDealRow();
    await tab.type(`F${row}`, "9000000");
    await tab.activate(sheet);
    await tab.menu("RevOps", "Forecast");
    await expect.poll(async () => (await tab.cell("A2", sheet)).shown).not.toBe(before);
    expect((await tab.cell("N3", sheet)).shown).toBe("Ask Ada about Harbour Bank");

    await sidebar.open("Reports");
    await sidebar.click(`Undo last run of ${sheet}`);
    await tab.shows("A2", before, sheet);
    expect((await tab.cell("N3", sheet)).shown).toBe("Ask Ada about Harbour Bank");
  });

  async function openDealRow(): Promise<number> {
    for (let row = 2; row < 60; row++) {
      const stage = (await opened.tab.cell(`E${row}`, "Opportunities")).shown;
      if (stage !== "" && !stage.startsWith("Closed")) return row;
    }
    throw new Error("The sample has no open deal.");
  }

  it("downloads a workbook that another reader understands", async () => {
    const { tab } = opened;
    const sheet = await sheetOf("Forecast");
    const response = await tab.page.request.get(`${opened.url}workbook.xlsx`);
    const file = Buffer.from(await response.body());
    const sheets = await readXlsx(file);
    const read = sheets.find(({ sheet: name }) => name === sheet)?.data ?? [];
    expect(read[0]?.[0]).toBe("Forecast");
    expect(read[1]?.[0]).toBe((await tab.cell("A2", sheet)).shown);
    expect(read[2]?.[13]).toBe("Ask Ada about Harbour Bank");
    const deals = sheets.find(({ sheet: name }) => name === "Opportunities")?.data ?? [];
    expect(deals).toHaveLength(61);
  });

  it("speaks German where the spreadsheet does: decimal comma, semicolons, dates", async () => {
    const { tab } = opened;
    await tab.menu("File", "Locale and time zone");
    const dialog = tab.page.locator("dialog");
    await dialog.getByLabel("Locale").selectOption("de_DE");
    await dialog.getByLabel("Time zone").selectOption("Europe/Berlin");
    await dialog.getByRole("button", { name: "Save" }).click();
    await tab.shows("F4", "113.500,00", "Opportunities");
    await tab.activate("Sheet1");
    await tab.type("A1", "0,5");
    await tab.type("A2", "=A1*3");
    await tab.shows("A2", "1,5", "Sheet1");
    await tab.type("A3", "=COVERAGE(3000000;1200000)");
    await tab.shows("A3", "2,5", "Sheet1");
    await tab.type("A4", "31.12.2026");
    await tab.type("A5", "=A4+1");
    await tab.shows("A5", "01.01.2027", "Sheet1");
    await tab.menu("RevOps", "Hygiene");
    const sheet = await tab.arrives("Hygiene ");
    expect((await tab.cell("A2", sheet)).shown).toMatch(/\d/);
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
