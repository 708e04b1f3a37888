import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { type SidebarPage, sidebarPage } from "./sidebarPage.ts";

const ACCOUNTS = [
  ["Account ID", "Account Name", "Country", "State"],
  ["A1", "Acme", "US", "TX"],
  ["A2", "<img src=x onerror=alert(1)>", "United States", "CA"],
  ["A3", "Paris Tea", "France", ""],
];

async function opened(): Promise<SidebarPage> {
  const host = addonHost();
  host.person(`const rows = ${JSON.stringify(ACCOUNTS)};
    book.insertSheet("Accounts").getRange(1, 1, rows.length, 4).setNumberFormat("@").setValues(rows);`);
  const page = await sidebarPage(host, "#territories");
  await page.until(() => page.words().includes("No rules yet."));
  return page;
}

async function addRule(page: SidebarPage, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.click("Add a rule");
  for (const [label, value] of Object.entries(fields)) page.type(label, value);
  await page.click("Back to the rules");
}

async function addFallback(page: SidebarPage): Promise<void> {
  await page.click("Add the fallback");
  page.type("Owner", "Dee");
  await page.click("Back to the rules");
}

const titles = (page: SidebarPage) =>
  [...page.document.querySelectorAll("ol li strong")].map((one) => one.textContent);
const badges = (page: SidebarPage) =>
  [...page.document.querySelectorAll("ol li .badge")].map((one) => one.textContent);

describe("the Territories panel", () => {
  it("adds rules, counts them live, saves them to the sheet and takes the save back", async () => {
    const page = await opened();
    await addRule(page, { Territory: "USA", Owner: "Ana", Countries: "US" });
    await addFallback(page);
    await page.until(() => badges(page).join() === "2 accounts,1 account");
    expect(page.words()).toContain("1 record only the fallback takes");
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Territories."));
    expect(page.host.cells("Territories").map((row) => row[1])).toEqual([
      "Territory",
      "USA",
      "Everything else",
    ]);
    await page.click("Undo last save");
    await page.until(() => page.words().includes("No rules yet."));
    expect(page.host.cells("Territories")).toHaveLength(1);
  });

  it("changes the order with the buttons, keeps the focus there, and finds shadowed records", async () => {
    const page = await opened();
    await addRule(page, { Territory: "Texas", Owner: "Bo", States: "Texas" });
    await addRule(page, { Territory: "USA", Owner: "Ana", Countries: "US" });
    await addFallback(page);
    await page.until(() => page.words().includes("No record is shadowed"));
    const down = () =>
      page.document.querySelector<HTMLButtonElement>('[aria-label="Move Texas down"]')!;
    down().click();
    expect(titles(page)).toEqual(["1. USA", "2. Texas", "3. Everything else"]);
    expect(page.document.activeElement).toBe(down());
    expect(page.words()).toContain("Texas is now number 2 of 3.");
    await page.until(() => page.words().includes("1 record shadowed"));
    expect(page.words()).toContain("Never counts: earlier rules take all of its records.");
  });

  it("puts a new rule before the fallback", async () => {
    const page = await opened();
    await addRule(page, { Territory: "Texas", Owner: "Bo", States: "TX" });
    await addFallback(page);
    await addRule(page, { Territory: "USA", Owner: "Ana", Countries: "US" });
    expect(titles(page)).toEqual(["1. Texas", "2. USA", "3. Everything else"]);
  });

  it("refuses to save without a fallback, and shows a mistake beside its field", async () => {
    const page = await opened();
    await addRule(page, { Territory: "USA", Owner: "Ana", Countries: "US" });
    await page.click("Save");
    await page.until(() =>
      page.words().includes("Nothing was saved. Fallback: One rule must be the fallback"),
    );
    await addFallback(page);
    await page.click(/^Edit$/);
    page.type("Employees from", "50");
    page.type("Employees to", "9");
    await page.click("Back to the rules");
    await page.click("Save");
    await page.until(() => page.field("Employees to").getAttribute("aria-invalid") === "true");
    expect(page.words()).toContain("The most employees are fewer than the least.");
    expect(page.host.cells("Territories").length).toBeLessThan(2);
  });

  it("tries one record of the workbook without taking its name for markup", async () => {
    const page = await opened();
    await addRule(page, { Territory: "USA", Owner: "Ana", Countries: "US" });
    page.type("Account or lead", "A2");
    await page.click("Try it");
    await page.until(() => page.words().includes("USA: Ana, by rule 1."));
    expect(page.words()).toContain("<img src=x onerror=alert(1)>");
    expect(page.document.querySelector("img")).toBeNull();
    page.type("Account or lead", "Nobody Inc");
    await page.click("Try it");
    await page.until(() => page.words().includes("No account or open lead is called Nobody Inc"));
  });

  it("does not overwrite what somebody else saved meanwhile", async () => {
    const page = await opened();
    await addRule(page, { Territory: "USA", Owner: "Ana", Countries: "US" });
    await addFallback(page);
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Territories."));
    await page.click(/^Edit$/);
    page.type("Owner", "Mine");
    page.host.person('book.getSheetByName("Territories").getRange(2, 3).setValue("Theirs");');
    await page.click("Back to the rules");
    await page.click("Save");
    await page.until(() => page.words().includes("Owner is Theirs and was Ana"));
    expect(page.host.cells("Territories")[1]?.[2]).toBe("Theirs");
    await page.click("Save mine over them");
    await page.until(() => page.host.cells("Territories")[1]?.[2] === "Mine");
  });
});
