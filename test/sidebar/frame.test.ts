import { describe, expect, it } from "vitest";
import { sidebarPage } from "./sidebarPage.ts";

describe("the frame", () => {
  it("opens with one call and shows the first panel", async () => {
    const page = await sidebarPage();
    await page.until(() => page.words().includes("No deals yet"));
    expect(page.calls).toEqual(["revopsSidebarStart"]);
    expect(page.document.querySelector("nav button")?.textContent).toBe("Start");
  });

  it("opens another panel from its menu by keyboard and remembers it", async () => {
    const page = await sidebarPage();
    await page.until(() => page.words().includes("No deals yet"));
    const menu = page.document.querySelector<HTMLElement>("nav h1 button")!;
    menu.click();
    expect(menu.getAttribute("aria-expanded")).toBe("true");
    expect(page.document.activeElement?.textContent).toBe("Start");
    const press = (key: string) =>
      page.document.activeElement?.dispatchEvent(
        new page.window.KeyboardEvent("keydown", { key, bubbles: true }),
      );
    press("ArrowDown");
    expect(page.document.activeElement?.textContent).toBe("Import");
    press("Escape");
    expect(menu.getAttribute("aria-expanded")).toBe("false");
    expect(page.document.activeElement).toBe(menu);
    menu.click();
    (
      page.document.activeElement!.parentElement!.nextElementSibling!.firstChild as HTMLElement
    ).click();
    await page.until(() => page.calls.includes("revopsRememberPanel"));
    expect(page.window.location.hash).toBe("#import");
    const again = await sidebarPage(page.host);
    await again.until(() => again.document.querySelector('[data-panel="import"]'));
  });

  it("says in plain words what to do when several accounts are signed in, and tries again", async () => {
    const page = await sidebarPage(
      undefined,
      "",
      () =>
        new Error(
          "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
        ),
    );
    await page.until(() => page.words().includes("several Google accounts"));
    expect(page.words()).not.toContain("PERMISSION_DENIED");
    page.failing = () => undefined;
    await page.click("Try again");
    await page.until(() => page.words().includes("No deals yet"));
  });

  it("never shows what an exception says", async () => {
    const page = await sidebarPage(
      undefined,
      "",
      () => new Error("TypeError: Cannot read properties of undefined"),
    );
    await page.until(() => page.words().includes("The add-on did not answer"));
    expect(page.words()).not.toContain("TypeError");
  });

  it("fills a blank spreadsheet with the sample company in one click", async () => {
    const page = await sidebarPage();
    await page.until(() => page.words().includes("No deals yet"));
    await page.click("Use the sample company");
    await page.until(() => page.words().includes("60 deals in the sheet Opportunities"));
    expect(page.document.querySelector(".figure code")?.textContent).toMatch(
      /^=WEIGHTED_FORECAST\(/,
    );
  });
});
