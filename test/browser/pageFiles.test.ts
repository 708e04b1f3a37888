import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newWorkbook, parseWorkbook } from "../../workbench/host/host.ts";
import { openTestPage, type TestPage } from "./page.ts";

/** What is dropped, by its name; made in the browser, as some of it is large. */
const BAD = [
  ["notes.pdf", "%PDF-1.7\n1 0 obj", /pdf/i],
  ["empty.csv", "", /empty/i],
  ["picture.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xfe", /picture\.csv/],
  ["wide.csv", "a,".repeat(1_000_000), /columns/],
] as const;

describe("files at the page", { timeout: 90_000 }, () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTestPage(newWorkbook());
  }, 90_000);
  afterAll(() => opened?.stop());

  const drop = (name: string, text: string, bytes = 0) =>
    opened.tab.page.evaluate(
      ([file, content, size]) => {
        const data = new DataTransfer();
        const part = size > 0 ? new Uint8Array(size) : content;
        data.items.add(new File([part], file));
        const target = document.querySelector("#sheet");
        target?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
      },
      [name, text, bytes] as const,
    );
  const toast = async (sentence: RegExp): Promise<string> => {
    const box = opened.tab.page.locator(".toast-box").filter({ hasText: sentence }).last();
    await box.waitFor();
    const text = (await box.locator("span").textContent()) ?? "";
    await box.getByRole("button", { name: "Close" }).click();
    return text;
  };

  it("imports a dropped CSV as a new tab, and nothing in it executes", async () => {
    const { tab } = opened;
    const long = "n".repeat(10_000);
    const rows = [
      "Stage,Amount,Close",
      '<img src=x onerror="document.title=1">,"1,500.50",2026-01-15',
      `${long},7,2026-01-16`,
      "عرض السعر,8,2026-01-17",
      "🚀 Won,9,2026-01-18",
    ];
    const title = await tab.page.title();
    await drop("deals.csv", rows.join("\n"));
    await tab.arrives("deals");
    await tab.shows("B2", "1,500.50");
    expect((await tab.cell("A2")).value).toBe('<img src=x onerror="document.title=1">');
    expect((await tab.cell("A3")).value).toBe(long);
    expect((await tab.cell("A4")).value).toBe("عرض السعر");
    expect((await tab.cell("A5")).value).toBe("🚀 Won");
    expect(await tab.page.title()).toBe(title);
  });

  it.each(BAD)("says in a sentence why %s is not taken", async (name, text, sentence) => {
    const before = await opened.tab.sheets();
    await drop(name, text);
    expect(await toast(sentence)).toMatch(/^[^\n]+[.]$/);
    expect(await opened.tab.sheets()).toEqual(before);
  });

  it("refuses 200 MB before sending them", async () => {
    await drop("large.csv", "", 201 * 1024 * 1024);
    expect(await toast(/200 MB/)).toContain("large.csv");
  });

  it("downloads a workbook with the functions' values, which another reader reads", async () => {
    const { tab } = opened;
    await tab.activate("Sheet1");
    await tab.type("A1", "=COVERAGE(1500,500)");
    await tab.shows("A1", "3");
    const started = tab.page.waitForEvent("download");
    await tab.menu("File", "Download as Microsoft Excel");
    const path = await (await started).path();
    const sheets = await readXlsxFile(path);
    expect(sheets.find(({ sheet }) => sheet === "Sheet1")?.data[0]?.[0]).toBe(3);
  });

  it("saves the workbook file and opens it again", async () => {
    const { tab } = opened;
    const started = tab.page.waitForEvent("download");
    await tab.menu("File", "Save workbook file");
    const path = await (await started).path();
    const { readFileSync } = await import("node:fs");
    const saved = parseWorkbook(readFileSync(path, "utf8"));
    expect(saved.sheets[0]?.formulas[0]?.[0]).toBe("=COVERAGE(1500,500)");
    await tab.type("A1", "changed");
    await tab.shows("A1", "changed");
    const choosing = tab.page.waitForEvent("filechooser");
    await tab.menu("File", "Open workbook file");
    await (await choosing).setFiles({
      name: "saved.json",
      mimeType: "application/json",
      buffer: readFileSync(path),
    });
    await tab.shows("A1", "3", "Sheet1");
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
