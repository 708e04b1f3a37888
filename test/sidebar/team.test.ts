import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { type SidebarPage, sidebarPage } from "./sidebarPage.ts";

const REPS = [
  ["Rep ID", "Name", "Manager", "Active"],
  ["1", "Ana Ruiz", "Cy Wu", "TRUE"],
  ["2", "Bo Lind", "Cy Wu", "TRUE"],
  ["3", "Cy Wu", "", "TRUE"],
];

async function opened(): Promise<SidebarPage> {
  const host = addonHost();
  host.person(`const rows = ${JSON.stringify(REPS)};
    book.insertSheet("Reps").getRange(1, 1, rows.length, 4).setNumberFormat("@").setValues(rows);`);
  const page = await sidebarPage(host, "#team");
  await page.until(() => page.words().includes("Quotas by person"));
  return page;
}

async function people(page: SidebarPage): Promise<void> {
  await page.click("People");
  await page.until(() => page.words().includes("reports to Cy Wu"));
}

const edit = (page: SidebarPage, name: string) =>
  page.document.querySelector<HTMLButtonElement>(`[aria-label="Edit ${name}"]`)!.click();
const rep = (page: SidebarPage, name: string) =>
  page.host.cells("Reps").find((row) => row[1] === name);

describe("people of the Team panel", () => {
  it("are edited and added, saved together and taken back", async () => {
    const page = await opened();
    await people(page);
    edit(page, "Ana Ruiz");
    page.type("Team", "East");
    page.type("Ramp in percent", "35");
    await page.click("Back to the team");
    await page.click("Add a person");
    page.type("Name", "Dee Fox");
    page.type("Rep ID", "4");
    page.type("Start date", "2026-02-01");
    await page.click("Back to the team");
    await page.click("Save");
    await page.until(() => page.words().includes("Saved 2 people to Reps."));
    expect(rep(page, "Ana Ruiz")).toContain("East");
    expect(rep(page, "Ana Ruiz")).toContain(0.35);
    expect(page.words()).toContain("since 2026-02-01");
    await page.click("Undo last save");
    await page.until(() => page.words().includes("The last save is taken back"));
    expect(rep(page, "Dee Fox")).toBeUndefined();
    expect(rep(page, "Ana Ruiz")).not.toContain("East");
  });

  it("whose managers go in a circle are refused beside the field", async () => {
    const page = await opened();
    await people(page);
    edit(page, "Cy Wu");
    page.type("Manager", "Ana Ruiz");
    await page.click("Back to the team");
    await page.click("Save");
    await page.until(() => page.words().includes("The managers go in a circle"));
    expect(page.field("Manager").getAttribute("aria-invalid")).toBe("true");
    expect(rep(page, "Cy Wu")).not.toContain("Ana Ruiz");
  });

  it("changed by somebody else are not overwritten; the edit can go on top", async () => {
    const page = await opened();
    await people(page);
    edit(page, "Ana Ruiz");
    page.type("Team", "East");
    await page.click("Back to the team");
    page.host.person('book.getSheetByName("Reps").getRange(2, 3).setValue("Bo Lind");');
    await page.click("Save");
    await page.until(() => page.words().includes("Ana Ruiz: Manager is Bo Lind and was Cy Wu"));
    await page.until(() => page.words().includes("Read the sheet again"));
    await page.click("Read the sheet again and keep my changes");
    await page.until(() => page.words().includes("Your changes stand on what the sheet says now"));
    await page.click("Save");
    await page.until(() => page.words().includes("Saved 1 person to Reps."));
    expect(rep(page, "Ana Ruiz")).toEqual(expect.arrayContaining(["Bo Lind", "East"]));
  });

  it("keep the panel as it is until they are saved or given up", async () => {
    const page = await opened();
    await people(page);
    edit(page, "Ana Ruiz");
    page.type("Team", "East");
    await page.click("Quotas");
    expect(page.words()).toContain("Save or discard what you changed in people first.");
    await page.click("Discard changes");
    await page.click("Quotas");
    await page.until(() => page.words().includes("Quotas by person"));
  });
});

describe("quotas of the Team panel", () => {
  it("are proposed from a company target that they add up to, changed, and saved", async () => {
    const page = await opened();
    expect(page.words()).toContain("Who carries a quota (2)");
    page.type("Company target for the year", "1000001");
    await page.click("Propose quotas");
    await page.until(() => page.words().includes("The quotas add up to the company target."));
    expect(page.host.sheet("Quotas")).toBeUndefined();
    page.document
      .querySelector<HTMLButtonElement>('[aria-label="Edit the quotas of Ana Ruiz"]')!
      .click();
    // By hand: 1,000,001 in four quarters leaves 1 for the first, of which Ana, first in the list, gets it.
    expect(page.field("Q1 2026, Jan-Mar 2026").value).toBe("125001");
    page.type("Q1 2026, Jan-Mar 2026", "125501");
    await page.click("Back to the quotas");
    await page.until(() => page.words().includes("The quotas are 500 above the company target."));
    await page.click("Save");
    await page.until(() => page.words().includes("Saved 8 quotas to Quotas."));
    expect(page.host.cells("Quotas")).toHaveLength(9);
    expect(page.words()).toContain("The quotas are 500 above the company target.");
    const target = page.host
      .cells("Context")
      .find((row) => String(row[0]).startsWith("Company target"));
    expect(target?.[1]).toBe(1_000_001);
    await page.click("Undo last save");
    await page.until(() => page.words().includes("8 rows of Quotas as before"));
    expect(page.host.cells("Quotas")).toHaveLength(1);
  });

  it("say what keeps a target from being spread", async () => {
    const page = await opened();
    await page.click("Propose quotas");
    expect(page.words()).toContain("Type what the company is to sell in the year.");
    page.type("Company target for the year", "100");
    page.type("Spread over the periods", "seasonal");
    await page.click("Propose quotas");
    await page.until(() => page.words().includes("no complete past fiscal year of won deals"));
  });
});
