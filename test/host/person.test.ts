import { describe, expect, it, vi } from "vitest";
import { openHost } from "../../workbench/host/host.ts";
import type { HostEvent } from "../../workbench/host/hostState.ts";

const SCRIPT = `
function selected() { return [SpreadsheetApp.getActiveRange().getA1Notation(), SpreadsheetApp.getCurrentCell().getA1Notation(), SpreadsheetApp.getActiveSheet().getActiveCell().getA1Notation()]; }
function select() { SpreadsheetApp.getActiveSheet().getRange("C4:D5").activate(); }
function ask() { var ui = SpreadsheetApp.getUi(); var button = ui.alert("Sure?", ui.ButtonSet.YES_NO).toString(); Utilities.sleep(500); return button; }
function show() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput("x").setWidth(400).setHeight(300), "Box"); SpreadsheetApp.getActive().toast("done", "T", 3); }
function onEdit(e) { e.range.offset(0, 1).setValue([e.authMode, e.value, e.source.getName()].join(" ")); }
`;

describe("what a person does at the host", () => {
  it("is told the selection, and the script can change it", () => {
    const host = openHost({ bundle: SCRIPT });
    expect(host.call("selected")).toEqual(["A1", "A1", "A1"]);
    host.select({ row: 2, column: 2, rows: 3, columns: 1 });
    expect(host.call("selected")).toEqual(["B2:B4", "B2", "B2"]);
    host.call("select");
    expect(host.call("selected")).toEqual(["C4:D5", "C4", "C4"]);
  });

  it("runs onEdit with the cell's value, and nothing in a script without it", () => {
    const host = openHost({ bundle: SCRIPT });
    const [sheet] = host.workbook.sheets;
    if (sheet) sheet.values[0] = ["typed"];
    host.edited(0, { row: 1, column: 1, rows: 1, columns: 1 });
    expect(sheet?.values[0]?.[1]).toBe("LIMITED typed Untitled spreadsheet");
    const plain = openHost({ bundle: "function other() {}" });
    plain.edited(0, { row: 1, column: 1, rows: 1, columns: 1 });
    expect(plain.calls()).toEqual([]);
  });

  it("passes the buttons on and does not count the time a person thinks", () => {
    const asked: string[] = [];
    let clock = 0;
    const watch = vi.spyOn(performance, "now").mockImplementation(() => clock);
    const respond = ({ buttons }: { buttons: string }) => {
      asked.push(buttons);
      clock += 700;
      return { button: "YES" };
    };
    // 700 ms of thought and 500 ms of sleep would be over the second that is allowed.
    const host = openHost({ bundle: SCRIPT, respond, limits: { action: 1000 } });
    try {
      expect(host.call("ask")).toBe("YES");
      expect(asked).toEqual(["YES_NO"]);
    } finally {
      watch.mockRestore();
    }
  });

  it("tells of dialogs and toasts while the script runs, with size and time", () => {
    const events: HostEvent[] = [];
    const host = openHost({ bundle: SCRIPT, onEvent: (event) => events.push(event) });
    host.call("show");
    expect(events).toEqual([
      { kind: "dialog", title: "Box", html: "x", width: 400, height: 300 },
      { kind: "toast", title: "T", text: "done", seconds: 3 },
    ]);
  });

  it("gives results of formulas by cell, spilled cells and errors included", () => {
    const host = openHost({
      bundle: "/** Two rows. @customfunction */\nfunction PAIR() { return [[1, 'a'], [2, '']]; }",
    });
    const [sheet] = host.workbook.sheets;
    if (sheet) sheet.formulas[1] = [undefined, "=PAIR()", undefined, undefined, "=1/0"];
    host.changed(0);
    expect(host.results(0)).toEqual([
      {
        row: 1,
        column: 1,
        rows: [
          [{ v: 1 }, { v: "a" }],
          [{ v: 2 }, { v: null }],
        ],
      },
      { row: 1, column: 4, rows: [[{ v: "#DIV/0!", m: expect.stringMatching(/zero/) }]] },
    ]);
  });
});
