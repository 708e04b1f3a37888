import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { sidebarPage } from "./sidebarPage.ts";

describe("the Health panel", () => {
  it("shows the check with the way to what is missing, runs and permissions", async () => {
    const page = await sidebarPage(addonHost(), "#health");
    await page.until(() => page.words().includes("spreadsheets.currentonly"));
    expect(page.words()).toContain("1 of 2 want a look.");
    await page.click("Put it right");
    await page.until(() => page.document.querySelector('[data-panel="import"]'));
  });

  it("exports all settings and takes a changed file over after asking", async () => {
    const host = addonHost();
    host.ask("revopsSample");
    const page = await sidebarPage(host, "#health");
    await page.until(() => page.words().includes("Export settings"));
    await page.click("Export settings");
    const link = await page.until(() =>
      page.document.querySelector<HTMLAnchorElement>("a[download]"),
    );
    const text = decodeURIComponent(link.href.split(",").slice(1).join(","));
    const file = JSON.parse(text);
    const row = file.settings.calendar.rows.find(([name]: [string]) => /start/i.test(name));
    row[1] = "July";
    const input = page.document.querySelector<HTMLInputElement>("input[type=file]")!;
    Object.defineProperty(input, "files", {
      value: [new page.window.File([JSON.stringify(file)], "mine.json")],
    });
    input.dispatchEvent(new page.window.Event("change"));
    await page.until(() => page.words().includes("mine.json changes Calendar."));
    await page.click("Take the settings over");
    await page.until(() => page.calls.filter((name) => name === "revopsHealth").length === 2);
    expect(host.ask("revopsExportSettings")).toBe(JSON.stringify(file, null, 2));
  });
});
