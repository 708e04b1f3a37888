import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { sidebarPage } from "./sidebarPage.ts";

async function opened() {
  const host = addonHost();
  host.ask("revopsSample");
  const page = await sidebarPage(host, "#reports");
  await page.until(() => page.words().includes("Not run yet."));
  return page;
}

describe("the Reports panel", () => {
  it("points to the import while there is no data", async () => {
    const page = await sidebarPage(addonHost(), "#reports");
    await page.until(() => page.words().includes("The reports need deals"));
    await page.click("Import a CRM file");
    await page.until(() => page.document.querySelector('[data-panel="import"]'));
  });

  it("runs a report, shows its answer, takes the run back and freezes a copy", async () => {
    const page = await opened();
    await page.click(/^Run .*forecast/i);
    await page.until(() => page.words().includes("no earlier run of this period"));
    const sheet = page.host.workbook.sheets.find(({ name }) => /forecast \d/i.test(name))!.name;
    await page.until(() => page.words().includes("Undo last run"));
    await page.click("Frozen copy");
    await page.until(() => page.words().includes(`${sheet} (copy) holds values alone`));
    await page.click("Undo last run");
    await page.until(() => page.words().includes("was removed: before its first run"));
    expect(page.host.sheet(sheet)).toBeUndefined();
  });

  it("refuses a period it cannot read, beside the field, and asks nothing", async () => {
    const page = await opened();
    page.type("Period", "other");
    page.type("Other period", "next spring");
    const asked = page.calls.length;
    await page.click(/^Run .*forecast/i);
    expect(page.words()).toContain("Type a quarter such as 2026-Q2");
    expect(page.field("Other period").getAttribute("aria-invalid")).toBe("true");
    expect(page.calls.length).toBe(asked);
  });

  it("compares with the last run without writing", async () => {
    const page = await opened();
    await page.click(/^Run .*forecast/i);
    await page.until(() => page.words().includes("no earlier run"));
    await page.open("start");
    await page.open("reports");
    await page.until(() => page.words().includes("Compare with last"));
    const before = page.host.save();
    await page.click("Compare with last");
    await page.until(() => page.words().includes("No figure has changed since"));
    expect(page.host.save()).toBe(before);
  });
});
