import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { sampleHost } from "../addon/sampleHost.ts";
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
    const host = sampleHost();
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

  it("says where settings differ from their defaults, and takes them back after asking", async () => {
    const host = sampleHost();
    host.person(`book.getSheetByName("Risk").getRange("B2").setValue(25);`);
    const active = () => host.person("return book.getActiveSheet().getName();");
    const page = await sidebarPage(host, "#health");
    await page.until(() => page.words().includes("Compare with the defaults"));
    await page.click("Compare with the defaults");
    await page.until(() => page.words().includes("Base: Points is 25 and by default 20."));
    // What risk factors weigh by stage and segment is edited on the sheet, which the list opens.
    const open = [...page.document.querySelectorAll("button")].find(
      (one) => one.getAttribute("aria-label") === "Open Risk",
    );
    open?.click();
    await page.until(() => active() === "Risk");
    await page.click("Reset to default");
    await page.until(() => page.words().includes("Set Risk back to its defaults?"));
    await page.click("Reset it");
    await page.until(() => page.words().includes("Risk is as it came."));
    expect(host.cells("Risk")[1]?.slice(0, 2)).toEqual(["Base", 20]);
    expect(page.words()).not.toContain("Reset to default");
    await page.click("Undo last save");
    await page.until(() => page.words().includes("Base: Points is 25 and by default 20."));
    expect(host.cells("Risk")[1]?.slice(0, 2)).toEqual(["Base", 25]);
  });
});
