import { describe, expect, it } from "vitest";
import { GRID_COLUMNS } from "../../../src/reports/layout/grid.ts";
import { planReport } from "../../../src/reports/layout/planReport.ts";
import type { PlanRow } from "../../../src/reports/layout/sheetPlan.ts";
import { textWidth } from "../../../src/reports/layout/textWidth.ts";
import { DEALS, sampleReport } from "./sampleReport.ts";

const plan = planReport(sampleReport());
const row = (id: string): PlanRow => plan.rows.find((one) => one.id === id)!;
const numberOf = (id: string): number => plan.rows.findIndex((one) => one.id === id) + 1;
const cell = (id: string) => plan.rows.flatMap(({ cells }) => cells).find((one) => one?.id === id)!;

describe("planReport", () => {
  it("gives every row and every filled cell an id of its own", () => {
    const rows = plan.rows.map(({ id }) => id);
    expect(new Set(rows).size).toBe(rows.length);
    const cells = plan.rows.flatMap(({ cells }) =>
      cells.flatMap((one) => (one?.id ? [one.id] : [])),
    );
    expect(new Set(cells).size).toBe(cells.length);
    // Ids that could be mistaken for rows of the layout's own.
    const report = sampleReport(
      ["head", "total", "more", "gap"].map((id) => ({ ...DEALS[0]!, id })),
    );
    const figures = ["gap", "head", "label", "value"].map((id) => ({
      ...report.figures[0]!,
      id,
      formula: undefined,
    }));
    const nasty = planReport({ ...report, figures: [...report.figures, ...figures] }).rows.map(
      ({ id }) => id,
    );
    expect(new Set(nasty).size).toBe(nasty.length);
    // A CRM may hold one record id twice.
    const twice = planReport(sampleReport([DEALS[0]!, DEALS[1]!, DEALS[0]!])).rows.map(
      ({ id }) => id,
    );
    expect(twice).toContain(`t:deals/${DEALS[0]!.id}#2`);
    expect(new Set(twice).size).toBe(twice.length);
    for (const { cells } of plan.rows) expect(cells.length).toBeLessThanOrEqual(GRID_COLUMNS);
  });

  it("puts title, answer and headline figures above the charts, and the charts in the first screen", () => {
    expect(plan.rows[0]!.id).toBe("title");
    expect(numberOf("answer/0")).toBe(2);
    expect(numberOf("headline/value")).toBeLessThan(plan.charts[0]!.row);
    expect(plan.charts[0]!.row).toBeLessThanOrEqual(9);
  });

  it("turns templates into formulas over its own cells", () => {
    const first = numberOf("t:deals/006A");
    const last = numberOf("t:deals/006D");
    // Spans 3, 2, 1, 2, 1: amounts stand in the eighth column, shares in the ninth.
    expect(cell("figure/open").entered).toBe(`=SUM($H$${first}:$H$${last})`);
    expect(cell("t:deals/006B/share").entered).toBe(`=$H${first + 1}/$H$${last + 1}`);
    expect(cell("figure/coverage").entered).toMatch(/^=\$A\$\d+\/\$D\$\d+$/);
    expect(cell("t:deals/006B/share").shown).toBeCloseTo(80000 / 275000.5, 12);
  });

  it("never lets text become a formula, a number or a date", () => {
    expect(cell("t:deals/006C/name").entered).toBe("'=Cyan pilot");
    expect(cell("t:deals/006D/name").entered).toBe("'Delta 2017-06");
  });

  it("shows what cannot be known as a blank or a dash, without a formula", () => {
    expect(cell("figure/velocity").entered).toBe("");
    const unknown = sampleReport();
    const figures = unknown.figures.map((figure) =>
      figure.id === "open" ? { ...figure, value: undefined } : figure,
    );
    const other = planReport({ ...unknown, figures });
    expect(
      other.rows.flatMap(({ cells }) => cells).find((one) => one?.id === "figure/open")!.entered,
    ).toBe("'–");
  });

  it("writes dates as serial numbers with a date pattern", () => {
    // 15 June 2017 is day 42901 of the spreadsheet calendar.
    const close = cell("t:deals/006A/close");
    expect(close.entered).toBe(42901);
    expect(plan.styles[close.style]!.pattern).toBe("d mmm yyyy");
  });

  it("draws charts over the table's cells with headings, inside the page", () => {
    const [chart] = plan.charts;
    expect(chart!.ranges).toEqual([
      { row: numberOf("t:deals/=head"), column: 1, rows: 5, columns: 1 },
      { row: numberOf("t:deals/=head"), column: 8, rows: 5, columns: 1 },
    ]);
    expect(chart!.width).toBeLessThanOrEqual(1140);
    expect(chart!.options.title).toBe("Acme renewal is the largest deal");
  });

  it("stands up to four charts two and two, of one size, none over another or a table", () => {
    const report = sampleReport();
    const [chart] = report.charts;
    for (const count of [1, 2, 3, 4, 5]) {
      const charts = Array.from({ length: count }, (_, at) => ({
        ...chart!,
        id: `chart${at}`,
        place: at % 2 === 0 ? ("main" as const) : ("side" as const),
      }));
      const planned = planReport({ ...report, charts });
      const drawn = planned.charts;
      expect(drawn).toHaveLength(Math.min(4, count));
      const boxes = drawn.map(({ row, column, width, height }) => ({
        left: (column - 1) * 95,
        right: (column - 1) * 95 + width,
        top: (row - 1) * 21,
        bottom: (row - 1) * 21 + height,
      }));
      const firstRow = planned.rows.findIndex(({ id }) => id.startsWith("t:")) * 21;
      boxes.forEach((box, at) => {
        expect(box.right).toBeLessThanOrEqual(12 * 95);
        expect(box.bottom).toBeLessThanOrEqual(firstRow);
        for (const other of boxes.slice(at + 1))
          expect(box.right <= other.left || box.bottom <= other.top).toBe(true);
      });
      const [first, second, third, fourth] = drawn;
      if (count === 2) expect(first!.width).toBeGreaterThan(second!.width);
      if (count >= 4) {
        expect(new Set(drawn.map(({ height }) => height)).size).toBe(1);
        expect([third!.width, fourth!.width]).toEqual([first!.width, second!.width]);
        expect(Math.abs(first!.width - second!.width)).toBeLessThan(10);
        expect([third!.column, fourth!.column]).toEqual([first!.column, second!.column]);
      }
    }
  });

  it("says why a table is empty and leaves out what would draw or add it up", () => {
    const empty = planReport(sampleReport([]));
    expect(empty.charts).toEqual([]);
    const texts = empty.rows.flatMap(({ cells }) => cells.map((one) => one?.entered));
    expect(texts).toContain("'No open deal closes in this period.");
    expect(texts.filter((text) => typeof text === "string" && text.startsWith("=SUM"))).toEqual([]);
  });

  it("keeps long detail below notes and checks", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...DEALS[0]!, id: `006${index}` }));
    const long = planReport(sampleReport(many));
    const at = (id: string) => long.rows.findIndex((one) => one.id === id);
    expect(at("s:deals/heading")).toBeGreaterThan(at("s:checks/heading"));
  });

  it("breaks long sentences into lines that fit the page", () => {
    const answer = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
    const long = planReport({ ...sampleReport(), answer });
    const lines = long.rows
      .filter(({ id }) => id.startsWith("answer/"))
      .map(({ cells }) => String(cells[0]!.entered).slice(1));
    expect(lines.join(" ")).toBe(answer);
    for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(12 * 95);
  });

  it("gives texts that are too long the room that others spare", () => {
    const deals = [
      {
        ...DEALS[0]!,
        name: "A deal whose name is rather longer than three columns could ever show",
      },
    ];
    const wide = planReport(sampleReport(deals));
    const found = wide.rows
      .flatMap(({ cells }) => cells)
      .find((one) => one?.id === "t:deals/006A/name");
    expect(found!.entered).toBe(`'${deals[0]!.name}`);
    expect(row("t:deals/=head").cells[1]!.id).toBeUndefined();
  });
});
