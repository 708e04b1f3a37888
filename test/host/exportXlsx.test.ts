import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { JSDOM } from "jsdom";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { exportXlsx } from "../../workbench/host/exportXlsx.ts";
import type { ChartData, SheetData, WorkbookData } from "../../workbench/host/workbook.ts";
import { dress, functionsOf, smallSheet, smallWorkbook } from "./smallWorkbook.ts";

const functions = functionsOf({
  COVERAGE: () => ({ rows: [[{ value: 3.25, isDate: false }]] }),
  PAIR: () => ({
    rows: [
      [
        { value: "a", isDate: false },
        { value: 45000, isDate: true },
      ],
    ],
  }),
});

/** A file's parts as text, by path. */
async function partsOf(workbook: WorkbookData): Promise<Record<string, string>> {
  const files = unzipSync(await exportXlsx(workbook, functions));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

function parsed(xml: string | undefined): Document {
  if (xml === undefined) throw new Error("The part is not there.");
  return new JSDOM(xml, { contentType: "text/xml" }).window.document;
}

function cell(xml: string | undefined, at: string): Element {
  const found = parsed(xml).querySelector(`c[r="${at}"]`);
  if (!found) throw new Error(`There is no cell ${at}.`);
  return found;
}

function sampleWorkbook(): { workbook: WorkbookData; report: SheetData } {
  const report = smallSheet(1, "Forecast 2017-Q2", [
    ["Stage", "Amount", "Close", "Share"],
    ["Open", 1200.5, 45000, "=B2/SUM(B2:B3)"],
    ["Won", 300, 45010, "=SUMIFS(Deals!B2:B, Deals!A2:A, A3)"],
    ['Text & <tags> "quoted"', "=COVERAGE(Deals!B2:B)", "=PAIR()"],
    [true, "=1/0", '=IF(B2>0, "say ""yes""", "no")', "=SUM((Deals!B2:B>1)*1)"],
    [
      "=FILTER(Deals!A2:A, Deals!B2:B>1)",
      "=SUM(AMOUNTS)",
      '=XLOOKUP("Won", Deals!A:A, Deals!B:B)',
      "=EDATE(C2, 1)",
    ],
  ]);
  const deals = smallSheet(2, "Deals", [
    ["Stage", "Amount"],
    ["Won", 1],
    ["Open", 2],
    ["Won", 4],
  ]);
  const workbook = smallWorkbook([
    report,
    deals,
    { ...smallSheet(3, "Memory", [["x"]]), hidden: true },
  ]);
  workbook.namedRanges.push({
    name: "AMOUNTS",
    sheetId: 2,
    area: { row: 2, column: 2, rows: 3, columns: 1 },
  });
  dress(workbook, report, 1, 2, { numberFormat: "d mmm yyyy" });
  dress(workbook, report, 2, 2, { numberFormat: "d mmm yyyy" });
  dress(workbook, report, 1, 1, { numberFormat: "€#,##0.00", bold: true, background: "#e6f4ea" });
  return { workbook, report };
}

function chart(type: string, options: Record<string, unknown> = {}): ChartData {
  return {
    id: 7,
    type,
    ranges: [
      { sheetId: 1, area: { row: 1, column: 1, rows: 3, columns: 1 } },
      { sheetId: 1, area: { row: 1, column: 2, rows: 3, columns: 1 } },
    ],
    options,
    anchor: { row: 8, column: 3, offsetX: 4, offsetY: 6 },
    width: 600,
    height: 300,
    headers: 1,
  };
}

describe("the exported file", () => {
  it("is read back by a second reader with values, dates and cached results", async () => {
    const { workbook } = sampleWorkbook();
    const bytes = await exportXlsx(workbook, functions);
    const sheets = await readExcelFile(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Forecast 2017-Q2", "Deals", "Memory"]);
    const rows = sheets[0]?.data ?? [];
    // 45000 is 15 March 2023; the sum is 1 + 4; the share 1200.5 of 1500.5.
    expect(rows[1]).toEqual(["Open", 1200.5, new Date(Date.UTC(2023, 2, 15)), 1200.5 / 1500.5]);
    expect(rows[2]?.[3]).toBe(5);
    expect(rows[3]?.slice(0, 4)).toEqual([
      'Text & <tags> "quoted"',
      3.25,
      "a",
      new Date(Date.UTC(2023, 2, 15)),
    ]);
    expect(rows[4]?.[2]).toBe('say "yes"');
    expect(rows[5]?.slice(0, 3)).toEqual(["Open", 7, 1]);
    expect(rows[6]?.[0]).toBe("Won");
  });

  it("leads links into the workbook to the sheets' names in the file", async () => {
    const report = smallSheet(7, "What changed Q2", [
      ['=HYPERLINK("#gid=9&range=A"&ROW($A$2)&":B"&ROW($A$3), "Lost")'],
      ['=HYPERLINK("#gid=4&range=A"&ROW($A$2), "Gone")'],
      ['=HYPERLINK("https://example.com", "Web")'],
    ]);
    const deals = smallSheet(9, "Ana's deals", [["Stage"], ["Lost"], ["Lost"]]);
    const xml = (await partsOf(smallWorkbook([report, deals])))["xl/worksheets/sheet1.xml"];
    const at = (place: string) => [
      cell(xml, place).querySelector("f")?.textContent ?? null,
      cell(xml, place).querySelector("v")?.textContent,
    ];
    expect(at("A1")).toEqual([
      `HYPERLINK("#'Ana''s deals'!A"&ROW($A$2)&":B"&ROW($A$3),"Lost")`,
      "Lost",
    ]);
    // A link to a sheet that is gone is written as its text.
    expect(at("A2")[0]).toBeNull();
    expect(at("A3")).toEqual(['HYPERLINK("https://example.com","Web")', "Web"]);
  });

  it("keeps formulas that Excel knows and writes the others as values", async () => {
    const { workbook } = sampleWorkbook();
    const xml = (await partsOf(workbook))["xl/worksheets/sheet1.xml"];
    const formula = (at: string): string | null =>
      cell(xml, at).querySelector("f")?.textContent ?? null;
    expect(formula("D2")).toBe("B2/SUM(B2:B3)");
    // Excel has no open ranges; the sheet has 100 rows.
    expect(formula("D3")).toBe("SUMIFS(Deals!B2:B$100,Deals!A2:A$100,A3)");
    expect(formula("B6")).toBe("SUM(AMOUNTS)");
    expect(formula("C6")).toBe('_xlfn.XLOOKUP("Won",Deals!A:A,Deals!B:B)');
    expect(formula("B4")).toBeNull();
    expect(cell(xml, "B4").querySelector("v")?.textContent).toBe("3.25");
    expect(formula("C4")).toBeNull();
    expect(formula("A6")).toBeNull();
    expect(cell(xml, "B5").getAttribute("t")).toBe("e");
  });

  it("enters only computations over ranges as array formulas", async () => {
    const { workbook } = sampleWorkbook();
    const xml = (await partsOf(workbook))["xl/worksheets/sheet1.xml"];
    const arrays = [...parsed(xml).querySelectorAll('f[t="array"]')];
    expect(arrays.map((f) => f.getAttribute("ref"))).toEqual(["D5"]);
  });

  it("names ranges, hides sheets, freezes and sizes", async () => {
    const { workbook, report } = sampleWorkbook();
    Object.assign(report, {
      frozenRows: 1,
      frozenColumns: 2,
      gridlines: false,
      tabColor: "#1a73e8",
    });
    report.columnWidths[2] = 140;
    report.rowHeights[1] = 40;
    const parts = await partsOf(workbook);
    const book = parsed(parts["xl/workbook.xml"]);
    expect(book.querySelector("definedName")?.textContent).toBe("'Deals'!$B$2:$B$4");
    expect(book.querySelector('sheet[name="Memory"]')?.getAttribute("state")).toBe("hidden");
    const sheet = parsed(parts["xl/worksheets/sheet1.xml"]);
    expect(sheet.querySelector("pane")?.getAttribute("topLeftCell")).toBe("C2");
    expect(sheet.querySelector("sheetView")?.getAttribute("showGridLines")).toBe("0");
    expect(sheet.querySelector("tabColor")?.getAttribute("rgb")).toBe("FF1A73E8");
    expect(Number(sheet.querySelector('col[min="2"]')?.getAttribute("width"))).toBeCloseTo(20, 5);
    expect(sheet.querySelector('row[r="1"]')?.getAttribute("ht")).toBe("30");
    expect(sheet.querySelector("pageSetup")?.getAttribute("orientation")).toBe("landscape");
  });

  it("carries conditional formats, validation lists and notes", async () => {
    const { workbook, report } = sampleWorkbook();
    const areas = [{ row: 2, column: 2, rows: 2, columns: 1 }];
    report.conditionalRules.push(
      { areas, criteria: "NUMBER_LESS_THAN", values: [500], style: { background: "#fce8e6" } },
      { areas, criteria: "TEXT_CONTAINS", values: ['say "x"'], style: { fontColor: "#c5221f" } },
      {
        areas,
        criteria: "GRADIENT",
        values: ["MIN", "", "#ffffff", "", "", "", "MAX", "", "#1a73e8"],
        style: {},
      },
    );
    report.validations.push({
      area: { row: 2, column: 1, rows: 2, columns: 1 },
      criteria: "VALUE_IN_LIST",
      values: ["Open", "Won"],
      allowInvalid: true,
      helpText: "Pick one",
    });
    report.notes["2,4"] = "Checked <twice>";
    const parts = await partsOf(workbook);
    const sheet = parsed(parts["xl/worksheets/sheet1.xml"]);
    const rules = [...sheet.querySelectorAll("cfRule")];
    expect(rules.map((rule) => rule.getAttribute("type"))).toEqual([
      "cellIs",
      "expression",
      "colorScale",
    ]);
    expect(rules[1]?.textContent).toBe('ISNUMBER(SEARCH("say ""x""",B2))');
    expect(sheet.querySelector("dataValidation formula1")?.textContent).toBe('"Open,Won"');
    const comment = parsed(parts["xl/comments1.xml"]).querySelector("comment");
    expect([comment?.getAttribute("ref"), comment?.textContent]).toEqual(["D2", "Checked <twice>"]);
  });

  it("spells out truth values, which some readers would show as 0 and 1 by a number format", async () => {
    const { workbook, report } = sampleWorkbook();
    report.values[4] = [true, false];
    report.formulas[4] = [];
    dress(workbook, report, 4, 0, { numberFormat: "0.00" });
    const parts = await partsOf(workbook);
    const sheet = parsed(parts["xl/worksheets/sheet1.xml"]);
    const styles = parsed(parts["xl/styles.xml"]);
    const codes = new Map(
      [...styles.getElementsByTagName("numFmt")].map((one) => [
        one.getAttribute("numFmtId"),
        one.getAttribute("formatCode"),
      ]),
    );
    const looks = styles.getElementsByTagName("cellXfs")[0]?.getElementsByTagName("xf");
    const cells = [...sheet.getElementsByTagName("c")].filter((one) =>
      ["A5", "B5"].includes(one.getAttribute("r") ?? ""),
    );
    expect(cells.map((one) => one.getAttribute("t"))).toEqual(["b", "b"]);
    for (const cell of cells) {
      const look = looks?.[Number(cell.getAttribute("s"))];
      expect(codes.get(look?.getAttribute("numFmtId") ?? "")).toBe('"TRUE";"TRUE";"FALSE"');
    }
  });

  it("draws the first step of a waterfall as a sum where it has a colour of its own", async () => {
    const { workbook, report } = sampleWorkbook();
    report.charts.push(chart("WATERFALL", { "series.0.items.0.color": "#5f6368" }));
    const xml = parsed((await partsOf(workbook))["xl/charts/chart1.xml"]);
    const series = xml.getElementsByTagName("c:ser")[1];
    const points = [...(series?.getElementsByTagName("c:dPt") ?? [])];
    const colours = points.map((point) => [
      point.getElementsByTagName("c:idx")[0]?.getAttribute("val"),
      point.getElementsByTagName("a:srgbClr")[0]?.getAttribute("val")?.toLowerCase(),
    ]);
    expect(colours[0]).toEqual(["0", "5f6368"]);
    expect(colours.at(-1)?.[1]).toBe("5f6368");
  });

  it.each([
    ["BAR", "barChart"],
    ["COLUMN", "barChart"],
    ["LINE", "lineChart"],
    ["AREA", "areaChart"],
    ["PIE", "pieChart"],
    ["COMBO", "barChart"],
    ["SCATTER", "scatterChart"],
    ["GAUGE", "barChart"],
    ["WATERFALL", "barChart"],
  ])("draws a %s chart natively", async (type, tag) => {
    const { workbook, report } = sampleWorkbook();
    report.charts.push(
      chart(type, {
        title: "Finding",
        subtitle: "What is drawn",
        "hAxis.title": "Stage",
        "series.0.color": "#188038",
      }),
    );
    const parts = await partsOf(workbook);
    const xml = parsed(parts["xl/charts/chart1.xml"]);
    const group = xml.getElementsByTagName(`c:${tag}`)[0];
    expect(group?.getElementsByTagName("c:ser").length).toBe(type === "WATERFALL" ? 3 : 1);
    expect(xml.getElementsByTagName("c:title")[0]?.textContent).toContain("Finding");
    expect(parts["xl/drawings/chartText1.xml"]).toContain("What is drawn");
    if (type !== "WATERFALL") {
      const references = [...(group?.getElementsByTagName("c:f") ?? [])].map((f) => f.textContent);
      expect(references).toContain("'Forecast 2017-Q2'!$B$2:$B$3");
    }
    const drawing = parsed(parts["xl/drawings/drawing1.xml"]);
    expect(drawing.getElementsByTagName("xdr:from")[0]?.textContent).toBe(
      `2${4 * 9525}7${6 * 9525}`,
    );
    // 604 pixels after the left edge of column 3 of 100 each, 306 below the top of row 8 of 21 each.
    expect(drawing.getElementsByTagName("xdr:to")[0]?.textContent).toBe(
      `8${4 * 9525}21${12 * 9525}`,
    );
  });

  it.each([
    // The sample's two numbers; then both below zero.
    [[1200.5, 300], "0"],
    [[-5, -8], undefined],
  ])("starts the axis of %s where asked, unless that cut values off", async (values, least) => {
    const { workbook, report } = sampleWorkbook();
    values.forEach((value, at) => {
      const row = report.values[at + 1];
      if (row) row[1] = value;
    });
    report.charts.push(chart("COLUMN", { "vAxis.minValue": 0 }));
    const xml = parsed((await partsOf(workbook))["xl/charts/chart1.xml"]);
    expect(xml.getElementsByTagName("c:min")[0]?.getAttribute("val")).toBe(least);
  });

  it("every part is well-formed and named in the content types, and every relation leads somewhere", async () => {
    const { workbook, report } = sampleWorkbook();
    report.charts.push(chart("WATERFALL", { title: "A & B", subtitle: "c" }), chart("LINE"));
    report.notes["1,1"] = "n";
    const parts = await partsOf(workbook);
    for (const [path, xml] of Object.entries(parts)) {
      expect([path, parsed(xml).querySelector("parsererror")]).toEqual([path, null]);
    }
    const types = parts["[Content_Types].xml"] ?? "";
    for (const path of Object.keys(parts)) {
      if (/\.(rels|vml)$/.test(path) || path.startsWith("[")) continue;
      expect(types).toContain(`PartName="/${path}"`);
    }
    for (const [path, xml] of Object.entries(parts)) {
      if (!path.endsWith(".rels")) continue;
      const base = path.replace(/_rels\/[^/]*$/, "");
      for (const relation of parsed(xml).querySelectorAll("Relationship")) {
        const target = new URL(
          relation.getAttribute("Target") ?? "",
          `file:///${base}`,
        ).pathname.slice(1);
        expect(Object.keys(parts)).toContain(target);
      }
    }
  });

  it("shortens names that Excel refuses and follows them in formulas", async () => {
    const long = "A very long name of a sheet: 2017/18 forecast";
    const named = smallSheet(2, long, [[5]]);
    const workbook = smallWorkbook([smallSheet(1, "S", [[`='${long}'!A1*2`]]), named]);
    const parts = await partsOf(workbook);
    const name =
      parsed(parts["xl/workbook.xml"]).querySelectorAll("sheet")[1]?.getAttribute("name") ?? "";
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[:/]/);
    expect(cell(parts["xl/worksheets/sheet1.xml"], "A1").querySelector("f")?.textContent).toBe(
      `'${name}'!A1*2`,
    );
  });

  it("is the same file for the same workbook", async () => {
    const one = await exportXlsx(sampleWorkbook().workbook, functions);
    const two = await exportXlsx(sampleWorkbook().workbook, functions);
    expect(Buffer.compare(one, two)).toBe(0);
  });
});

const office = spawnSync("soffice", ["--version"]).status === 0;

/** A workbook file's first sheet as LibreOffice shows it, line by line. */
function linesInLibreOffice(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), "revops-export-"));
  try {
    const file = join(folder, "book.xlsx");
    writeFileSync(file, bytes);
    const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true";
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, "--headless", "--convert-to", filter, "--outdir", folder, file];
    expect(spawnSync("soffice", args).status).toBe(0);
    return readFileSync(join(folder, "book.csv"), "utf8").split("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SHOWN = [
  "Stage;Amount;Close;Share",
  "Open;€1,200.50;15 Mar 2023;0.800066644451849",
  "Won;300;25 Mar 2023;5",
];

describe.skipIf(!office)("LibreOffice", () => {
  it("opens it and shows values in their formats", { timeout: 120_000 }, async () => {
    const { workbook, report } = sampleWorkbook();
    report.charts.push(chart("COLUMN", { title: "Finding" }));
    const lines = linesInLibreOffice(await exportXlsx(workbook, functions));
    expect(lines.slice(0, 3)).toEqual(SHOWN);
    expect(lines[4]).toBe('TRUE;#DIV/0!;"say ""yes""";2');
    expect(lines[5]).toBe("Open;7;1;2023-04-15");
  });

  it("comes to the same results when it computes them itself", { timeout: 120_000 }, async () => {
    const { workbook } = sampleWorkbook();
    const files = unzipSync(await exportXlsx(workbook, functions));
    for (const [path, bytes] of Object.entries(files)) {
      // It computes what the file holds no result for.
      const text = strFromU8(bytes).replace(/<\/f><v>[^<]*<\/v>/g, "</f>");
      files[path] = strToU8(text);
    }
    const lines = linesInLibreOffice(zipSync(files));
    expect(lines.slice(0, 3)).toEqual(SHOWN);
    expect(lines[4]).toBe('TRUE;#DIV/0!;"say ""yes""";2');
    expect(lines[5]?.split(";")[1]).toBe("7");
  });
});
