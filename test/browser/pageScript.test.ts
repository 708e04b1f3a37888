import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newWorkbook } from "../../workbench/host/host.ts";
import { openTestPage, type TestPage } from "./page.ts";

/** What a script can do in front of a person, one menu item each. */
const SCRIPT = `
/** Takes its time. @customfunction */
function SLOW(value) { var end = Date.now() + 3000; while (Date.now() < end) {} return value + 1; }
function onOpen(e) {
  var menu = SpreadsheetApp.getUi().createAddonMenu().addItem("Opened " + e.authMode, "toast");
  ["Toast", "Alert", "Prompt", "Dialog", "Dress", "Fail"].forEach(function (name) { menu.addItem(name, name.toLowerCase()); });
  menu.addToUi();
}
function onEdit(e) { if (e.range.getColumn() === 8) e.range.offset(0, 1).setValue(e.authMode + " " + e.value); }
function put(cell, value) { SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Sheet1").getRange(cell).setValue(value); }
function toast() { SpreadsheetApp.getActiveSpreadsheet().toast("All done.", "Toasted", 60); }
function alert() { var ui = SpreadsheetApp.getUi(); put("J1", String(ui.alert("Sure?", "It cannot be undone.", ui.ButtonSet.YES_NO))); }
function prompt() { var answer = SpreadsheetApp.getUi().prompt("Owner", "Whose deals?", SpreadsheetApp.getUi().ButtonSet.OK_CANCEL); put("J2", answer.getSelectedButton() + ": " + answer.getResponseText()); }
function dialog() {
  var html = "<html><head></head><body><button onclick='google.script.run.withSuccessHandler(function (text) { document.title = text; google.script.host.close(); }).put(\\"J3\\", \\"from the dialog\\")'>Write</button></body></html>";
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(html).setWidth(320).setHeight(200), "A dialog");
}
function fail() { throw new Error("The owner of row 7 is missing."); }
function dress() {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = book.insertSheet("Dressed");
  sheet.getRange("A1:C3").setValues([["Deal", "Amount", "Close"], ["Alder", 1234.5, 46037], ["Birch", -20, 46038]]);
  sheet.getRange("B2:B3").setNumberFormat("#,##0.00");
  sheet.getRange("C2:C3").setNumberFormat("yyyy-mm-dd");
  sheet.setFrozenRows(1);
  sheet.getRange("A2").setNote("Ask Ada <b>first</b>");
  book.setNamedRange("AMOUNTS", sheet.getRange("B2:B3"));
  sheet.getRange("D2").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["Commit", "Best case"], true).setAllowInvalid(false).build());
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(0).setBackground("#f4c7c3").setRanges([sheet.getRange("B2:B3")]).build()]);
}
`;

describe("a script and the person at the page", { shuffle: false }, () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTestPage(newWorkbook(), { bundle: SCRIPT });
  });
  afterAll(() => opened?.stop());

  it("is opened without rights first, and with the person's once it has been used", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Opened NONE");
    await tab.page.getByText("All done.").waitFor();
    expect(await tab.page.locator(".toast-box strong").textContent()).toBe("Toasted");
    await tab.page.reload({ waitUntil: "commit" });
    await tab.ready();
    await tab.menu("RevOps", "Opened LIMITED");
  });

  it("runs onEdit with what was typed", async () => {
    const { tab } = opened;
    await tab.type("H2", "7");
    await tab.shows("I2", "LIMITED 7");
  });

  it("waits for the answer to an alert and to a prompt", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Alert");
    const question = tab.page.getByRole("dialog");
    await question.getByText("It cannot be undone.").waitFor();
    await question.getByRole("button", { name: "Yes" }).click();
    await tab.shows("J1", "YES");
    await tab.menu("RevOps", "Prompt");
    await question.getByRole("textbox").fill("Ada");
    await question.getByRole("textbox").press("Enter");
    await tab.shows("J2", "OK: Ada");
  });

  it("shows a modal dialog that calls the script", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Dialog");
    await tab.page.frameLocator("dialog iframe").getByRole("button", { name: "Write" }).click();
    await tab.shows("J3", "from the dialog");
    await tab.page.locator("dialog").waitFor({ state: "detached" });
  });

  it("says what a failing action threw", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Fail");
    await tab.page.getByText("The owner of row 7 is missing.").waitFor();
    await tab.page.getByRole("button", { name: "Close", exact: true }).last().click();
  });

  it("shows Loading… while a function computes, then its value", async () => {
    const { tab } = opened;
    await tab.type("A5", "=SLOW(1)");
    await tab.shows("A5", "Loading…");
    await tab.shows("A5", "2");
  });

  it("draws formats, conditional formats, lists, notes, frozen rows and named ranges", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Dress");
    await tab.arrives("Dressed");
    await tab.shows("B2", "1,234.50");
    await tab.shows("C2", "2026-01-15");
    expect((await tab.cell("B3")).fill.toLowerCase()).toBe("#f4c7c3");
    expect((await tab.cell("B2")).fill).toBe("");
    await tab.hover("A2");
    await tab.page.locator(".note-box").waitFor();
    expect(await tab.page.locator(".note-box").textContent()).toBe("Ask Ada <b>first</b>");
    await tab.type("E1", "=SUM(AMOUNTS)");
    await tab.shows("E1", "1,214.50");
    const { y } = await tab.place("A1");
    await tab.place("A400");
    expect((await tab.place("A1")).y).toBe(y);
    // The arrow of its list.
    const { x, y: top, width, height } = await tab.place("D2");
    await tab.drawn();
    await tab.page.mouse.click(x + width - 9, top + height / 2);
    await tab.page.getByText("Best case").click();
    await tab.shows("D2", "Best case");
    await tab.type("D2", "Maybe");
    await tab.page
      .getByText(/not valid|violat|invalid|does not/i)
      .first()
      .waitFor();
    await tab.page.keyboard.press("Escape");
    await tab.shows("D2", "Best case");
  });

  it("reads a date as it is typed", async () => {
    const { tab } = opened;
    await tab.activate("Sheet1");
    await tab.type("G2", "1/15/2026");
    await tab.type("G3", '=TEXT(G1,"#,##0.0")');
    await tab.shows("G2", "1/15/2026");
  });

  it.each([
    // As Intl.NumberFormat and the spreadsheet's own date pattern write them.
    ["en_GB", "1,234.5", "15/01/2026"],
    ["de_DE", "1.234,5", "15.01.2026"],
    ["fr_FR", "1\u202f234,5", "15/01/2026"],
    ["pt_BR", "1.234,5", "15/01/2026"],
    ["ja_JP", "1,234.5", "2026/01/15"],
    ["en_US", "1,234.5", "1/15/2026"],
  ])("reads and shows numbers and dates as %s does", async (locale, number, date) => {
    const { tab } = opened;
    await tab.menu("File", "Locale and time zone");
    await tab.page.getByLabel("Locale").selectOption(locale);
    await tab.page.getByLabel("Time zone").selectOption("Asia/Tokyo");
    await tab.page.getByRole("button", { name: "Save" }).click();
    await tab.page.waitForFunction(
      (wanted) => document.documentElement.dataset.locale === wanted,
      locale,
    );
    // Typed in the locale before this one.
    await tab.shows("G2", date);
    await tab.type("G1", number.replace("\u202f", " "));
    await tab.type("G2", date);
    await tab.shows("G3", number);
    await tab.shows("G2", date);
    // The page shows what was typed at once, and its value as soon as the host has read it.
    await expect.poll(async () => (await tab.cell("G1")).value).toBe(1234.5);
    // 15 January 2026 is day 46037 of the spreadsheet calendar (Google Sheets: DATEVALUE).
    await expect.poll(async () => (await tab.cell("G2")).value).toBe(46037);
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
