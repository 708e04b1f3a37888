import { describe, expect, it } from "vitest";
import { hostWith } from "./testHost.ts";

const SHEET = `const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet();`;

describe("looks of ranges", () => {
  it("are set for all cells or one by one, and read back in the platform's words", () => {
    expect(
      hostWith().run(`${SHEET} const range = sheet.getRange("A1:B2");
        range.setBackgrounds([["#FF0000", null], ["#00ff00", "#0000ff"]]).setFontWeights([["bold", "normal"], ["normal", "bold"]])
          .setFontColor("#333333").setFontSize(12).setFontFamily("Roboto").setHorizontalAlignment("right").setVerticalAlignment("middle")
          .setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP).setFontStyle("italic").setFontLine("underline");
        return [range.getBackgrounds(), range.getFontWeights(), range.getFontColor(), range.getFontSizes()[1][1], range.getFontFamily(),
          range.getHorizontalAlignment(), range.getVerticalAlignments()[0][0], range.getWraps()[0], range.getFontStyles()[0][0], range.getFontLines()[1][0]]`),
    ).toEqual([
      [
        ["#ff0000", "#ffffff"],
        ["#00ff00", "#0000ff"],
      ],
      [
        ["bold", "normal"],
        ["normal", "bold"],
      ],
      "#333333",
      12,
      "Roboto",
      "right",
      "middle",
      [true, true],
      "italic",
      "underline",
    ]);
  });

  it("are stored once however many cells share them", () => {
    const host = hostWith();
    host.run(
      `${SHEET} sheet.getRange("A:A").setNumberFormat("#,##0"); sheet.getRange("B1:B1000").setNumberFormat("#,##0"); sheet.getRange("C1").setBackground(null);`,
    );
    expect(host.workbook.styles).toEqual([{ numberFormat: "#,##0" }]);
  });

  it("have borders around, inside and none", () => {
    const host = hostWith();
    host.run(`${SHEET} sheet.getRange("A1:B2").setBorder(true, true, true, true, false, false, "#DADCE0", SpreadsheetApp.BorderStyle.SOLID);
      sheet.getRange("A1:A2").setBorder(null, null, false, null, null, true);`);
    const sheet = host.workbook.sheets[0]!;
    const borders = (row: number, column: number) =>
      host.workbook.styles[sheet.styles[row]![column]!]!.borders;
    const line = { color: "#dadce0", style: "SOLID" };
    const black = { color: "#000000", style: "SOLID" };
    expect(borders(0, 0)).toEqual({ top: line, left: line, bottom: black });
    expect(borders(1, 0)).toEqual({ left: line, top: black });
    expect(borders(1, 1)).toEqual({ right: line, bottom: line });
  });

  it("go by a list of ranges in one call", () => {
    const host = hostWith();
    expect(
      host.run(`${SHEET} sheet.getRangeList(["A1", "C1:C2"]).setBackground("#ff0000").setFontWeight("bold");
        return sheet.getRange("A1:C1").getBackgrounds()`),
    ).toEqual([["#ff0000", "#ffffff", "#ff0000"]]);
    expect(host.calls().map(({ method }) => method)).toEqual([
      "setBackground",
      "setFontWeight",
      "getBackgrounds",
    ]);
  });
});

describe("validation", () => {
  const list = `SpreadsheetApp.newDataValidation().requireValueInList(["Open", "Won"], true).setAllowInvalid(false).build()`;

  it("refuses a script's write as it refuses a person's", () => {
    const host = hostWith();
    const rule = `${SHEET} sheet.getRange("B2:B5").setDataValidation(${list});`;
    expect(host.run(`${rule} return sheet.getRange("B2").setValue("won").getValue()`)).toBe("won");
    expect(() =>
      host.run(`${SHEET} sheet.getRange("A3:B4").setValues([["x", "Open"], ["y", "Lost"]])`),
    ).toThrow(
      "The data you entered in cell B4 violates the data validation rules set on this cell.",
    );
    expect(host.workbook.sheets[0]!.values[2]?.[0]).toBeUndefined();
  });

  it("lets invalid data in where it may, and blanks always", () => {
    expect(
      hostWith().run(`${SHEET} sheet.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).build()).setValue(7);
        sheet.getRange("A2").setDataValidation(${list}).setValue(""); return sheet.getRange("A1").getValue()`),
    ).toBe(7);
  });

  it("knows numbers, dates, ranges and checkboxes", () => {
    const refused = (rule: string, value: string) => {
      const code = `${SHEET} sheet.getRange("D1:D2").setValues([["x"], ["y"]]);
        sheet.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build()).setValue(${value})`;
      try {
        hostWith().run(code);
        return false;
      } catch (error) {
        return String(error).includes("violates");
      }
    };
    expect(refused("requireNumberBetween(0, 1)", "0.5")).toBe(false);
    expect(refused("requireNumberBetween(0, 1)", "2")).toBe(true);
    expect(refused("requireNumberGreaterThan(0)", "'x'")).toBe(true);
    expect(refused("requireDate()", "'2026-01-31'")).toBe(false);
    expect(refused("requireDate()", "'soon'")).toBe(true);
    expect(refused("requireValueInRange(sheet.getRange('D1:D2'))", "'y'")).toBe(false);
    expect(refused("requireValueInRange(sheet.getRange('D1:D2'))", "'z'")).toBe(true);
    expect(refused("requireCheckbox()", "true")).toBe(false);
    expect(refused("requireCheckbox()", "'maybe'")).toBe(true);
  });

  it("set in a grid makes one rule per run of cells, cleared where it is replaced", () => {
    const host = hostWith();
    host.run(`${SHEET} const rule = ${list}; sheet.getRange("A1:B4").setDataValidations([[rule, null], [rule, rule], [rule, null], [rule, rule]]);
      sheet.getRange("A2").setDataValidation(null);`);
    expect(
      host.workbook.sheets[0]!.validations.map(({ area }) => [area.row, area.column, area.rows]),
    ).toEqual([
      [1, 1, 1],
      [3, 1, 2],
      [2, 2, 1],
      [4, 2, 1],
    ]);
  });
});

describe("conditional formats", () => {
  it("are built, set, read and copied", () => {
    const host = hostWith();
    expect(
      host.run(`${SHEET} const rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("behind").setFontColor("#C5221F").setBold(true).setRanges([sheet.getRange("A1:A9")]).build();
        const scale = SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint("#ffffff").setGradientMaxpointWithValue("#1A73E8", SpreadsheetApp.InterpolationType.NUMBER, "100").setRanges([sheet.getRange("B1:B9")]).build();
        sheet.setConditionalFormatRules([rule, scale]);
        const [first, second] = sheet.getConditionalFormatRules();
        return [String(first), first.getBooleanCondition().getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO && String(first.getBooleanCondition().getCriteriaType()), first.getBooleanCondition().getCriteriaValues(), first.getRanges()[0].getA1Notation(), second.getBooleanCondition()]`),
    ).toEqual(["ConditionalFormatRule", "TEXT_EQUAL_TO", ["behind"], "A1:A9", null]);
    expect(host.workbook.sheets[0]!.conditionalRules).toEqual([
      {
        areas: [{ row: 1, column: 1, rows: 9, columns: 1 }],
        criteria: "TEXT_EQUAL_TO",
        values: ["behind"],
        style: { fontColor: "#c5221f", bold: true },
      },
      {
        areas: [{ row: 1, column: 2, rows: 9, columns: 1 }],
        criteria: "GRADIENT",
        values: ["MIN", "", "#ffffff", "", "", "", "NUMBER", "100", "#1a73e8"],
        style: {},
      },
    ]);
  });

  it("belong to one sheet", () => {
    expect(() =>
      hostWith().run(`${SHEET} const other = book.insertSheet("Other");
        sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([other.getRange("A1")]).build()])`),
    ).toThrow("Conditional format rule cannot reference a different sheet.");
  });
});

describe("charts", () => {
  it("are built, inserted, read, changed and removed", () => {
    const host = hostWith();
    expect(
      host.run(`${SHEET} sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.WATERFALL).addRange(sheet.getRange("A1:B5")).setNumHeaders(1)
          .setOption("title", "Gap").setOption("width", 660).setOption("series", { 0: { color: "#1a73e8" } }).setOption("colors", ["#111111"]).setPosition(8, 1, 4, 6).build());
        const [chart] = sheet.getCharts();
        sheet.updateChart(chart.modify().asBarChart().setTitle("Coverage").setXAxisTitle("Stage").build());
        const after = sheet.getCharts()[0];
        return [chart.getOptions().get("title"), after.getOptions().get("title"), after.getChartId() === chart.getChartId(), after.getContainerInfo().getAnchorRow(), after.getRanges()[0].getA1Notation()]`),
    ).toEqual(["Gap", "Coverage", true, 8, "A1:B5"]);
    expect(host.workbook.sheets[0]!.charts).toMatchObject([
      {
        type: "BAR",
        width: 660,
        headers: 1,
        anchor: { row: 8, column: 1, offsetX: 4, offsetY: 6 },
        options: {
          title: "Coverage",
          "series.0.color": "#1a73e8",
          colors: ["#111111"],
          "vAxis.title": "Stage",
        },
      },
    ]);
    host.run(`${SHEET} sheet.getCharts().forEach((chart) => sheet.removeChart(chart))`);
    expect(host.workbook.sheets[0]!.charts).toEqual([]);
  });

  it.each([
    [
      `setChartType(Charts.ChartType.TREEMAP)`,
      "A TREEMAP chart is not drawn here; the types drawn are BAR, COLUMN",
    ],
    [
      `setChartType("BAR")`,
      "The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setChartType.",
    ],
    [`setTitle("x")`, "EmbeddedChartBuilder.setTitle is not in this host"],
    [`build()`, "A chart needs at least one range."],
    [
      `setPosition(0, 1, 0, 0)`,
      "The coordinates of the range are outside the dimensions of the sheet.",
    ],
  ])("refuse %s", (code, message) => {
    expect(() => hostWith().run(`${SHEET} sheet.newChart().${code}`)).toThrow(message);
  });
});
