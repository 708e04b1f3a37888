import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEXT_WEEK, nextWeek } from "./nextWeek.ts";
import { openTestPage, type TestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";
import { companyWorkbook } from "./workbooks.ts";

const REGISTER = "Action register";

describe("a manager's Monday review", { shuffle: false }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    opened = await openTestPage(companyWorkbook());
    sidebar = new Sidebar(opened.tab);
  });
  afterAll(() => opened?.stop());

  const review = async (): Promise<string> => {
    // The run is over when its sheet comes to the front.
    await opened.tab.activate("Opportunities");
    await opened.tab.menu("RevOps", "Review the pipeline");
    return opened.tab.arrives("Pipeline review ");
  };
  /** Rows of the register by the names of its columns, each with its line in the sheet. */
  const register = async () => {
    const [header = [], ...rows] = await opened.tab.values(REGISTER, 15, 30);
    return rows
      .map((row, at) => ({
        line: at + 2,
        ...Object.fromEntries(header.map((name, column) => [String(name), row[column]])),
      }))
      .filter((row: Record<string, unknown>) => (row["Action ID"] ?? "") !== "") as Record<
      string,
      unknown
    >[];
  };
  const action = async (id: string) => (await register()).find((row) => row["Action ID"] === id);
  const columnOf = async (name: string): Promise<string> => {
    const [header = []] = await opened.tab.values(REGISTER, 15, 1);
    return String.fromCharCode(65 + header.indexOf(name));
  };
  let assigned = "";

  it("reviews the pipeline and drills from a late deal to its card, by menu clicks", async () => {
    const { tab } = opened;
    const sheet = await review();
    expect((await tab.cell("A2", sheet)).shown).toMatch(/of 100|at risk/);
    const all = await tab.values(sheet, 8, 200);
    const from = all.findIndex(([first]) => first === "Late-stage focus");
    const [name = ""] = all[from + 3] ?? [];
    expect(String(name)).not.toBe("");
    await tab.click(`A${from + 4}`);
    await tab.menu("RevOps", "Show the deal card");
    const card = await tab.arrives("Deal card ");
    const text = (await tab.values(card, 3, 4)).flat().join(" ");
    expect(text).toContain(String(name));
  });

  it("assigns an action in the register", async () => {
    const { tab } = opened;
    const open = (await register()).filter((row) => row["Finding Is"] === "Open");
    const chosen = open.find((row) => row["Action ID"] === "low_activity") ?? open[0];
    assigned = String(chosen?.["Action ID"]);
    expect(chosen).toMatchObject({ Status: "To do", "Weeks Open": 0 });
    await tab.activate(REGISTER);
    await tab.type(`${await columnOf("Owner")}${chosen?.line}`, "Zoe");
    await tab.type(`${await columnOf("Status")}${chosen?.line}`, "In progress");
    expect(await action(assigned)).toMatchObject({ Owner: "Zoe", Status: "In progress" });
  });

  it("finds it carried over after next week's file", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Import a CRM export");
    await sidebar.settled();
    await sidebar.give("Sample opportunities.csv", nextWeek());
    await sidebar.says("New: 1");
    await sidebar.type("Day of the export", NEXT_WEEK);
    await sidebar.click("Update the preview");
    await sidebar.click(/^Import \d+ records/);
    await sidebar.says(/^Opportunities: 1 new, 4 changed/);
    const sheet = await review();
    expect(await action(assigned)).toMatchObject({
      Owner: "Zoe",
      Status: "In progress",
      "Finding Is": "Open",
      "Weeks Open": 1,
    });
    const all = await tab.values(sheet, 12, 220);
    const carried = all.slice(all.findIndex(([first]) => first === "Carried over"));
    const found = String((await action(assigned))?.Action);
    expect(carried.find(([first]) => first === found)).toContain("Zoe");
    expect(opened.complaints).toEqual([]);
  });

  it("opens the deals of a step of What changed by its name, and leads back", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "See what changed");
    const sheet = await tab.arrives("What changed ");
    const rows = await tab.values(sheet, 12, 400);
    // Below the headings stands the start, then the first step.
    const step = rows.findIndex(([name]) => name === "Step") + 3;
    const word = rows[step - 1]?.[0];
    const [first, last] = await tab.follow(`A${step}`);
    const isOf = (row: number) => rows[row - 1]?.includes(word);
    for (let row = first; row <= last; row++) expect(isOf(row)).toBe(true);
    expect([isOf(first - 1), isOf(last + 1)]).toEqual([false, false]);
    const back = String.fromCharCode(65 + (rows[first - 1]?.indexOf(word) ?? 0));
    expect(await tab.follow(`${back}${first}`)).toEqual([step, step]);
  });
});
