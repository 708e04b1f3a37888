import { describe, expect, it } from "vitest";
import { openHost } from "../../workbench/host/host.ts";

const bundle = "function runCode(code) { return Function(code)(); }";

describe("text styles", () => {
  it("change what they say and leave the rest, in one call", () => {
    const host = openHost({ bundle, strings: true });
    const run = (code: string) => host.call("runCode", code);
    run(`
      const range = SpreadsheetApp.getActiveSheet().getRange(1, 1, 1, 2);
      range.setBackgrounds([["#EEEEEE", "#ffffff"]]).setFontSizes([[14, 14]]);
    `);
    run(`
      const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
      const grey = SpreadsheetApp.newTextStyle().setForegroundColor("#5F6368").setFontSize(9).build();
      SpreadsheetApp.getActiveSheet().getRange(1, 1, 1, 2).setTextStyles([[bold, grey]]);
    `);
    expect(host.calls().map(({ method }) => method)).toEqual(["setTextStyles"]);
    const looks = run(`
      const range = SpreadsheetApp.getActiveSheet().getRange(1, 1, 1, 2);
      return [range.getFontWeights(), range.getFontSizes(), range.getFontColors(), range.getBackgrounds()];
    `);
    expect(looks).toEqual([
      [["bold", "normal"]],
      [[14, 9]],
      [["#000000", "#5f6368"]],
      [["#eeeeee", "#ffffff"]],
    ]);
  });

  it("refuse other things, and other shapes than the range has", () => {
    const host = openHost({ bundle, strings: true });
    const set = (styles: string) =>
      host.call(
        "runCode",
        `SpreadsheetApp.getActiveSheet().getRange(1, 1).setTextStyles(${styles})`,
      );
    expect(() => set(`[["bold"]]`)).toThrow(/don't match the method signature/);
    expect(() => set("[[], []]")).toThrow(/number of rows in the data does not match/);
  });
});
