import { describe, expect, it } from "vitest";
import { declaredFunctions } from "../../workbench/host/declaredFunctions.ts";
import type { FormulaArgument } from "../../workbench/host/formulas.ts";
import { hostWith } from "./testHost.ts";

const script = `
/**
 * Adds up numbers.
 * Blanks are left out.
 *
 * @param {number} values The numbers.
 * @param {number} factor Optional; default 1.
 * @return The sum.
 * @customfunction
 */
function ADDUP(values, factor) { const rows = Array.isArray(values) ? values : [[values]]; let sum = 0; for (const row of rows) for (const v of row) sum += Number(v); return sum * (factor === undefined ? 1 : factor); }
/** @customfunction */
function KINDS(...args) { return [args.map((a) => Array.isArray(a) ? "rows " + JSON.stringify(a) : a === undefined ? "undefined" : a === "" ? "blank" : Object.prototype.toString.call(a) + (a instanceof Date))]; }
/** @customfunction */
function CIVIL_DAY(date) { return Utilities.formatDate(date, SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(), "yyyy-MM-dd HH:mm"); }
/** @customfunction */
function SAME(value) { return value; }
/** @customfunction */
function GIVE(code) { return Function("return " + code)(); }
function helper_() { return 1; }
`;
const cell = (value: string | number | boolean | null, isDate = false) => ({ value, isDate });
const open = (options = {}) => hostWith(script, options);

describe("custom functions", () => {
  it("are found as Sheets finds them: top level, with @customfunction in the comment above", () => {
    expect(declaredFunctions(script).map(({ name }) => name)).toEqual([
      "ADDUP",
      "KINDS",
      "CIVIL_DAY",
      "SAME",
      "GIVE",
    ]);
    expect(declaredFunctions(script)[0]).toEqual({
      name: "ADDUP",
      about: "Adds up numbers. Blanks are left out.",
      params: [
        { name: "values", about: "The numbers.", optional: true },
        { name: "factor", about: "Optional; default 1.", optional: true },
      ],
    });
  });

  it("get single cells as values, ranges as rows, blanks as '', what is left out as undefined, dates as Dates", () => {
    const host = open();
    const args: FormulaArgument[] = [
      cell(1),
      cell(null),
      undefined,
      cell("x"),
      [[cell(1), cell(null)]],
      cell(46053, true),
    ];
    expect(host.callFunction("KINDS", args)).toEqual({
      rows: [
        [
          cell("[object Number]false"),
          cell("blank"),
          cell("undefined"),
          cell("[object String]false"),
          cell('rows [[1,""]]'),
          cell("[object Date]true"),
        ],
      ],
    });
  });

  it("are called by formulas over cells and ranges, spill, and recalculate", () => {
    const host = open();
    host.run(`const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange("A1:A3").setValues([[1], [2], [""]]);
      sheet.getRange("B1:C1").setFormulas([["=ADDUP(A1:A3,10)", "=SAME(A1:A2)"]]);`);
    expect(
      host.run(`return SpreadsheetApp.getActiveSheet().getRange("B1:C3").getValues()`),
    ).toEqual([
      [30, 1],
      ["", 2],
      ["", ""],
    ]);
    expect(
      host.run(
        `SpreadsheetApp.getActiveSheet().getRange("A1").setValue(5); return [SpreadsheetApp.getActiveSheet().getRange("B1").getValue(), SpreadsheetApp.getActiveSheet().getLastRow()]`,
      ),
    ).toEqual([70, 2]);
    expect(host.evaluate("=ADDUP(A1:A3)*2")).toEqual({ rows: [[cell(14)]] });
  });

  const zones = ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu", "Etc/UTC"];
  // Days on which clocks change in Auckland and Los Angeles, and an ordinary one.
  const days = [46117, 46292, 46089, 46327, 46053];
  it("see a date as the instant at which the spreadsheet's clocks show it, and give it back as the same day", () => {
    for (const scriptZone of zones) {
      for (const timeZone of zones) {
        const host = open({ timeZone, manifest: { timeZone: scriptZone } });
        for (const day of days) {
          const iso = new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10);
          expect(host.callFunction("CIVIL_DAY", [cell(day, true)])).toEqual({
            rows: [[cell(`${iso} 00:00`)]],
          });
          expect(host.callFunction("SAME", [cell(day, true)])).toEqual({
            rows: [[cell(day, true)]],
          });
        }
      }
    }
  });

  it.each([
    ["NaN", { rows: [[cell(null)]] }, "#NUM!"],
    ["[[1, 1/0]]", undefined, "#NUM!"],
  ])("that return %s show #NUM!", (code, _, error) => {
    const outcome = open().callFunction("GIVE", [cell(code)]);
    expect("rows" in outcome && outcome.rows[0]!.at(-1)!.value).toMatchObject({ error });
  });

  it.each([
    ["[1, 2]", "The function returned a flat list; return rows of cells."],
    ["[]", "The function returned an empty list; return rows of cells."],
    ["[[1], [1, 2]]", "The function returned rows of different lengths."],
    [
      "(() => { throw new Error('quota: found text, expected a number') })()",
      "quota: found text, expected a number",
    ],
    [
      "SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1)",
      "You do not have permission to call setValue",
    ],
    ["SpreadsheetApp.getUi()", "Cannot call SpreadsheetApp.getUi() from this context."],
    [
      "SpreadsheetApp.getActive().insertSheet('x')",
      "You do not have permission to call insertSheet",
    ],
    ["Utilities.sleep(30001)", "Exceeded maximum execution time"],
    [
      "(() => { try { Utilities.sleep(30001) } catch (e) { return 1 } })()",
      "Exceeded maximum execution time",
    ],
  ])("that do %s end in #ERROR! with the words", (code, message) => {
    expect(open().callFunction("GIVE", [cell(code)])).toEqual({ error: "#ERROR!", message });
  });

  it("give nothing for null, undefined and ''", () => {
    expect(open().callFunction("GIVE", [cell("[[null, undefined, '', 0, false]]")])).toEqual({
      rows: [[cell(null), cell(null), cell(null), cell(0), cell(false)]],
    });
  });

  it("may read the spreadsheet but are unknown when hidden or not there", () => {
    expect(
      open().callFunction("GIVE", [cell("SpreadsheetApp.getActive().getSheets().length")]),
    ).toEqual({ rows: [[cell(1)]] });
    expect(open().callFunction("helper_", [])).toMatchObject({ error: "#NAME?" });
    expect(open().callFunction("NOPE", [])).toMatchObject({ error: "#NAME?" });
  });

  it("carry their sentence through the engine", () => {
    const host = open();
    expect(
      host.evaluate(`=GIVE("(() => { throw new Error('row 3: no amount') })()")`),
    ).toMatchObject({ message: "row 3: no amount" });
    expect(host.evaluate(`=IFERROR(GIVE("x.y"),"none")`)).toEqual({ rows: [[cell("none")]] });
  });
});
