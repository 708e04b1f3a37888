import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNTS, HUBSPOT, SALESFORCE, SALESFORCE_LATER, USERS } from "./exports.ts";
import { openTestPage, type TestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";

describe("importing in the sidebar", { shuffle: false }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    opened = await openTestPage();
    sidebar = new Sidebar(opened.tab);
  });
  afterAll(() => opened?.stop());

  const cell = async (address: string, sheet = "Opportunities") =>
    (await opened.tab.cell(address, sheet)).shown;
  const column = async (heading: string, row: number): Promise<string> => {
    for (const letter of "ABCDEFGHIJKLMNOP") {
      if ((await cell(`${letter}1`)) === heading) return cell(`${letter}${row}`);
    }
    throw new Error(`Opportunities has no column ${heading}.`);
  };

  it("imports a Salesforce export after a question, with a mapping put right", async () => {
    await sidebar.open("Import");
    await sidebar.give("Opportunities.csv", SALESFORCE);
    await sidebar.says("Recognised as a Salesforce export for the sheet Opportunities.");
    await sidebar.says("2 questions");
    // The preview has written nothing.
    expect(await opened.tab.sheets()).not.toContain("Opportunities");

    const questions = sidebar.frame.getByLabel(/Does the day or the month come first/);
    for (const question of await questions.all())
      await question.selectOption({ label: "Day first: 3/4/2026 is 3 April 2026" });
    await sidebar.unfold(/^Columns: 8 of 9 taken over/);
    await sidebar.choose("Sales Area", "Region");
    await sidebar.click("Update the preview");
    await sidebar.says("Columns: 9 of 9 taken over");
    await sidebar.click("Import 4 records");
    await sidebar.says("Opportunities: 4 new.");
    expect(await column("Opportunity Name", 3)).toBe("Dock lighting");
    expect(await column("Region", 3)).toBe("North");
    // Day first, as answered: 5 June.
    expect(await column("Close Date", 3)).toBe("2026-06-05");
    expect(await column("Amount", 3)).toBe("48,000.00");
  });

  it("shows what a later export changes, remembers the choices, and takes the import back", async () => {
    await sidebar.open("Import");
    await sidebar.give("Opportunities.csv", SALESFORCE_LATER);
    await sidebar.says("Changed: 1");
    await sidebar.says("New: 1");
    await sidebar.says("Columns: 9 of 9 taken over");
    await sidebar.unfold("Changed: 1");
    await expect.poll(() => sidebar.words()).toMatch(/Dock lighting[\s\S]*48[\s\S]*→[\s\S]*51/);
    expect(await column("Amount", 3)).toBe("48,000.00");
    await sidebar.click("Import 2 records");
    await sidebar.says("Opportunities: 1 new, 1 changed, 3 unchanged.");
    expect(await column("Amount", 3)).toBe("51,000.00");
    expect(await column("Opportunity Name", 6)).toBe("Gate sensors");

    await sidebar.click("Undo the last import");
    await sidebar.click("Take it back");
    await sidebar.says("The import of Opportunities.csv was taken back.");
    expect(await column("Amount", 3)).toBe("48,000.00");
    expect(await column("Opportunity Name", 6)).toBe("");
  });

  it("imports a HubSpot export beside it", async () => {
    await sidebar.open("Import");
    await sidebar.give("hubspot-deals.csv", HUBSPOT);
    await sidebar.says("Recognised as a HubSpot export for the sheet Opportunities.");
    await sidebar.click("Import 3 records");
    await sidebar.says(/^Opportunities: 3 new/);
    expect(await column("Opportunity Name", 6)).toBe("Kiln upgrade");
    expect(await column("Opportunity Name", 2)).toBe("Harbour cranes");
  });

  it("imports several files with one click where none raises a question", async () => {
    await sidebar.open("Import");
    await sidebar.giveAll({ "Accounts.csv": ACCOUNTS, "Users.csv": USERS });
    await sidebar.click("Import all 2 files");
    await sidebar.says("Reps: 2 new.");
    await sidebar.says("Accounts: 2 new.");
    expect(await cell("B3", "Accounts")).toBe("Ferro Freight");
    expect(await cell("B2", "Reps")).toBe("Ada Quist");
  });

  it("says in one sentence why a file is not taken", async () => {
    await sidebar.open("Import");
    await sidebar.give("deals.csv", "%PDF-1.7 \u0000\u0001\u0002");
    await sidebar.frame.locator(".work .error").waitFor();
    const words = await sidebar.frame.locator(".work .error").textContent();
    expect(words).toMatch(/deals\.csv/);
    expect(words).not.toMatch(/\n|undefined|Error:/);
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
