import { describe, expect, it } from "vitest";
import { hostWith } from "./testHost.ts";

describe("a sheet of two million cells", () => {
  const host = hostWith(`
    function fill(rows, columns) {
      const sheet = SpreadsheetApp.getActiveSheet();
      sheet.insertRowsAfter(1000, rows - 1000);
      const data = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) =>
        column % 4 === 0 ? "0065x" + row : column % 4 === 1 ? row * column : column % 4 === 2 ? "2026-01-31" : "Prospecting"));
      const start = Date.now();
      sheet.getRange(1, 1, rows, columns).setValues(data);
      return Date.now() - start;
    }
    function format(rows) { const start = Date.now(); SpreadsheetApp.getActiveSheet().getRange(1, 2, rows, 1).setNumberFormat("#,##0"); return Date.now() - start; }
    function read() { const start = Date.now(); const values = SpreadsheetApp.getActiveSheet().getDataRange().getValues(); return [Date.now() - start, values.length, values[0].length, values[99999][2].toISOString(), values[99999][0]]; }`);

  it("is written, formatted and read in seconds, in a few calls", () => {
    const times = {
      write: host.call("fill", 100_000, 20) as number,
      format: host.call("format", 100_000) as number,
    };
    const [read, ...seen] = host.call("read") as [number, ...unknown[]];
    expect(seen).toEqual([100_000, 20, "2026-01-31T00:00:00.000Z", "0065x99999"]);
    expect(host.calls()).toHaveLength(1);
    // Generous: the machine may be busy; a design that made an object per cell would take far longer.
    expect(times.write).toBeLessThan(20_000);
    expect(times.format).toBeLessThan(5_000);
    expect(read).toBeLessThan(20_000);
  });
});
