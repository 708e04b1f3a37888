import { describe, expect, it } from "vitest";
import { createEngine } from "../../workbench/host/engine.ts";
import type { FormulaCell, FormulaOutcome } from "../../workbench/host/formulas.ts";
import { dress, functionsOf, put, smallSheet, smallWorkbook, type Typed } from "./smallWorkbook.ts";

const none = functionsOf({});

const DEALS: Typed = [
  ["Deal", "Owner", "Amount", "Stage", "Close"],
  ["D1", "Ann", 100, "Won", 45000],
  ["D2", "Bob", 250, "Open", 45010],
  ["D3", "Ann", 300, "Open", 45020],
  ["D4", "Cy", null, "Lost", 45030],
];

function dealsWorkbook() {
  const deals = smallSheet(1, "Deals", DEALS);
  const workbook = smallWorkbook([deals, smallSheet(2, "Report", [])]);
  for (let row = 1; row <= 4; row += 1)
    dress(workbook, deals, row, 4, { numberFormat: "yyyy-mm-dd" });
  return workbook;
}

function valuesOf(outcome: FormulaOutcome): unknown {
  if (!("rows" in outcome)) return outcome;
  const rows = outcome.rows.map((row) => row.map((cell) => cell.value));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

function evaluated(formula: string): unknown {
  return valuesOf(createEngine(dealsWorkbook(), none).evaluate(formula, 2));
}

describe("formulas over a sheet", () => {
  // Expected values are sums and picks of the five rows above, done by hand.
  it.each([
    ['=SUMIFS(Deals!C2:C, Deals!B2:B, "Ann")', 400],
    ['=SUMIFS(Deals!C:C, Deals!D:D, "Open", Deals!C:C, ">=300")', 300],
    ['=SUMPRODUCT((Deals!B2:B="Ann")*(Deals!D2:D="Open")*Deals!C2:C)', 300],
    ['=XLOOKUP("D2", Deals!A2:A, Deals!C2:C)', 250],
    ['=XLOOKUP("D9", Deals!A2:A, Deals!C2:C, "none")', "none"],
    ['=FILTER(Deals!A2:A, Deals!D2:D="Open")', [["D2"], ["D3"]]],
    ["=COUNTA(Deals!A2:A)", 4],
    ['=INDEX(Deals!C2:C, MATCH("D3", Deals!A2:A, 0))', 300],
    ['=SORT(UNIQUE(FILTER(Deals!B2:B, Deals!B2:B<>"")))', [["Ann"], ["Bob"], ["Cy"]]],
    ["=ROWS(Deals!A2:A)", 99],
    ["=ROW(Deals!C7)", 7],
    ["=SUM(OFFSET(Deals!C1, 1, 0, 2, 1))", 350],
    ['=SUM(INDIRECT("Deals!C2:C4"))', 650],
    ['="a""b" & 1', 'a"b1'],
    ['=IFERROR(1/0, "none")', "none"],
    ["=IFERROR(1/0)", null],
    ["=IF(FALSE, 1)", false],
    ["=Deals!C5", null],
    ["=Deals!C5 + 1", 1],
  ])("%s", (formula, expected) => {
    expect(evaluated(formula)).toEqual(expected);
  });

  it.each([
    ["=ARRAYFORMULA(Deals!C2:C4 * 2)", [[200], [500], [600]]],
    ['=XMATCH("D3", Deals!A2:A)', 3],
    ["=XMATCH(260, Deals!C2:C4, -1)", 2],
    ['=REGEXMATCH("Renewal 2024", "^Ren.*\\d{4}$")', true],
    ['=REGEXEXTRACT("FY2024-Q3", "Q(\\d)")', "3"],
    ['=REGEXEXTRACT("FY2024-Q3", "FY(\\d+)-Q(\\d)")', [["2024", "3"]]],
    ['=REGEXREPLACE("a-b-c", "-(.)", "+$1")', "a+b+c"],
    ["=MROUND(17, 5)", 15],
    ["=MROUND(1.05, 0.1)", 1.1],
    ['=N(TRUE) + N("x") + N(4)', 5],
    ['=T("x") & T(4)', "x"],
    ['=REPT("ab", 3)', "ababab"],
    ["=MODE(1, 2, 2, 3, 3)", 2],
    ["=SIGN(-3)", -1],
    ["=TO_TEXT(Deals!E2)", "2023-03-15"],
    ['=TEXT(45000, "MMM YYYY")', "Mar 2023"],
    ['=TEXT(1234.5, "€#,##0")', "€1,235"],
  ])("Sheets knows %s", (formula, expected) => {
    expect(evaluated(formula)).toEqual(expected);
  });

  it("marks dates by the cell's format and by what the function returns", () => {
    const engine = createEngine(dealsWorkbook(), none);
    // 45000 is 15 March 2023: 44927 is 1 January 2023, plus 73 days.
    const cells: [string, FormulaCell][] = [
      ["=MAX(Deals!E2:E)", { value: 45030, isDate: true }],
      ["=EDATE(Deals!E2, 1)", { value: 45031, isDate: true }],
      ["=DATE(2023, 3, 15)", { value: 45000, isDate: true }],
      ["=TO_DATE(45000)", { value: 45000, isDate: true }],
      ["=Deals!E3 - Deals!E2", { value: 10, isDate: false }],
      ["=Deals!C2", { value: 100, isDate: false }],
    ];
    for (const [formula, expected] of cells) {
      expect([formula, engine.evaluate(formula, 2)]).toEqual([formula, { rows: [[expected]] }]);
    }
  });

  it("leaves no trace of an evaluated formula", () => {
    const workbook = dealsWorkbook();
    const before = JSON.stringify(workbook);
    createEngine(workbook, none).evaluate('=FILTER(Deals!A2:C, Deals!D2:D="Open")', 2);
    expect(JSON.stringify(workbook)).toBe(before);
  });
});

describe("errors", () => {
  it.each([
    ["=1/0", "#DIV/0!"],
    ["=NOSUCH(1)", "#NAME?"],
    ["=no_such_range", "#NAME?"],
    ["=Missing!A1", "#REF!"],
    ["=SUM(1", "#ERROR!"],
    ['=VLOOKUP("D9", Deals!A:C, 3, FALSE)', "#N/A"],
    ['="a" + 1', "#VALUE!"],
    ['=REGEXEXTRACT("a", "b")', "#N/A"],
  ])("%s is %s with a message", (formula, error) => {
    const outcome = createEngine(dealsWorkbook(), none).evaluate(formula, 2);
    expect(outcome).toMatchObject({ error });
    expect((outcome as { message: string }).message).not.toBe("");
  });

  it("a formula that refers to itself is an error, not an endless loop", () => {
    const sheet = smallSheet(1, "S", [["=B1", "=A1+1"]]);
    const values = createEngine(smallWorkbook([sheet]), none).values(1);
    expect(values[0]?.[0]).toMatchObject({ error: "#REF!", message: /circular/i });
  });
});

describe("cells", () => {
  it("spill, and what reads the spilled cells sees them in whatever order they stand", () => {
    const sheet = smallSheet(1, "S", [
      ["=SUM(C:C)", "=C3", "=SEQUENCE(3,2)"],
      [],
      [],
      ["=SUM(D1:D3)"],
    ]);
    const values = createEngine(smallWorkbook([sheet]), none).values(1);
    expect(values[0]?.slice(0, 4)).toEqual([9, 5, 1, 2]);
    expect(values[2]?.slice(2, 4)).toEqual([5, 6]);
    expect(values[3]?.[0]).toBe(12);
  });

  it("an array without room is #REF! and says what is in the way", () => {
    const sheet = smallSheet(1, "S", [
      ["=SEQUENCE(3)", "=SEQUENCE(101)", "=SEQUENCE(1,11)"],
      [],
      ["here"],
    ]);
    const [first] = createEngine(smallWorkbook([sheet]), none).values(1);
    expect(first?.[0]).toEqual({
      error: "#REF!",
      message: "Array result was not expanded because it would overwrite data in A3.",
    });
    expect(first?.[1]).toMatchObject({ message: /insert more rows \(1\)/ });
    expect(first?.[2]).toMatchObject({ message: /insert more columns \(1\)/ });
  });

  it("are computed again after a change, through other sheets", () => {
    const workbook = dealsWorkbook();
    const [deals, report] = workbook.sheets;
    if (deals === undefined || report === undefined) throw new Error("no sheets");
    put(report.formulas, 0, 0, "=SUM(Deals!C2:C)");
    const third = smallSheet(3, "Board", [["=Report!A1*2"]]);
    workbook.sheets.push(third);
    const engine = createEngine(workbook, none);
    expect(engine.values(3)[0]?.[0]).toBe(1300);
    put(deals.values, 4, 2, 50);
    expect(engine.values(3)[0]?.[0]).toBe(1300);
    engine.changed(1);
    expect(engine.values(3)[0]?.[0]).toBe(1400);
    put(report.formulas, 0, 0, "=1");
    engine.changed(2);
    expect(engine.values(3)[0]?.[0]).toBe(2);
  });

  it("follow a renamed sheet, a named range and a grown grid without being told", () => {
    const workbook = dealsWorkbook();
    const [deals] = workbook.sheets;
    if (deals === undefined) throw new Error("no sheet");
    const engine = createEngine(workbook, none);
    expect(engine.evaluate("=SUM(AMOUNTS)", 2)).toMatchObject({ error: "#NAME?" });
    workbook.namedRanges.push({
      name: "AMOUNTS",
      sheetId: 1,
      area: { row: 2, column: 3, rows: 4, columns: 1 },
    });
    expect(valuesOf(engine.evaluate("=SUM(amounts)", 2))).toBe(650);
    deals.name = "My deals";
    expect(valuesOf(engine.evaluate("=SUM('My deals'!C2:C)", 2))).toBe(650);
    deals.rows = 200;
    expect(valuesOf(engine.evaluate("=ROWS('My deals'!A:A)", 2))).toBe(200);
  });

  it("take the date format of their own cell", () => {
    const sheet = smallSheet(1, "S", [["=45000+1", "=DATE(2023,3,15)"]]);
    const workbook = smallWorkbook([sheet]);
    dress(workbook, sheet, 0, 0, { numberFormat: "d mmm yyyy" });
    dress(workbook, sheet, 0, 1, { numberFormat: "0" });
    expect(createEngine(workbook, none).cells(1)[0]).toEqual([
      { value: 45001, isDate: true },
      { value: 45000, isDate: false },
    ]);
  });

  it("a running total of 20,000 rows does not exhaust the stack", () => {
    const rows = 20_000;
    const typed = Array.from({ length: rows }, (_, r) => [1, r === 0 ? "=A1" : `=B${r}+A${r + 1}`]);
    const sheet = smallSheet(1, "S", typed, { rows, columns: 2 });
    expect(createEngine(smallWorkbook([sheet]), none).values(1)[rows - 1]?.[1]).toBe(rows);
  });
});

describe("custom functions", () => {
  it("receive ranges as rows with blanks and dates, single cells as one, left-out arguments as undefined", () => {
    const calls: unknown[] = [];
    const functions = functionsOf({
      LOOK: (...args) => {
        calls.push(args);
        return { rows: [[{ value: 1, isDate: false }]] };
      },
    });
    const workbook = dealsWorkbook();
    workbook.sheets[0]!.rows = 6;
    createEngine(workbook, functions).evaluate('=LOOK(Deals!C4:E, Deals!C2, , "x", 2)', 2);
    const row = (...cells: [unknown, boolean][]) =>
      cells.map(([value, isDate]) => expect.objectContaining({ value, isDate }));
    expect(calls).toEqual([
      [
        [
          row([300, false], ["Open", false], [45020, true]),
          row([null, false], ["Lost", false], [45030, true]),
          row([null, false], [null, false], [null, false]),
        ],
        ...row([100, false]),
        undefined,
        ...row(["x", false], [2, false]),
      ],
    ]);
  });

  it("spill their rows, with dates", () => {
    const functions = functionsOf({
      PAIRS: () => ({
        rows: [
          [
            { value: "a", isDate: false },
            { value: 45000, isDate: true },
          ],
          [
            { value: null, isDate: false },
            { value: 2, isDate: false },
          ],
        ],
      }),
    });
    const engine = createEngine(smallWorkbook([smallSheet(1, "S", [["=PAIRS()"]])]), functions);
    expect(engine.cells(1)).toEqual([
      [
        { value: "a", isDate: false },
        { value: 45000, isDate: true },
      ],
      [
        { value: null, isDate: false },
        { value: 2, isDate: false },
      ],
    ]);
    expect(valuesOf(engine.evaluate("=SUM(PAIRS())"))).toBe(45002);
  });

  it("keep the sentence of their error, also through other formulas, and IFERROR catches it", () => {
    const sentence = "COVERAGE: row 3 of pipeline is text, a number was expected.";
    const functions = functionsOf({ FAIL: () => ({ error: "#ERROR!", message: sentence }) });
    const engine = createEngine(
      smallWorkbook([smallSheet(1, "S", [["=FAIL()", "=A1+1", '=IFERROR(A1,"caught")']])]),
      functions,
    );
    const error = { error: "#ERROR!", message: sentence };
    expect(engine.values(1)[0]).toEqual([error, error, "caught"]);
    expect(engine.evaluate("=FAIL()")).toEqual(error);
  });

  it("of two workbooks do not mix", () => {
    const one = functionsOf({ WHO: () => ({ rows: [[{ value: "one", isDate: false }]] }) });
    const two = functionsOf({ WHO: () => ({ rows: [[{ value: "two", isDate: false }]] }) });
    const first = createEngine(smallWorkbook([smallSheet(1, "S", [])]), one);
    const second = createEngine(smallWorkbook([smallSheet(1, "S", [])]), two);
    expect(valuesOf(second.evaluate("=WHO()"))).toBe("two");
    expect(valuesOf(first.evaluate("=WHO()"))).toBe("one");
    const third = createEngine(smallWorkbook([smallSheet(1, "S", [])]), none);
    expect(third.evaluate("=WHO()")).toMatchObject({ error: "#NAME?" });
  });
});
