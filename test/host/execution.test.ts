import { describe, expect, it } from "vitest";
import { openHost } from "../../workbench/host/host.ts";
import { hostWith } from "./testHost.ts";

const SHEET = `const sheet = SpreadsheetApp.getActiveSheet();`;

describe("the script's world", () => {
  it("has the language and console, and nothing of Node or a browser", () => {
    const names =
      "setTimeout URL TextDecoder fetch atob btoa crypto process require window structuredClone queueMicrotask Buffer performance".split(
        " ",
      );
    expect(
      hostWith().run(
        `return ${JSON.stringify(names)}.filter((name) => typeof globalThis[name] !== "undefined")`,
      ),
    ).toEqual([]);
    expect(
      hostWith().run(`console.log("a", 1); return [typeof Intl, typeof Promise, typeof Map]`),
    ).toEqual(["object", "function", "function"]);
  });

  it("cannot make code of text unless allowed", () => {
    const host = openHost({ bundle: `function go() { return Function("return 1")() }` });
    expect(() => host.call("go")).toThrow(
      "Code generation from strings disallowed for this context",
    );
  });

  it("starts afresh with every action, as every execution does", () => {
    const host = hostWith(`let count = 0; function next() { return ++count; }`);
    expect([host.call("next"), host.call("next")]).toEqual([1, 1]);
  });

  it.each([
    [
      `const store = PropertiesService.getScriptProperties();`,
      "PropertiesService.getScriptProperties was called while the script was loading",
    ],
    [
      `SpreadsheetApp.getActive();`,
      "SpreadsheetApp.getActive was called while the script was loading",
    ],
  ])("may use no service while it loads: %s", (script, message) => {
    expect(() => hostWith(script).run("")).toThrow(message);
  });

  it("lives in the manifest's zone, whatever the process's is", () => {
    const host = hostWith("", { manifest: { timeZone: "Asia/Kathmandu" } });
    expect(
      host.run(`const date = new Date(2026, 0, 31, 12, 30); const parsed = new Date("2026-01-31T12:30"); const late = new Date(2026, 0, 31, 23); late.setDate(32);
        return [date.toISOString(), date.getHours(), date.getDay(), date.getTimezoneOffset(), parsed.getTime() === date.getTime(), new Date("2026-01-31").toISOString(),
          String(date), late.toISOString(), /Kath?mandu/.test(Intl.DateTimeFormat().resolvedOptions().timeZone), date instanceof Date, date.constructor === Date, new Date(date).getTime() === date.getTime(), Session.getScriptTimeZone()]`),
    ).toEqual([
      "2026-01-31T06:45:00.000Z",
      12,
      6,
      -345,
      true,
      "2026-01-31T00:00:00.000Z",
      "Sat Jan 31 2026 12:30:00 GMT+0545 (Asia/Kathmandu)",
      "2026-02-01T17:15:00.000Z",
      true,
      true,
      true,
      true,
      "Asia/Kathmandu",
    ]);
  });
});

describe("rights", () => {
  const menu = `function onOpen(e) { const menu = SpreadsheetApp.getUi().createAddonMenu().addItem("Forecast", "forecast").addSeparator();
      menu.addSubMenu(SpreadsheetApp.getUi().createMenu("More").addItem("Quota", "quota")).addToUi(); }
    function forecast() { SpreadsheetApp.getActiveSheet().getRange("A1").setValue("done"); } function quota() { return 1; }`;

  it("takes the host's clock for now", () => {
    const instant = Date.UTC(2027, 2, 1, 2, 30);
    const host = hostWith("", { now: () => instant });
    expect(host.run("return [Date.now(), new Date().getTime(), +new Date(0)]")).toEqual([
      instant,
      instant,
      0,
    ]);
  });

  it("let onOpen without authorisation build its menu, whose items then have every right", () => {
    const host = hostWith(menu);
    host.open();
    expect(host.menu()).toEqual([
      {
        label: "",
        items: [
          { label: "Forecast", functionName: "forecast" },
          { separator: true },
          { label: "More", items: [{ label: "Quota", functionName: "quota" }] },
        ],
      },
    ]);
    host.runMenu("Forecast");
    expect(host.workbook.sheets[0]!.values).toEqual([["done"]]);
    expect(host.runMenu("Quota")).toBe(1);
    expect(() => host.runMenu("Nothing")).toThrow('The menu has no item "Nothing".');
  });

  it.each([
    [
      "SpreadsheetApp.getActiveSpreadsheet().getName()",
      "You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.",
    ],
    [
      "PropertiesService.getDocumentProperties()",
      "You do not have permission to call PropertiesService.getDocumentProperties.",
    ],
    ["SpreadsheetApp.getUi().alert('x')", "You do not have permission to call Ui.alert."],
  ])("refuse %s in onOpen before the add-on is enabled", (code, message) => {
    const host = hostWith(`function onOpen(e) { ${code} }`);
    expect(() => host.open()).toThrow(message);
    host.open("FULL");
  });

  it("let onOpen read the file where the add-on is used, but show no panel", () => {
    const host = hostWith(`function onOpen() { console.log(SpreadsheetApp.getActive().getName());
      SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x")); }`);
    expect(() => host.open("LIMITED")).toThrow(
      "You do not have permission to call Ui.showSidebar.",
    );
    expect(host.events).toEqual([{ kind: "log", title: "log", text: "Untitled spreadsheet" }]);
  });

  it("of an editor end at what is protected, unless it only warns", () => {
    const host = hostWith("", { owner: false });
    const text =
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
    host.run(`const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange("B2:C3").protect(); sheet.getRange("A9").protect().setWarningOnly(true);
      sheet.getRange("A1:A9").setValue(1);`);
    expect(() => host.run(`SpreadsheetApp.getActiveSheet().getRange("A1:B2").setValue(2)`)).toThrow(
      text,
    );
    expect(() =>
      host.run(`SpreadsheetApp.getActiveSheet().getRange("C3").setBackground("#ff0000")`),
    ).toThrow(text);
    expect(host.workbook.sheets[0]!.values[0]).toEqual([1]);
  });

  it("tell onOpen which they are", () => {
    const host = hostWith(
      `function onOpen(e) { console.log(String(e.authMode), e.authMode === ScriptApp.AuthMode.NONE) }`,
    );
    host.open();
    expect(host.events).toEqual([{ kind: "log", title: "log", text: "NONE true" }]);
  });

  it("hide functions that end in an underscore and those that are not there", () => {
    const host = hostWith(`function secret_() {}`);
    expect(() => host.call("secret_")).toThrow("Script function not found: secret_");
    expect(() => host.call("nothing")).toThrow("Script function not found: nothing");
  });
});

describe("clocks and counts", () => {
  it("count what reads or changes spreadsheet, properties, cache and interface; handles and builders are free", () => {
    const host = hostWith();
    host.run(`const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet(); const range = sheet.getRange("A1:B2");
      range.getA1Notation(); range.offset(1, 0); sheet.newChart(); SpreadsheetApp.newDataValidation().requireCheckbox().build(); sheet.getName();
      range.setValues([[1, 2], [3, 4]]); range.getValues(); SpreadsheetApp.flush(); book.getSpreadsheetTimeZone(); book.toast("hi");
      PropertiesService.getUserProperties().setProperty("a", "b"); CacheService.getUserCache().get("a"); LockService.getDocumentLock().tryLock(10);`);
    expect(host.calls().map(({ service, method }) => `${service}.${method}`)).toEqual([
      "Range.setValues",
      "Range.getValues",
      "SpreadsheetApp.flush",
      "Spreadsheet.getSpreadsheetTimeZone",
      "Spreadsheet.toast",
      "Properties.setProperty",
      "Cache.get",
    ]);
    expect(host.printCalls().split("\n").slice(0, 2)).toEqual([
      "runCode: 7 service calls, 0.86 s",
      "    0.10 s  Range.setValues  Sheet1!A1:B2",
    ]);
  });

  it("stop an action after six minutes of calls, caught or not", () => {
    const host = hostWith();
    const loop = `for (let i = 0; i < 3000; i++) sheet.getRange("A1").getValue();`;
    expect(() => host.run(`${SHEET} ${loop}`)).toThrow("Exceeded maximum execution time");
    expect(() => host.run(`${SHEET} try { ${loop} } catch (error) {} return "survived"`)).toThrow(
      "Exceeded maximum execution time",
    );
    expect(() => host.run(`Utilities.sleep(361000)`)).toThrow("Exceeded maximum execution time");
    expect(host.run(`Utilities.sleep(1000); return "ok"`)).toBe("ok");
  });

  it("stop what runs on and on, in an action and in a cell, and the host lives on", () => {
    // Long enough for the last call on a busy machine.
    const host = hostWith("function FOREVER() { for (;;); }", {
      limits: { action: 1500, cell: 300 },
    });
    expect(() => host.run("for (;;);")).toThrow("Exceeded maximum execution time");
    expect(host.callFunction("FOREVER", [])).toEqual({
      error: "#ERROR!",
      message: "Exceeded maximum execution time",
    });
    expect(host.run("return 1")).toBe(1);
  });

  it("may tell a refused write only at the next call, where writes are deferred", () => {
    const host = hostWith("", { deferred: true });
    const write = `${SHEET} let step = 0; try { sheet.getRange("A1").setValue("x".repeat(50001)); step = 1;`;
    expect(
      host.run(
        `${write} SpreadsheetApp.flush(); step = 2 } catch (error) { return [step, error.message] }`,
      ),
    ).toEqual([
      1,
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    ]);
    expect(() => host.run(`${write} } finally {}`)).toThrow(
      "more than the maximum of 50000 characters",
    );
  });
});
