import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { panels } from "../../sidebar/panels/catalog.ts";
import { reports } from "../../src/reports/catalog.ts";
import type { Rectangle } from "../../workbench/page/client/sheetLayout.ts";
import { SALESFORCE } from "./exports.ts";
import { openTestPage, type TestPage } from "./page.ts";
import { accessibilityFaults, layoutFaults } from "./panelLook.ts";
import { Sidebar } from "./sidebar.ts";
import { companyWorkbook } from "./workbooks.ts";

/** Pictures for people to look at. */
const SCREENS = join(import.meta.dirname, "screens");

/** Reports that draw nothing of a small company: no history, or too few deals at risk to compare. */
const WITHOUT_CHARTS: readonly string[] = [
  "deal-card",
  "calibration",
  "duplicates",
  "my-deals",
  "alerts",
];

/** What panels show after a click: forms, questions, results. */
const OPENED: readonly (readonly [string, string, (sidebar: Sidebar) => Promise<unknown>])[] = [
  ["Stages", "one stage", (sidebar) => sidebar.click("Edit Prospecting")],
  ["Scoring", "one rule", (sidebar) => sidebar.click("Add a rule to fit rules")],
  ["Territories", "one rule", (sidebar) => sidebar.click("Add a rule")],
  ["Team and quotas", "one person", (sidebar) => sidebar.click("Edit Ada Okafor")],
  ["Functions", "one function", openFunction],
  ["Qualify", "one deal", openDeal],
  ["Import", "its preview", (sidebar) => sidebar.give("Opportunities.csv", SALESFORCE)],
];

async function openFunction(sidebar: Sidebar): Promise<void> {
  await sidebar.click("DEAL_RISK");
  await sidebar.click("Show the result");
}

async function openDeal(sidebar: Sidebar): Promise<void> {
  await sidebar.type("Record id", "D1001");
  await sidebar.click("Show");
  await sidebar.says("Alder Foods analytics");
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

describe("how it looks", { shuffle: false }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    opened = await openTestPage(companyWorkbook());
    sidebar = new Sidebar(opened.tab);
  });
  afterAll(() => opened?.stop());

  const panelFrame = () => {
    const frame = opened.tab.page.frames().find((one) => one.url().includes("/panel/"));
    if (!frame) throw new Error("No sidebar is open.");
    return frame;
  };

  it.each(reports)("shows the $title report whole", async ({ title, name, menuLabel }) => {
    const { tab } = opened;
    await tab.runReport({ title, menuLabel });
    const { charts, clipped, broken } = await tab.layout();
    await tab.page.setViewportSize({ width: 1280, height: 2200 });
    await tab.drawn();
    await tab.page.screenshot({ path: join(SCREENS, `report-${name}.png`) });
    await tab.page.setViewportSize({ width: 1280, height: 720 });
    expect(broken).toEqual([]);
    expect(clipped).toEqual([]);
    expect(charts.length > 0).toBe(!WITHOUT_CHARTS.includes(name));
    for (const [at, chart] of charts.entries())
      for (const other of charts.slice(at + 1))
        expect(overlap(chart, other), `${chart.title} over ${other.title}`).toBe(false);
  });

  /** A picture in both colour schemes, and what is wrong with what it shows. */
  const faultsOf = async (name: string): Promise<string[]> => {
    const { page } = opened.tab;
    const faults: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const file = `panel-${name.toLowerCase().replaceAll(" ", "-")}-${colorScheme}.png`;
      await page.locator("#panel").screenshot({ path: join(SCREENS, file) });
      const which = colorScheme === "light" ? "all" : "colours";
      faults.push(...(await accessibilityFaults(panelFrame(), which)));
    }
    await page.emulateMedia({ colorScheme: "light" });
    faults.push(...(await layoutFaults(panelFrame())));
    return faults;
  };

  it.each(panels)("shows the $title panel to everyone, light and dark", async ({ title }) => {
    await opened.tab.page.setViewportSize({ width: 1280, height: 1300 });
    await sidebar.open(title);
    expect(await faultsOf(title)).toEqual([]);
  });

  it.each(OPENED)("shows %s, %s, to everyone, light and dark", async (title, what, open) => {
    await sidebar.open(title);
    await open(sidebar);
    await sidebar.settled();
    expect(await faultsOf(`${title} ${what}`)).toEqual([]);
  });

  it("reaches the last panel of the menu where letters are so large that few of them fit", async () => {
    // A window of 1280 x 720 at 200 %.
    await opened.tab.page.setViewportSize({ width: 1280, height: 360 });
    await sidebar.open(panels[panels.length - 1]?.title ?? "");
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
