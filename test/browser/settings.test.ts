import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestPage, type TestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";
import { companyWorkbook } from "./workbooks.ts";

describe("settings in the sidebar", { shuffle: false }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    opened = await openTestPage(companyWorkbook());
    sidebar = new Sidebar(opened.tab);
  });
  afterAll(() => opened?.stop());

  /** A figure of the panel as a number. */
  const figure = async (label: string | RegExp): Promise<number> => {
    const text = await sidebar.frame
      .locator(".figure", { hasText: label })
      .locator("b")
      .textContent();
    return Number(String(text).replace(/[^\d.]/g, ""));
  };

  it("shows what a stage's probability does to the forecast before it is saved, and the report follows", async () => {
    const { tab } = opened;
    await sidebar.open("Stages");
    await sidebar.says("Effect on the forecast");
    const before = await figure("All open deals, weighted");
    const quarterBefore = await figure("Weighted forecast");
    const line = sidebar.frame.locator("li", { hasText: "Negotiation/Review" });
    const [, held = ""] = /deals, ([\d,]+) USD/.exec(String(await line.textContent())) ?? [];
    const amount = Number(held.replaceAll(",", ""));
    await sidebar.click("Edit Negotiation/Review");
    expect(await sidebar.field("Probability").inputValue()).toBe("80%");
    await sidebar.type("Probability", "50%");
    await sidebar.settled();
    await sidebar.says(/ before, -/);
    // 30 points less of what the stage holds.
    expect(await figure("All open deals, weighted")).toBeCloseTo(before - 0.3 * amount, 0);
    const quarter = await figure("Weighted forecast");
    expect(quarter).toBeLessThan(quarterBefore);
    await sidebar.click("Save");
    await sidebar.says("Saved to Stages.");
    await tab.menu("RevOps", "Forecast");
    const sheet = await tab.arrives("Forecast ");
    const answer = (await tab.cell("A2", sheet)).shown;
    const [, won, weighted] = /([\d.]+) k won and ([\d.]+) k weighted/.exec(answer) ?? [];
    expect(Math.abs(Number(won) + Number(weighted) - quarter / 1000)).toBeLessThanOrEqual(1);

    await sidebar.click("Undo last save of Stages");
    await sidebar.says("Stages is as it was before the last save.");
    await expect.poll(() => figure("Weighted forecast")).toBe(quarterBefore);
  });

  it("says beside the field what is wrong with a setting and saves nothing", async () => {
    await sidebar.open("Stages");
    await sidebar.click("Edit Prospecting");
    await sidebar.type("Probability", "often");
    await sidebar.click("Save");
    await sidebar.says(/^Nothing was saved\./);
    const message = sidebar.frame.locator(".field", { hasText: "Probability" }).locator(".error");
    await expect.poll(() => message.first().textContent()).not.toBe("");
    await sidebar.click("Discard changes");
  });

  it("builds a scoring rule and previews it on the workbook's own leads", async () => {
    await sidebar.open("Scoring");
    await sidebar.says("Your leads");
    const before = await figure("Marketing-qualified leads");
    await sidebar.click("Add a rule to fit rules");
    await sidebar.type("Attribute", "Country");
    await sidebar.field("Operator").selectOption("is");
    await sidebar.type("Value", "United States");
    await sidebar.type("Points", "60");
    await sidebar.click("Back to the rules");
    const bands = sidebar.frame.getByRole("table", { name: "Leads by score" });
    await expect.poll(() => bands.textContent()).toMatch(/\+\d/);
    const ruled = await figure("Marketing-qualified leads");
    await sidebar.type("MQL threshold", "40");
    await expect.poll(() => figure("Marketing-qualified leads")).toBeGreaterThan(ruled);
    const after = await figure("Marketing-qualified leads");
    // Each lead that changes side is listed with what becomes of it.
    await sidebar.unfold(/changes? side/);
    expect(await sidebar.frame.getByText("becomes MQL").count()).toBe(after - before);
    await sidebar.click("Save");
    await sidebar.says("Saved to Scoring.");
    const rule = ["Country", "is", "United States", "60"];
    expect(await scoringRules()).toContainEqual(rule);
    await sidebar.click("Undo last save");
    await sidebar.says("Scoring is as it was before the last save.");
    expect(await scoringRules()).not.toContainEqual(rule);
  });

  /** Attribute, operator, value and points of each rule, as the settings sheet has them. */
  async function scoringRules(): Promise<string[][]> {
    const cell = async (address: string) => (await opened.tab.cell(address, "Scoring")).shown;
    const rules: string[][] = [];
    for (let row = 2; (await cell(`A${row}`)) !== ""; row++)
      rules.push(await Promise.all(["B", "C", "D", "E"].map((column) => cell(`${column}${row}`))));
    return rules;
  }

  it("adds a territory with a fallback and tries a record on it", async () => {
    await sidebar.open("Territories");
    await sidebar.click("Add a rule");
    await sidebar.type("Territory", "Central Europe");
    await sidebar.type("Owner", "Ada Okafor");
    await sidebar.type("Countries", "Germany; Austria");
    await sidebar.click("Back to the rules");
    await sidebar.click("Add the fallback");
    await sidebar.type("Owner", "Bruno Keller");
    await sidebar.click("Back to the rules");
    await sidebar.settled();
    await sidebar.type("Account or lead", "Alder Foods");
    await sidebar.click("Try it");
    await sidebar.says(/^Alder Foods \(account\)/);
    const answer = sidebar.frame.locator("[aria-live] strong", { hasText: "Central Europe" });
    expect(await answer.textContent()).toContain("Ada Okafor");
    await sidebar.click("Save");
    await sidebar.says("Saved to Territories.");
    const saved = async () => (await opened.tab.cell("B2", "Territories")).shown;
    expect(await saved()).toBe("Central Europe");
    await sidebar.click("Undo last save");
    await sidebar.says("Territories is as it was before the last save.");
    expect(await saved()).toBe("");
  });

  it("saves and takes back the team, the calendar and the context", async () => {
    await sidebar.open("Team and quotas");
    await sidebar.click("Edit Ada Okafor");
    await sidebar.type("Team", "Nordics");
    await sidebar.click("Save");
    await sidebar.says("Saved 1 person to Reps.");
    expect(await cellsOf("Reps")).toContain("Nordics");
    await sidebar.click("Undo last save");
    await sidebar.says(/^The last save is taken back/);
    expect(await cellsOf("Reps")).not.toContain("Nordics");

    await sidebar.open("Context");
    await sidebar.type("Sales cycle in days", "77");
    await sidebar.click("Save");
    await sidebar.says("Saved to Context.");
    expect(await cellsOf("Context")).toContain("77");
    await sidebar.click("Undo last save");
    await sidebar.says("Context is as it was before the last save.");
    expect(await cellsOf("Context")).not.toContain("77");
  });

  it("does not let two people overwrite each other without knowing", async () => {
    const second = await opened.open();
    const other = new Sidebar(second);
    await sidebar.open("Calendar and currency");
    await other.open("Calendar and currency");
    await sidebar.type("Opening hour", "7");
    await sidebar.click("Save");
    await sidebar.says("Saved to Calendar.");

    await other.type("Closing hour", "19");
    await other.click("Save");
    await other.says(/^Calendar was changed by somebody else since you opened it/);
    await other.says(/Opening hour.*7/);
    expect(await cellsOf("Calendar")).not.toContain("19");
    await other.click("Take theirs");
    await expect.poll(() => other.field("Opening hour").inputValue()).toBe("7");

    await sidebar.click("Undo last save of Calendar");
    await sidebar.says("Calendar is as it was before the last save.");
    expect(await cellsOf("Calendar")).not.toContain("7");
    await second.page.close();
  });

  /** What the cells of a small sheet show. */
  async function cellsOf(sheet: string): Promise<string[]> {
    const shown: string[] = [];
    for (let row = 1; row <= 14; row++)
      for (const column of "ABCDEFGHIJKL")
        shown.push((await opened.tab.cell(`${column}${row}`, sheet)).shown);
    return shown;
  }

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
