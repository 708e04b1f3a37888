import { describe, expect, it } from "vitest";
import { parseWorkbook } from "../../workbench/host/host.ts";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import { serializeWorkbook } from "../../workbench/host/workbookFile.ts";
import type { Fault } from "../../workbench/page/threads.ts";
import { SALESFORCE_LATER } from "./exports.ts";
import { openTestPage } from "./page.ts";
import { Sidebar } from "./sidebar.ts";
import { salesforceWorkbook } from "./workbooks.ts";

/** The deals are written by then, the line in the log is not. */
const LATE = { action: "revopsImport", call: "Range.setValues Import log" } as const;

/** What a person sees of a workbook: visible tabs and what their cells hold. */
function visible({ sheets }: WorkbookData) {
  return sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name, values, formulas }) => ({
      name,
      values: filled(values),
      formulas: filled(formulas),
    }));
}

/** Cells that hold something, by their place. */
function filled(grid: readonly (readonly unknown[])[]): Record<string, unknown> {
  const cells = grid.flatMap((row, at) =>
    (row ?? []).map((value, column) => [`${at + 1},${column + 1}`, value ?? ""] as const),
  );
  return Object.fromEntries(cells.filter(([, value]) => value !== ""));
}

async function beginImport(workbook: WorkbookData, fault: Fault, save?: (text: string) => void) {
  const opened = await openTestPage(workbook, { fault, save });
  const sidebar = new Sidebar(opened.tab);
  await sidebar.open("Import");
  await sidebar.give("Opportunities.csv", SALESFORCE_LATER);
  await sidebar.click("Import 2 records");
  return { opened, sidebar };
}

describe("an import that breaks off", () => {
  it("leaves the workbook as it was when a call fails, and goes through when tried again", async () => {
    const workbook = salesforceWorkbook();
    const { opened, sidebar } = await beginImport(workbook, { ...LATE, ends: "refused" });
    try {
      await sidebar.says(/Its words: /);
      const response = await opened.tab.page.request.get(`${opened.url}workbook.json`);
      const now = parseWorkbook(await response.text());
      expect(visible(now)).toEqual(visible(parseWorkbook(serializeWorkbook(workbook))));

      await sidebar.click("Try again");
      await sidebar.says(/^Opportunities: 1 new, 1 changed/);
      expect((await opened.tab.cell("B6", "Opportunities")).shown).toBe("Gate sensors");
    } finally {
      await opened.stop();
    }
  });

  it("leaves the kept workbook as it was when the server is killed", async () => {
    const workbook = salesforceWorkbook();
    let kept = serializeWorkbook(workbook);
    const { opened } = await beginImport(workbook, { ...LATE, ends: "killed" }, (text) => {
      kept = text;
    });
    try {
      await opened.tab.page.getByText("The server has stopped").waitFor();
    } finally {
      await opened.stop();
    }
    expect(visible(parseWorkbook(kept))).toEqual(
      visible(parseWorkbook(serializeWorkbook(workbook))),
    );
  });
});
