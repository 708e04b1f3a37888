import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newWorkbook } from "../../workbench/host/host.ts";
import type { CellValue, WorkbookData } from "../../workbench/host/workbook.ts";
import { newSheet } from "../../workbench/host/workbookFile.ts";
import { openTestPage, type TestPage } from "./page.ts";

const COLUMNS = 20;

/** Tabs of 10,000 and of 100,000 deals of twenty columns, behind an empty one. */
function largeWorkbook(): WorkbookData {
  const workbook = newWorkbook();
  const add = (name: string, deals: number): void => {
    const sheet = newSheet(workbook.nextId, name, deals + 1, COLUMNS);
    workbook.nextId += 1;
    const header = Array.from({ length: COLUMNS }, (_, column) => `Field ${column + 1}`);
    sheet.values.push(header);
    for (let row = 1; row <= deals; row++)
      sheet.values.push(
        Array.from(
          { length: COLUMNS },
          (_, column): CellValue => (column === 0 ? `Deal ${row}` : row * column),
        ),
      );
    sheet.frozenRows = 1;
    workbook.sheets.push(sheet);
  };
  add("Deals", 10_000);
  add("All deals", 100_000);
  return workbook;
}

describe("large tabs", { shuffle: false }, () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTestPage(largeWorkbook());
  });
  afterAll(() => opened?.stop());

  it("come when they are opened, which the page says meanwhile", async () => {
    const { tab } = opened;
    const said = tab.page.evaluate(
      () =>
        new Promise<{ text: string; isOldGrid: boolean }>((found) => {
          const box = document.querySelector<HTMLElement>("#busy");
          document.querySelector(".o-grid")?.classList.add("before");
          let text = "";
          new MutationObserver(() => {
            if (box && !box.hidden) text = box.textContent ?? "";
            else if (text !== "")
              found({ text, isOldGrid: document.querySelector(".o-grid.before") !== null });
          }).observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
    );
    await tab.activate("Deals");
    // What is typed into the grid before it would be lost.
    expect(await said).toEqual({ text: "Loading Deals…", isOldGrid: false });
    await tab.shows("A10001", "Deal 10000", "Deals");
  });

  it("scroll to their last row under the frozen header and take edits there", async () => {
    const { tab } = opened;
    const { y } = await tab.place("A1");
    await tab.place("T10001");
    expect((await tab.place("A1")).y).toBe(y);
    await tab.type("T10001", "7");
    await tab.shows("T10001", "7");
    await tab.activate("Sheet1");
    await tab.type("A1", "=SUM(Deals!T9999:T10001)");
    // 19 x 9,998 + 19 x 9,999 + 7, where 19 x 10,000 stood.
    await tab.shows("A1", "379950");
  });

  it("of more cells than a browser can hold are refused with the limit, the others go on", async () => {
    const { tab } = opened;
    await tab.activate("All deals");
    const notice = tab.page.locator("#notice");
    await notice.waitFor();
    expect(await notice.textContent()).toBe(
      "All deals holds 2,000,020 cells in 100,001 rows; this page shows tabs of up to 1,000,000 cells. Its data is all there: reports and functions read it.",
    );
    await tab.activate("Sheet1");
    await notice.waitFor({ state: "hidden" });
    await tab.type("A2", "=1+1");
    await tab.shows("A2", "2");
  });

  it("leave the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
