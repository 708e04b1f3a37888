import { describe, expect, it } from "vitest";
import { hostWith } from "./testHost.ts";

describe("sheets", () => {
  it("start with 1000 x 26 cells and become active when inserted", () => {
    const host = hostWith();
    expect(
      host.run(`const book = SpreadsheetApp.getActive(); const sheet = book.insertSheet("Forecast");
        return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn(), book.getActiveSheet().getName(), sheet.getIndex()]`),
    ).toEqual([1000, 26, 0, 0, "Forecast", 2]);
  });

  it("are found by name or not at all", () => {
    expect(
      hostWith().run(
        `return [SpreadsheetApp.getActive().getSheetByName("None"), SpreadsheetApp.getActive().getSheetByName("Sheet1").getName()]`,
      ),
    ).toEqual([null, "Sheet1"]);
  });

  it("can be made as a copy of another, at a place", () => {
    const host = hostWith();
    expect(
      host.run(`const book = SpreadsheetApp.getActive(); const from = book.getActiveSheet();
        from.deleteRows(11, 990); from.setFrozenRows(1); from.getRange("A1").setValue("Stage").setFontWeight("bold");
        const made = book.insertSheet("Copy", 0, { template: from });
        made.getRange("A1").setValue("Rep");
        return [made.getIndex(), made.getMaxRows(), made.getFrozenRows(), made.getRange("A1").getFontWeight(), from.getRange("A1").getValue()]`),
    ).toEqual([1, 10, 1, "bold", "Stage"]);
    expect(() =>
      host.run(`SpreadsheetApp.getActive().insertSheet("More", { template: "Sheet1" })`),
    ).toThrow("insertSheet");
  });

  it("fit the height of rows to wrapped text", () => {
    // 100 px hold some 15 letters of size 10: 60 letters take at least four lines.
    const [short, long, unwrapped] = hostWith().run(
      `const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange("A1").setValue("short");
        sheet.getRange("A2:A3").setValues([["word ".repeat(12)], ["word ".repeat(12)]]); sheet.getRange("A2").setWrap(true);
        sheet.autoResizeRows(1, 3); return [1, 2, 3].map((row) => sheet.getRowHeight(row))`,
    ) as [number, number, number];
    expect([short, unwrapped]).toEqual([21, 21]);
    expect(long).toBeGreaterThanOrEqual(21 + 3 * 15);
    expect(long).toBeLessThanOrEqual(21 + 5 * 15);
  });

  it.each([
    [
      `book.insertSheet("sheet1")`,
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    ],
    [`book.insertSheet("x".repeat(101))`, "The sheet name cannot be greater than 100 characters."],
    [`book.deleteSheet(sheet)`, "You can't remove all the visible sheets in a document."],
    [`sheet.hideSheet()`, "You can't remove all the visible sheets in a document."],
    [`sheet.deleteRows(1, 1000)`, "You can't delete all the rows on the sheet."],
    [`sheet.deleteColumns(1, 26)`, "You can't delete all the columns on the sheet."],
    [
      `sheet.getRange(1001, 1)`,
      "The coordinates of the range are outside the dimensions of the sheet.",
    ],
    [`sheet.getRange(1, 1, 0, 1)`, "The number of rows in the range must be at least 1."],
    [`sheet.getRange(1, 1, 1, 0)`, "The number of columns in the range must be at least 1."],
    [`sheet.getRange(1, 1).offset(0, 0, 0)`, "The number of rows in the range must be at least 1."],
    [`sheet.getRange("A1:?")`, "Range not found"],
    [
      `sheet.getRange("AA1")`,
      "The coordinates of the range are outside the dimensions of the sheet.",
    ],
    [
      `sheet.getRange(1.5, 1)`,
      "The parameters (number,number,number,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [
      `book.getSheetByName(5)`,
      "The parameters (number) don't match the method signature for SpreadsheetApp.Spreadsheet.getSheetByName.",
    ],
    [
      `sheet.insertRowsAfter(1000, 384000)`,
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    ],
    [`book.setNamedRange("A1", sheet.getRange("A1"))`, "The name you entered is not valid: A1"],
    [`sheet.setRowHeigths(1, 2, 30)`, "Sheet.setRowHeigths is not in this host"],
    [`SpreadsheetApp.openById("x")`, "SpreadsheetApp.openById is not in this host"],
    [`SpreadsheetApp.BorderStyle.WAVY`, "BorderStyle.WAVY is not in this host"],
    [`UrlFetchApp.fetch("x")`, "UrlFetchApp is not defined"],
  ])("refuse %s in the platform's words", (code, message) => {
    const host = hostWith();
    const setting = `const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet();`;
    expect(() => host.run(`${setting} ${code}`)).toThrow(message);
  });

  it("may be filled up to exactly ten million cells", () => {
    const host = hostWith();
    host.run(`SpreadsheetApp.getActiveSheet().insertRowsAfter(1000, 383615)`);
    expect(384_615 * 26).toBeLessThanOrEqual(10_000_000);
    expect(host.workbook.sheets[0]!.rows).toBe(384_615);
    expect(() => host.run(`SpreadsheetApp.getActive().insertSheet("More")`)).toThrow(
      "above the limit of 10000000 cells",
    );
  });

  it("appendRow grows the grid, setValues never does", () => {
    const host = hostWith();
    host.run(`const sheet = SpreadsheetApp.getActiveSheet(); sheet.deleteRows(3, 998); sheet.deleteColumns(2, 25);
      sheet.appendRow(["a"]); sheet.appendRow(["b"]); sheet.appendRow(["c", "d"]);`);
    const [sheet] = host.workbook.sheets;
    expect([sheet!.rows, sheet!.columns]).toEqual([3, 2]);
    expect(sheet!.values[2]).toEqual(["c", "d"]);
  });

  it("move everything that has a place when rows are inserted or deleted", () => {
    const host = hostWith();
    host.run(`const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet(); const other = book.insertSheet("Other");
      sheet.getRange("A1:B3").setValues([[1, "=A1*2"], [2, "=A2*2"], [3, "=SUM(A1:A3)"]]);
      other.getRange("A1").setFormula("=Sheet1!A3+A1");
      sheet.getRange("A3").setNote("three").setBackground("#ff0000");
      sheet.getRange("A3").setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied("=A3>1").setBackground("#00ff00").setRanges([sheet.getRange("A3:A4")]).build()]);
      sheet.insertChart(sheet.newChart().asLineChart().addRange(sheet.getRange("A2:A3")).setPosition(5, 1, 0, 0).build());
      book.setNamedRange("THREE", sheet.getRange("A3")); sheet.setRowHeight(3, 40); sheet.setFrozenRows(1);
      sheet.insertRowsBefore(2, 2);`);
    const [sheet, other] = host.workbook.sheets;
    expect(sheet!.formulas.map((cells) => cells?.[1])).toEqual([
      "=A1*2",
      undefined,
      undefined,
      "=A4*2",
      "=SUM(A1:A5)",
    ]);
    expect(other!.formulas[0]).toEqual(["=Sheet1!A5+A1"]);
    expect(sheet!.notes).toEqual({ "5,1": "three" });
    expect(sheet!.validations[0]?.area).toEqual({ row: 5, column: 1, rows: 1, columns: 1 });
    expect(sheet!.conditionalRules[0]).toMatchObject({
      areas: [{ row: 5, rows: 2 }],
      values: ["=A5>1"],
    });
    expect(sheet!.charts[0]).toMatchObject({
      ranges: [{ area: { row: 4, rows: 2 } }],
      anchor: { row: 7, column: 1 },
    });
    expect(host.workbook.namedRanges[0]?.area.row).toBe(5);
    expect([sheet!.rowHeights, sheet!.frozenRows, sheet!.rows]).toEqual([{ 5: 40 }, 1, 1002]);
    host.run(
      `const sheet = SpreadsheetApp.getActive().getSheetByName("Sheet1"); sheet.deleteRows(4, 2);`,
    );
    expect(sheet!.formulas[0]).toEqual([undefined, "=A1*2"]);
    expect(other!.formulas[0]).toEqual(["=#REF!+A1"]);
    expect([sheet!.notes, sheet!.validations, host.workbook.namedRanges]).toEqual([{}, [], []]);
  });

  it("renamed, moved, copied and deleted, keep their formulas right", () => {
    const host = hostWith();
    host.run(`const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet(); const other = book.insertSheet("Other");
      other.getRange("A1").setFormula("=Sheet1!A1"); sheet.setName("My data");`);
    expect(host.workbook.sheets[1]?.formulas[0]?.[0]).toBe("='My data'!A1");
    host.run(`const book = SpreadsheetApp.getActive(); book.getSheetByName("Other").copyTo(book).setName("Third");
      book.deleteSheet(book.getSheetByName("My data"));`);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Other", "Third"]);
    expect(host.workbook.sheets[0]?.formulas[0]?.[0]).toBe("=#REF!");
  });

  it("carry protections, metadata, tab colour, gridlines, hidden rows and columns", () => {
    const host = hostWith();
    expect(
      host.run(`const sheet = SpreadsheetApp.getActiveSheet();
        sheet.protect().setDescription("Settings").setWarningOnly(true); sheet.getRange("A1:B2").protect();
        sheet.addDeveloperMetadata("kind", "report"); sheet.setTabColor("#1A73E8").setHiddenGridlines(true);
        sheet.hideColumns(1); sheet.hideRows(2, 2);
        const types = SpreadsheetApp.ProtectionType;
        return [sheet.getProtections(types.SHEET).map((p) => p.getDescription() + p.isWarningOnly()), sheet.getProtections(types.RANGE).length,
          sheet.getDeveloperMetadata().map((m) => m.getKey() + m.getValue()), sheet.getTabColor(), sheet.hasHiddenGridlines(),
          sheet.isColumnHiddenByUser(1), sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4)]`),
    ).toEqual([["Settingstrue"], 1, ["kindreport"], "#1a73e8", true, true, true, false]);
  });
});
