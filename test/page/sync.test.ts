import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageContent, pageFormat, pageStyle } from "../../workbench/page/worker/pageCell.ts";
import { sameContent } from "../../workbench/page/worker/sameContent.ts";
import { type Bench, bench, type SimulatedPage } from "./simulatedPage.ts";

const SCRIPT = `
/** Doubles. @customfunction */
function TWICE(value) { return value * 2; }
function write(rows) { var sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows); }
function copyTyped() { var sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange("J1:J3").setValues(sheet.getRange("B1:B3").getValues()); }
function newTab() { SpreadsheetApp.getActiveSpreadsheet().insertSheet("Made").getRange("A1").setValue("here"); }
function onEdit(e) { if (e.range.getColumn() === 1) e.range.offset(0, 5).setValue("edited " + e.value); }
`;

/** Every cell of a page is what the host's workbook makes of it: the property that all of this is for. */
function expectInStep({ host }: Bench, { model }: SimulatedPage): void {
  const { getters } = model;
  const { workbook } = host;
  expect(getters.getSheetIds().map((id) => getters.getSheetName(id))).toEqual(
    workbook.sheets.map(({ name }) => name),
  );
  for (const sheet of workbook.sheets) {
    const sheetId = getters.getSheetIdByName(sheet.name) ?? "";
    expect([getters.getNumberRows(sheetId), getters.getNumberCols(sheetId)]).toEqual([
      sheet.rows,
      sheet.columns,
    ]);
    const [ours, theirs]: [string[], string[]] = [[], []];
    for (let row = 0; row < 30; row++) {
      for (let col = 0; col < 10; col++) {
        const index = sheet.styles[row]?.[col];
        const look = index === undefined ? undefined : workbook.styles[index];
        const content = pageContent(sheet.values[row]?.[col], sheet.formulas[row]?.[col], look);
        const cell = getters.getCell({ sheetId, row, col });
        // The page spells a lost reference #REF, Sheets #REF!.
        const shown = cell?.isFormula
          ? cell.compiledFormula.toFormulaString(getters).replace(/#REF(?!!)/g, "#REF!")
          : (cell?.content ?? "");
        const held = sameContent(shown, content) ? shown : content;
        ours.push(
          JSON.stringify([row, col, held, pageFormat(look) ?? "", sorted(pageStyle(look))]),
        );
        theirs.push(JSON.stringify([row, col, shown, cell?.format ?? "", sorted(cell?.style)]));
      }
    }
    expect(theirs).toEqual(ours);
  }
}

const sorted = (style: object | undefined) =>
  Object.entries(style ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

const at = (row: number, col: number, content: string, { model }: SimulatedPage) =>
  model.dispatch("UPDATE_CELL", { sheetId: model.getters.getActiveSheetId(), row, col, content });

type Step =
  | { kind: "wait"; turns: number }
  | { kind: "type"; page: number; row: number; col: number; text: string }
  | { kind: "rows"; page: number; dimension: "ROW" | "COL"; base: number; quantity: number }
  | { kind: "remove"; page: number; elements: readonly number[] }
  | { kind: "bold"; page: number; row: number; col: number }
  | { kind: "undo"; page: number }
  | { kind: "redo"; page: number }
  | { kind: "reload"; page: number }
  | { kind: "script"; page: number; text: string };

/** Two pages do one thing after the other, often in the same moment; in the end all show the same. */
async function play(steps: readonly Step[]): Promise<void> {
  const desk = bench(SCRIPT);
  const pages = [await desk.open("one"), await desk.open("two")] as const;
  for (const action of steps) {
    const page = pages["page" in action && action.page === 1 ? 1 : 0];
    const { model } = page;
    const sheetId = model.getters.getActiveSheetId();
    if (action.kind === "wait") await page.settle(action.turns);
    else if (action.kind === "type") at(action.row, action.col, action.text, page);
    else if (action.kind === "rows")
      model.dispatch("ADD_COLUMNS_ROWS", {
        sheetId,
        sheetName: "Sheet1",
        position: "after",
        ...action,
      });
    else if (action.kind === "remove")
      model.dispatch("REMOVE_COLUMNS_ROWS", {
        sheetId,
        sheetName: "Sheet1",
        dimension: "ROW",
        elements: [...action.elements],
      });
    else if (action.kind === "bold")
      model.dispatch("SET_FORMATTING", {
        sheetId,
        target: [{ left: action.col, right: action.col, top: action.row, bottom: action.row }],
        style: { bold: true },
      });
    else if (action.kind === "undo") model.dispatch("REQUEST_UNDO");
    else if (action.kind === "redo") model.dispatch("REQUEST_REDO");
    else if (action.kind === "reload") page.send({ type: "hello" });
    else
      page.send({
        type: "call",
        id: 9,
        name: "write",
        args: [[[action.text, 3]]],
        place: null,
      });
  }
  await pages[0].settle();
  await pages[1].settle();
  for (const page of pages) expectInStep(desk, page);
}

describe("page and host in step", () => {
  it("takes typing over, read as Sheets reads it, and sends corrections back", async () => {
    const desk = bench(SCRIPT);
    desk.host.workbook.locale = "de_DE";
    const page = await desk.open("one");
    at(0, 1, "15.01.2026", page);
    at(1, 1, "=TWICE(21)", page);
    at(2, 1, "'0012", page);
    await page.settle();
    const [sheet] = desk.host.workbook.sheets;
    // 15 January 2026 is day 46037 of the spreadsheet calendar (Google Sheets: DATEVALUE).
    expect(sheet?.values[0]?.[1]).toBe(46037);
    expect(sheet?.formulas[1]?.[1]).toBe("=TWICE(21)");
    expect(sheet?.values[2]?.[1]).toBe("0012");
    const results = page.received.flatMap((message) =>
      message.type === "results" ? message.sheets : [],
    );
    expect(results.flatMap(({ results: all }) => all)).toContainEqual({
      row: 1,
      column: 1,
      rows: [[{ v: 42 }]],
    });
    expectInStep(desk, page);
  });

  it("runs onEdit for what is typed", async () => {
    const desk = bench(SCRIPT);
    const page = await desk.open("one");
    at(3, 0, "x", page);
    await page.settle();
    expect(page.content({ row: 3, col: 5 })).toBe("edited x");
    expectInStep(desk, page);
  });

  it("shows small writes of a script as a revision and large ones as a new snapshot", async () => {
    const desk = bench(SCRIPT);
    const page = await desk.open("one");
    page.send({ type: "call", id: 1, name: "write", args: [[["a", 1]]], place: null });
    await page.settle();
    expect(page.received.filter(({ type }) => type === "snapshot")).toHaveLength(1);
    expectInStep(desk, page);
    const rows = Array.from({ length: 900 }, (_, row) =>
      Array.from({ length: 9 }, (__, col) => row * col),
    );
    page.send({ type: "call", id: 2, name: "write", args: [rows], place: null });
    page.send({ type: "call", id: 3, name: "newTab", args: [], place: null });
    await page.settle();
    expect(page.received.filter(({ type }) => type === "snapshot").length).toBeGreaterThan(1);
    expectInStep(desk, page);
  });

  it("keeps what was typed while the sheets were being loaded anew", async () => {
    const desk = bench(SCRIPT);
    const page = await desk.open("one");
    page.send({ type: "call", id: 1, name: "newTab", args: [], place: null });
    at(5, 2, "typed meanwhile", page);
    await page.settle();
    expect(desk.host.workbook.sheets[0]?.values[5]?.[2]).toBe("typed meanwhile");
    expectInStep(desk, page);
  });

  it("a script that is asked for after typing reads all that was typed", async () => {
    const desk = bench(SCRIPT);
    const page = await desk.open("one");
    for (const [row, text] of ["first", "second", "third"].entries()) at(row, 1, text, page);
    page.ask({ type: "call", id: 1, name: "copyTyped", args: [], place: null });
    await page.settle();
    const copied = desk.host.workbook.sheets[0]?.values.slice(0, 3).map((row) => row[9]);
    expect(copied).toEqual(["first", "second", "third"]);
    expectInStep(desk, page);
  });

  it("undoes and redoes, rows included, with formulas and notes in their places", async () => {
    const desk = bench(SCRIPT);
    const [sheet] = desk.host.workbook.sheets;
    if (sheet) sheet.notes["2,2"] = "a note";
    const page = await desk.open("one");
    at(1, 1, "5", page);
    at(2, 1, "=B2*2", page);
    await page.settle();
    const sheetId = page.model.getters.getActiveSheetId();
    page.model.dispatch("ADD_COLUMNS_ROWS", {
      sheetId,
      sheetName: "Sheet1",
      dimension: "ROW",
      base: 0,
      quantity: 2,
      position: "before",
    });
    await page.settle();
    expect(desk.host.workbook.sheets[0]?.formulas[4]?.[1]).toBe("=B4*2");
    expect(desk.host.workbook.sheets[0]?.notes).toEqual({ "4,2": "a note" });
    expectInStep(desk, page);
    page.model.dispatch("REQUEST_UNDO");
    await page.settle();
    expect(desk.host.workbook.sheets[0]?.formulas[2]?.[1]).toBe("=B2*2");
    expect(desk.host.workbook.sheets[0]?.notes).toEqual({ "2,2": "a note" });
    expectInStep(desk, page);
    page.model.dispatch("REQUEST_REDO");
    await page.settle();
    expectInStep(desk, page);
  });

  it("holds for any mixture of edits in two pages and writes of a script", async () => {
    const cell = { row: fc.nat(20), col: fc.nat(7) };
    const step = fc.oneof(
      fc.record({
        kind: fc.constant("type" as const),
        page: fc.nat(1),
        ...cell,
        text: fc.constantFrom(
          "7",
          "50%",
          "1/2/2026",
          "=A1+B2",
          "'12",
          "TRUE",
          "",
          "some text",
          "$5",
          "=TWICE(A1)",
        ),
      }),
      fc.record({
        kind: fc.constant("rows" as const),
        page: fc.nat(1),
        dimension: fc.constantFrom("ROW" as const, "COL" as const),
        base: fc.nat(5),
        quantity: fc.integer({ min: 1, max: 2 }),
      }),
      fc.record({
        kind: fc.constant("remove" as const),
        page: fc.nat(1),
        elements: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("bold" as const), page: fc.nat(1), ...cell }),
      fc.record({ kind: fc.constant("undo" as const), page: fc.nat(1) }),
      fc.record({ kind: fc.constant("redo" as const), page: fc.nat(1) }),
      fc.record({ kind: fc.constant("script" as const), page: fc.nat(1), text: fc.string() }),
      fc.record({ kind: fc.constant("reload" as const), page: fc.nat(1) }),
      fc.record({ kind: fc.constant("wait" as const), turns: fc.constantFrom(1, 2, 3, 30) }),
    );
    const rows = { kind: "rows", page: 0, dimension: "ROW", base: 0, quantity: 1 } as const;
    const bold = { kind: "bold", row: 1, col: 0 } as const;
    const undo = { kind: "undo", page: 0 } as const;
    const reload = { kind: "reload", page: 0 } as const;
    const wait = { kind: "wait", turns: 30 } as const;
    const remove = { kind: "remove", elements: [0] } as const;
    // Each of these once left host and pages apart.
    const examples: [Step[]][] = [
      [[rows, wait, undo, { ...bold, page: 1 }, { ...remove, page: 1 }]],
      [[{ ...remove, page: 0 }, undo, reload]],
      [[{ ...bold, page: 0 }, wait, undo, reload]],
      [[{ kind: "script", page: 0, text: '= "a b" &  1' }, wait, { ...bold, row: 0, page: 0 }]],
      [
        [
          { ...remove, page: 1 },
          { kind: "type", page: 0, row: 1, col: 0, text: "7" },
          undo,
          reload,
        ],
      ],
    ];
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), play), {
      numRuns: 30,
      examples,
    });
  }, 120_000);
});
