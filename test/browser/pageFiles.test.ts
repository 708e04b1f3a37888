import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newWorkbook, parseWorkbook } from "../../workbench/host/host.ts";
import type { Inspect } from "../../workbench/page/client/inspect.ts";
import { openTestPage, type TestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";

declare const spreadsheet: Inspect;

/** What is dropped, by its name; made in the browser, as some of it is large. */
const BAD = [
  ["notes.pdf", "%PDF-1.7\n1 0 obj", /pdf/i],
  ["empty.csv", "", /empty/i],
  ["picture.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xfe", /picture\.csv/],
  ["wide.csv", "a,".repeat(1_000_000), /columns/],
] as const;

const IMAGE = '<img src=x onerror="document.title=1;parent.document.title=1">';
const LONG = "n".repeat(10_000);
const ARABIC = "عرض السعر";

describe("files at the page", { shuffle: false }, () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTestPage(newWorkbook());
  });
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
    // At once, as it goes away by itself.
    return box.evaluate((shown) => {
      shown.querySelector<HTMLElement>("button")?.click();
      return shown.querySelector("span")?.textContent ?? "";
    });
  };

  it("imports a dropped CSV as a new tab, and nothing in it executes", async () => {
    const { tab } = opened;
    const rows = [
      "Stage,Amount,Close",
      `"${IMAGE.replaceAll('"', '""')}","1,500.50",2026-01-15`,
      `${LONG},7,2026-01-16`,
      `${ARABIC},8,2026-01-17`,
      "🚀 Won,9,2026-01-18",
    ];
    const title = await tab.page.title();
    await drop("deals.csv", rows.join("\n"));
    await tab.arrives("deals");
    await tab.shows("B2", "1,500.50");
    expect((await tab.cell("A2")).value).toBe(IMAGE);
    expect((await tab.cell("A3")).value).toBe(LONG);
    expect((await tab.cell("A4")).value).toBe(ARABIC);
    expect((await tab.cell("A5")).value).toBe("🚀 Won");
    expect(await tab.page.title()).toBe(title);
  });

  it("takes pasted markup and long, Arabic and pictured names as text", async () => {
    const { tab } = opened;
    const title = await tab.page.title();
    await tab.activate("Sheet1");
    await tab.click("E1");
    await tab.page.evaluate(
      ([image, ...names]) => {
        const data = new DataTransfer();
        data.setData("text/plain", [image, ...names].join("\n"));
        data.setData("text/html", `<table><tr><td>${image}</td></tr></table>`);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [IMAGE, LONG, ARABIC, "🚀 Won"] as const,
    );
    await tab.shows("E4", "🚀 Won");
    for (const [at, text] of [IMAGE, LONG, ARABIC].entries())
      expect((await tab.cell(`E${at + 1}`)).value).toBe(text);
    expect(await tab.page.locator("img[src=x]").count()).toBe(0);
    expect(await tab.page.title()).toBe(title);
  });

  it("imports such stages and names in the sidebar, where nothing of them executes", async () => {
    const { tab } = opened;
    const title = await tab.page.title();
    const formula = '=HYPERLINK("http://elsewhere.example","Won")';
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const deals = [
      [IMAGE, LONG],
      [formula, ARABIC],
      ["🚀 Won", "-2+3"],
    ].map(
      ([stage = "", name = ""], at) =>
        `006A00000${at},${quoted(name)},Ada Okafor,${quoted(stage)},100,2026-06-30,2026-01-15`,
    );
    const sidebar = new Sidebar(tab);
    await sidebar.open("Import");
    await sidebar.give(
      "Opportunities.csv",
      [
        "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date",
        ...deals,
      ].join("\n"),
    );
    await sidebar.click("Import 3 records");
    await sidebar.says("Opportunities: 3 new.");
    const column = (heading: string, row: number) =>
      tab.page.evaluate(
        ([label, at]) => {
          for (const letter of "ABCDEFGHIJKLMNOP")
            if (spreadsheet.cell(`${letter}1`, "Opportunities").value === label)
              return spreadsheet.cell(`${letter}${at}`, "Opportunities").shown;
          return undefined;
        },
        [heading, row] as const,
      );
    expect(await column("Stage", 2)).toBe(IMAGE);
    expect(await column("Stage", 3)).toBe(formula);
    expect(await column("Stage", 4)).toBe("🚀 Won");
    expect(await column("Opportunity Name", 2)).toBe(LONG);
    expect(await column("Opportunity Name", 3)).toBe(ARABIC);
    expect(await column("Opportunity Name", 4)).toBe("-2+3");
    await sidebar.open("Stages");
    await sidebar.says(/img src=x/);
    expect(await sidebar.frame.locator("img").count()).toBe(0);
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
