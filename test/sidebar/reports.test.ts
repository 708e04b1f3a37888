import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { sampleHost } from "../addon/sampleHost.ts";
import { sidebarPage } from "./sidebarPage.ts";

async function opened() {
  const host = sampleHost();
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

  it("forecasts one team into a sheet of its own", async () => {
    const page = await opened();
    const [boss = ""] = page.host.ask("revopsReports").teams;
    page.type("Team", boss);
    await page.click(/^Run .*forecast/i);
    await page.until(() => page.words().includes("no earlier run of this period"));
    const names = page.host.workbook.sheets.map(({ name }) => name);
    expect(names.filter((name) => /^Forecast \d{4}-Q\d /.test(name))).toEqual([
      expect.stringMatching(new RegExp(` ${boss}$`)),
    ]);
  });

  it("cuts the open pipeline by what is picked", async () => {
    const page = await opened();
    page.type("Cut by", "Stage");
    page.type("and by", "Owner");
    await page.click(/^Run pipeline review/i);
    await page.until(() => page.words().includes("no earlier run of this period"));
    const review = page.host.workbook.sheets.find(({ name }) => name.startsWith("Pipeline review"));
    expect(review?.values.map(([first]) => first)).toContain("Open pipeline by stage and owner");
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

  it("takes the two days of a comparison, the earlier one first", async () => {
    const page = await opened();
    page.type("From", "2026-06-10");
    page.type("To", "2026-06-03");
    const asked = page.calls.length;
    await page.click(/^Run .*what changed/i);
    expect(page.words()).toContain("The first day is after the second one.");
    expect(page.calls.length).toBe(asked);
    page.type("To", "2026-06-17");
    await page.click(/^Run .*what changed/i);
    await page.until(() => page.words().includes("Open the sheet"));
    const { name } = page.host.workbook.sheets.find((one) => /^What changed/.test(one.name))!;
    expect(page.host.cells(name).flat().join("\n")).toContain("2026-06-10");
  });
});

describe("the schedule", () => {
  const SCOPE = "https://www.googleapis.com/auth/script.scriptapp";

  it("is off, leads to Google for the right, runs at once and is switched off again", async () => {
    const host = sampleHost({ manifest: { oauthScopes: [SCOPE] }, ungranted: [SCOPE] });
    const page = await sidebarPage(host, "#reports");
    await page.until(() => page.words().includes("Not run yet."));
    await page.click("Schedule snapshots and digests");
    await page.until(() => page.words().includes("On a schedule"));
    const often = () => page.field<HTMLSelectElement>("How often");
    expect(often().value).toBe("off");
    page.type("How often", "week");
    page.type("On", "5");
    await page.click("Save the schedule");
    const link = await page.until(() => page.document.querySelector<HTMLAnchorElement>("a[href]"));
    expect(link.href).toMatch(/^https:\/\/accounts\.google\.com\//);
    expect(link.target).toBe("_blank");
    expect(host.workbook.triggers).toBeUndefined();

    // The choice stands there still when the person comes back.
    host.grant(SCOPE);
    await page.click("Save the schedule");
    await page.until(() => page.words().includes("The schedule is on."));
    expect(host.workbook.triggers).toMatchObject([{ weekDay: "FRIDAY", hour: 6 }]);
    await page.click("Run it now");
    await page.until(() => /Last run \d{4}-.*Digest/.test(page.words()));

    page.type("How often", "off");
    await page.click("Save the schedule");
    await page.until(() => page.words().includes("The schedule is off."));
    expect(host.workbook.triggers).toEqual([]);
  });
});
