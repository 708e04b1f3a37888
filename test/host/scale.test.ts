import { describe, expect, it } from "vitest";
import { hostWith } from "./testHost.ts";

describe("a sheet of two million cells", () => {
  const host = hostWith(`
    function fill(rows, columns) {
      const sheet = SpreadsheetApp.getActiveSheet();
      sheet.insertRowsAfter(1000, rows - 1000);
      const data = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) =>
        column % 4 === 0 ? "0065x" + row : column % 4 === 1 ? row * column : column % 4 === 2 ? "2026-01-31" : "Prospecting"));
      sheet.getRange(1, 1, rows, columns).setValues(data);
    }
    function format(rows) { SpreadsheetApp.getActiveSheet().getRange(1, 2, rows, 1).setNumberFormat("#,##0"); }
    function read() { const values = SpreadsheetApp.getActiveSheet().getDataRange().getValues(); return [values.length, values[0].length, values[99999][2].toISOString(), values[99999][0]]; }`);

  it("is written, formatted and read in a few calls", () => {
    host.call("fill", 100_000, 20);
    host.call("format", 100_000);
    expect(host.call("read")).toEqual([100_000, 20, "2026-01-31T00:00:00.000Z", "0065x99999"]);
    expect(host.calls()).toHaveLength(1);
  });
});
