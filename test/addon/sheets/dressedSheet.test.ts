import { describe, expect, it } from "vitest";
import { reportHost } from "../reportHost.ts";

const LAYOUT = "RevOps layout";
const [FIRST, SECOND] = ["Forecast 2017-Q2", "Quota 2017-Q2"];

function looks(host: ReturnType<typeof reportHost>, name: string) {
  const { columnWidths, hiddenColumns, gridlines, tabColor, hidden } = host.sheet(name);
  return { columnWidths, hiddenColumns, gridlines, tabColor, hidden };
}

describe("a new report sheet", () => {
  it("looks the same whether dressed or copied; what it is copied from is hidden and blank", () => {
    const host = reportHost();
    host.report("forecast");
    host.report("quota");
    const dressed = looks(host, FIRST);
    expect(dressed).toMatchObject({ hiddenColumns: [13], gridlines: false, hidden: false });
    expect(looks(host, SECOND)).toEqual(dressed);
    expect(looks(host, LAYOUT)).toEqual({ ...dressed, hidden: true });
    const { values, charts, conditionalRules } = host.sheet(LAYOUT);
    expect([values.flat().filter(Boolean), charts, conditionalRules]).toEqual([[], [], []]);
  });

  it.each([
    ["deleted", `book.deleteSheet(book.getSheetByName("${LAYOUT}"))`],
    ["was written on", `book.getSheetByName("${LAYOUT}").getRange("C3").setValue("mine")`],
    ["lost rows", `book.getSheetByName("${LAYOUT}").deleteRows(10, 900)`],
    ["lost columns", `book.getSheetByName("${LAYOUT}").deleteColumns(14, 12)`],
  ])("is dressed anew when the sheet to copy %s, and holds nothing of it", (_, code) => {
    const host = reportHost();
    host.report("forecast");
    host.person(code);
    host.report("quota");
    expect(looks(host, SECOND)).toEqual(looks(host, FIRST));
    expect(host.sheet(SECOND).values.flat()).not.toContain("mine");
  });
});
