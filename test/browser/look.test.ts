import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Rectangle } from "../../workbench/page/client/sheetLayout.ts";
import { openTestPage, type TestPage } from "./page.ts";
import { accessibilityFaults, layoutFaults } from "./panelLook.ts";
import { Sidebar } from "./sidebar.ts";
import { companyWorkbook } from "./workbooks.ts";

/** Pictures for people to look at. */
const SCREENS = join(import.meta.dirname, "screens");

const PANELS = [
  ...["Start", "Import", "Stages", "Scoring", "Territories", "Team and quotas"],
  ...["Calendar and currency", "Reports", "Functions", "Context", "Health"],
];

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

describe("how it looks", { timeout: 60_000 }, () => {
  let opened: TestPage;
  let sidebar: Sidebar;
  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    opened = await openTestPage(companyWorkbook());
    sidebar = new Sidebar(opened.tab);
  }, 60_000);
  afterAll(() => opened?.stop());

  const panelFrame = () => {
    const frame = opened.tab.page.frames().find((one) => one.url().includes("/panel/"));
    if (!frame) throw new Error("No sidebar is open.");
    return frame;
  };

  it.each(["Forecast", "Quota", "Hygiene"])("shows the %s report whole", async (title) => {
    const { tab } = opened;
    await tab.menu("RevOps", title);
    await tab.arrives(`${title} `);
    await tab.drawn();
    const { charts, clipped, broken } = await tab.layout();
    await tab.page.setViewportSize({ width: 1280, height: 2200 });
    await tab.drawn();
    await tab.page.screenshot({ path: join(SCREENS, `report-${title.toLowerCase()}.png`) });
    await tab.page.setViewportSize({ width: 1280, height: 720 });
    expect(broken).toEqual([]);
    expect(clipped).toEqual([]);
    expect(charts.length).toBeGreaterThan(0);
    for (const [at, chart] of charts.entries())
      for (const other of charts.slice(at + 1))
        expect(overlap(chart, other), `${chart.title} over ${other.title}`).toBe(false);
  });

  it.each(PANELS)("shows the %s panel to everyone, light and dark", async (title) => {
    const { page } = opened.tab;
    await page.setViewportSize({ width: 1280, height: 1300 });
    await sidebar.open(title);
    const faults: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const name = `panel-${title.toLowerCase().replaceAll(" ", "-")}-${colorScheme}.png`;
      await page.locator("#panel").screenshot({ path: join(SCREENS, name) });
      faults.push(...(await accessibilityFaults(panelFrame())));
    }
    await page.emulateMedia({ colorScheme: "light" });
    faults.push(...(await layoutFaults(panelFrame())));
    expect(faults).toEqual([]);
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
