import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import {
  newWorkbook,
  parseWorkbook,
  serializeWorkbook,
} from "../../workbench/host/workbookFile.ts";
import { hostWith } from "./testHost.ts";

const value = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.record({ error: fc.constantFrom("#REF!", "#N/A"), message: fc.string() }),
);
const sparse = <T>(cell: fc.Arbitrary<T>) =>
  fc.array(fc.array(fc.option(cell, { nil: undefined }), { maxLength: 5 }), { maxLength: 5 });

const workbooks = fc
  .record({
    values: sparse(value),
    formulas: sparse(fc.string().map((text) => `=${text}`)),
    styles: sparse(fc.nat(3)),
  })
  .map((grids): WorkbookData => {
    const workbook = newWorkbook({ locale: "de_DE", timeZone: "Asia/Kathmandu" });
    Object.assign(workbook.sheets[0]!, grids);
    return workbook;
  });

describe("the workbook's own file", () => {
  it("gives back what was saved, holes and all", () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        expect(parseWorkbook(serializeWorkbook(workbook))).toEqual(workbook);
      }),
    );
  });

  it("keeps rows that were never written as rows without cells", () => {
    const workbook = newWorkbook();
    workbook.sheets[0]!.values[3] = [undefined, "d"];
    const back = parseWorkbook(serializeWorkbook(workbook)).sheets[0]!.values;
    expect(back[3]).toEqual([undefined, "d"]);
    expect(back.slice(0, 3)).toEqual([[], [], []]);
  });

  it("keeps everything a script can make", () => {
    const host = hostWith();
    host.run(`const sheet = SpreadsheetApp.getActiveSheet();
      sheet.getRange("A1:B2").setValues([["x", "=A1"], [new Date(2026, 0, 31), ""]]).setBackground("#eeeeee").setNote("n");
      sheet.insertChart(sheet.newChart().asBarChart().addRange(sheet.getRange("A1:B2")).setTitle("T").setPosition(3, 3, 5, 5).build());
      sheet.setFrozenRows(1); sheet.setTabColor("#1A73E8"); sheet.setHiddenGridlines(true);
      sheet.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["x"]).build());
      SpreadsheetApp.getActive().setNamedRange("TOTAL", sheet.getRange("B1"));
      PropertiesService.getDocumentProperties().setProperty("k", "v");`);
    const text = host.save();
    expect(parseWorkbook(text)).toEqual(host.workbook);
    expect(serializeWorkbook(parseWorkbook(text))).toBe(text);
  });

  it("says in a sentence when a file is something else", () => {
    expect(() => parseWorkbook("{")).toThrow("The workbook file cannot be read: it is not JSON");
    expect(() => parseWorkbook("{}")).toThrow(
      "it holds no sheets, so it was not saved by this program.",
    );
  });
});
