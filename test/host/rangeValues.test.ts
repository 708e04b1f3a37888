import { describe, expect, it } from "vitest";
import { newWorkbook } from "../../workbench/host/workbookFile.ts";
import { hostWith } from "./testHost.ts";

const SHEET = `const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet();`;

describe("values of ranges", () => {
  it.each([
    [
      `sheet.getRange("A1:B2").setValues([[1, 2]])`,
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    ],
    [
      `sheet.getRange("A1:B2").setValues([[1, 2], [3]])`,
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    ],
    [
      `sheet.getRange("A1").setValues("x")`,
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      `sheet.getRange("A1").setValue(["x"])`,
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValue.",
    ],
    [
      `sheet.getRange("A1").setValue("x".repeat(50001))`,
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    ],
    [`sheet.getRange("A1").setValue({})`, "Cannot convert Object to a cell value."],
    [
      `sheet.getRange("A1").setNumberFormat(null)`,
      "The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.",
    ],
    [
      `sheet.getRange("A1").setBorder(true, true)`,
      "don't match the method signature for SpreadsheetApp.Range.setBorder.",
    ],
  ])("refuse %s", (code, message) => {
    expect(() => hostWith().run(`${SHEET} ${code}`)).toThrow(message);
  });

  it("leave no half of a refused write", () => {
    const host = hostWith();
    expect(() =>
      host.run(`${SHEET} sheet.getRange("A1:B1").setValues([["a", "x".repeat(50001)]])`),
    ).toThrow();
    expect(host.workbook.sheets[0]!.values).toEqual([]);
  });

  it("errors are errors of the script's own realm and print as the platform's do", () => {
    expect(
      hostWith().run(
        `try { SpreadsheetApp.getActiveSheet().getRange(0, 1) } catch (error) { return [error instanceof Error, String(error)] }`,
      ),
    ).toEqual([
      true,
      "Exception: The coordinates of the range are outside the dimensions of the sheet.",
    ]);
  });

  it("read blanks as '', numbers, truth, texts and error names", () => {
    expect(
      hostWith().run(`${SHEET} sheet.getRange("A1:F1").setValues([["a", 1, true, null, undefined, "#N/A"]]);
        return sheet.getRange("A1:G1").getValues()`),
    ).toEqual([["a", 1, true, "", "", "#N/A", ""]]);
  });

  it("are arrays and dates of the script's own realm", () => {
    expect(
      hostWith().run(`${SHEET} sheet.getRange("A1").setValue("2026-01-31"); const values = sheet.getRange("A1:B1").getValues();
        return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date]`),
    ).toEqual([true, true, true]);
  });

  it("under a date format are dates, without one numbers", () => {
    expect(
      hostWith().run(`${SHEET} const cell = sheet.getRange("A1"); cell.setValue(46053);
        const plain = cell.getValue(); const date = cell.setNumberFormat("yyyy-mm-dd").getValue();
        return [plain, date.toISOString(), cell.getDisplayValue()]`),
    ).toEqual([46053, "2026-01-31T00:00:00.000Z", "2026-01-31"]);
  });

  it("a Date is written as the civil time of the spreadsheet's zone, with a format", () => {
    const workbook = newWorkbook({ timeZone: "America/Los_Angeles" });
    const host = hostWith("", { workbook });
    host.run(
      `${SHEET} sheet.getRange("A1:B1").setValues([[new Date(Date.UTC(2026, 0, 31, 8)), new Date(Date.UTC(2026, 0, 31, 2))]])`,
    );
    expect(workbook.sheets[0]!.values[0]).toEqual([46053, 46052.75]);
    expect(host.run(`${SHEET} return sheet.getRange("A1:B1").getDisplayValues()`)).toEqual([
      ["1/31/2026", "1/30/2026 18:00:00"],
    ]);
  });

  it.each([
    ["Pacific/Auckland", "2026-01-30T11:00:00.000Z"],
    ["America/Los_Angeles", "2026-01-31T08:00:00.000Z"],
    ["Asia/Kathmandu", "2026-01-30T18:15:00.000Z"],
  ])("a day in %s is read as the instant of its midnight there", (timeZone, instant) => {
    const host = hostWith("", { timeZone, manifest: { timeZone: "Europe/Berlin" } });
    expect(
      host.run(
        `${SHEET} return sheet.getRange("A1").setValue("2026-01-31").getValue().toISOString()`,
      ),
    ).toBe(instant);
  });

  it("keep text under the text format, set before the values", () => {
    expect(
      hostWith().run(`${SHEET} const range = sheet.getRange("A1:D1"); range.setNumberFormats([["@", "@", "@", "0"]]);
        range.setValues([["00300", "=1+1", "1-2", "00300"]]); return [range.getValues(), range.getFormulas()]`),
    ).toEqual([[["00300", "=1+1", "1-2", 300]], [["", "", "", ""]]]);
  });

  it("take the format of what is typed only where there is none", () => {
    expect(
      hostWith().run(`${SHEET} const range = sheet.getRange("A1:B1"); sheet.getRange("B1").setNumberFormat("0.000");
        return range.setValues([["10%", "10%"]]).getNumberFormats()`),
    ).toEqual([["0%", "0.000"]]);
  });

  it("follow the spreadsheet's locale", () => {
    expect(
      hostWith("", { locale: "de_DE" }).run(`${SHEET} const range = sheet.getRange("A1:C1");
        range.setValues([["1.000,50", "31.01.2026", "WAHR"]]); return range.getDisplayValues()`),
    ).toEqual([["1.000,50", "31.01.2026", "WAHR"]]);
  });

  it("become formulas after '=', and formulas compute", () => {
    expect(
      hostWith().run(`${SHEET} sheet.getRange("A1:C1").setValues([[2, 3, "=A1*B1"]]);
        sheet.getRange("D1:D2").setFormula("=A1+$A$1");
        return [sheet.getRange("A1:D2").getValues(), sheet.getRange("A1:D2").getFormulas()]`),
    ).toEqual([
      [
        [2, 3, 6, 4],
        ["", "", "", 2],
      ],
      [
        ["", "", "=A1*B1", "=A1+$A$1"],
        ["", "", "", "=A2+$A$1"],
      ],
    ]);
  });

  it("see a changed cell in the next read of a formula", () => {
    const host = hostWith();
    host.run(
      `${SHEET} sheet.getRange("A1:B1").setValues([[2, "=A1*2"]]); sheet.getRange("B1").getValue(); sheet.getRange("A1").setValue(5);`,
    );
    expect(host.run(`${SHEET} return sheet.getRange("B1").getValue()`)).toBe(10);
  });

  it("are cleared with or without their looks and notes", () => {
    expect(
      hostWith().run(`${SHEET} const cell = sheet.getRange("B2"); cell.setValue(1).setNote("n").setBackground("#ff0000");
        sheet.getRange("A1:C3").clearContent(); const kept = [cell.getNote(), cell.getBackground()];
        cell.clear(); cell.clearNote(); return [...kept, cell.getValue(), cell.getBackground(), cell.getNote(), sheet.getLastRow()]`),
    ).toEqual(["n", "#ff0000", "", "#ffffff", "", 0]);
  });

  it("are copied with formulas, looks and notes, or as values alone", () => {
    expect(
      hostWith().run(`${SHEET} sheet.getRange("A1:B1").setValues([[2, "=A1*2"]]); sheet.getRange("B1").setNote("double").setFontWeight("bold");
        sheet.getRange("A1:B1").copyTo(sheet.getRange("A3:B4"));
        sheet.getRange("B1").copyTo(sheet.getRange("D1"), { contentsOnly: true });
        sheet.getRange("B1").copyTo(sheet.getRange("D2"), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
        return [sheet.getRange("A3:B4").getFormulas(), sheet.getRange("B4").getNote(), sheet.getRange("D1").getFormula(), sheet.getRange("D1").getValue(), sheet.getRange("D2").getFontWeight()]`),
    ).toEqual([
      [
        ["", "=A3*2"],
        ["", "=A4*2"],
      ],
      "double",
      "",
      4,
      "bold",
    ]);
  });

  it("are sorted: numbers, texts, truth, blanks last, notes and looks along", () => {
    expect(
      hostWith().run(`${SHEET} const range = sheet.getRange("A1:B5");
        range.setValues([["b", 1], ["", 2], [10, 3], ["A", 4], [true, 5]]); sheet.getRange("A3").setNote("ten");
        range.sort({ column: 1, ascending: true }); const up = range.getValues().map((row) => row[1]);
        range.sort({ column: 1, ascending: false }); const down = range.getValues().map((row) => row[1]);
        return [up, down, range.getNotes().map((row) => row[0])]`),
    ).toEqual([
      [3, 4, 1, 5, 2],
      [5, 1, 4, 3, 2],
      ["", "", "", "ten", ""],
    ]);
  });
});
