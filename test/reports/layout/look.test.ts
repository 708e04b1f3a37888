import { describe, expect, it } from "vitest";
import { GRID_COLUMNS } from "../../../src/reports/layout/grid.ts";
import { planReport } from "../../../src/reports/layout/planReport.ts";
import type { SheetPlan } from "../../../src/reports/layout/sheetPlan.ts";
import { textLines, textWidth } from "../../../src/reports/layout/textWidth.ts";
import type { Finding, Report, ReportTable } from "../../../src/reports/report.ts";
import { DEALS, sampleReport } from "./sampleReport.ts";

/** A point is 4/3 of a pixel at the usual resolution; lines stand about 1.2 of their size apart. */
const linePixels = (points: number) => points * (4 / 3) * 1.2;

const textsOf = (plan: SheetPlan, start: string): string[] =>
  plan.rows
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell?.id?.startsWith(start))
    .map((cell) => String(cell?.entered).replace(/^'/, ""));

function withFindings(findings: readonly Finding[]): Report {
  const report = sampleReport();
  const section = { id: "findings", heading: "What needs attention", reading: "", findings };
  return { ...report, sections: [section, ...report.sections] };
}

function withTable(change: (table: ReportTable) => ReportTable): Report {
  const report = sampleReport();
  const sections = report.sections.map((section) =>
    section.table?.id === "deals" ? { ...section, table: change(section.table) } : section,
  );
  return { ...report, sections };
}

const finding: Finding = {
  id: "silent",
  severity: "medium",
  what: "Many deals are silent.",
  evidence: Array.from({ length: 30 }, (_, index) => `0065g0000000${1000 + index}AAA`),
  more: 12,
  action: "Call them.",
};

describe("the look of a report", () => {
  it("gives every row the height that its largest letters need", () => {
    const plan = planReport(sampleReport());
    const heights = new Map(plan.heights.map(({ row, pixels }) => [row, pixels]));
    for (const [index, { cells }] of plan.rows.entries()) {
      const sizes = [...cells].map((cell) => (cell ? (plan.styles[cell.style]?.size ?? 10) : 0));
      // A row that says nothing of its height grows with its letters.
      const pixels = heights.get(index + 1);
      if (pixels !== undefined)
        expect(pixels).toBeGreaterThanOrEqual(linePixels(Math.max(...sizes)));
    }
    const value = plan.rows.findIndex(({ id }) => id === "headline/value") + 1;
    expect(heights.get(value)).toBeGreaterThanOrEqual(linePixels(18));
  });

  it("makes room for a heading of two lines and sets all headings of a table alike", () => {
    const label = "Share of the amount that the customer agreed to in writing ".repeat(3).trim();
    const plan = planReport(
      withTable((table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.id === "share" ? { ...column, label } : column,
        ),
      })),
    );
    const at = plan.rows.findIndex(({ id }) => id === "t:deals/=head");
    const height = plan.heights.find(({ row }) => row === at + 1);
    expect(height?.pixels).toBeGreaterThanOrEqual(2 * linePixels(9));
    const sizes = (plan.rows[at]?.cells ?? [])
      .filter((cell) => cell?.id !== undefined)
      .map((cell) => plan.styles[cell?.style ?? 0]?.size);
    expect(new Set(sizes).size).toBe(1);
  });

  it("marks a status once, whether or not its word brings the mark along", () => {
    const report = sampleReport();
    for (const statusWord of ["at risk", "● at risk"]) {
      const figures = report.figures.map((figure) =>
        figure.id === "coverage" ? { ...figure, statusWord } : figure,
      );
      const [context = ""] = textsOf(planReport({ ...report, figures }), "figure/coverage/context");
      expect(context.match(/[▲▼●]/g)).toEqual(["●"]);
      expect(context.match(/at risk/g)).toHaveLength(1);
    }
  });

  it("lists as many record ids as one line holds and counts the rest", () => {
    const lines = textsOf(planReport(withFindings([finding])), "f:findings/silent/evidence");
    expect(lines).toHaveLength(1);
    const [line = ""] = lines;
    expect(textWidth(line, 10)).toBeLessThanOrEqual((GRID_COLUMNS - 1) * 95);
    const [, ids = "", rest = ""] = /^Evidence: (.*) and (\d+) more$/.exec(line) ?? [];
    const listed = ids.split("; ");
    expect(finding.evidence.slice(0, listed.length)).toEqual(listed);
    // 30 named and 12 more that the finding only counts.
    expect(listed.length + Number(rest)).toBe(42);
  });

  it("says nothing of evidence where there is none", () => {
    const bare = { ...finding, evidence: [], more: 0 };
    expect(textsOf(planReport(withFindings([bare])), "f:findings/silent/evidence")).toEqual([]);
  });

  it("never cuts a status, which is coloured by its word", () => {
    const owner = "▲ Exceeding by a very long way indeed, longer than any column could be";
    const status = { [owner]: "good" } as const;
    const plan = planReport(
      withTable((table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.id === "owner" ? { ...column, status } : column,
        ),
        rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, owner } })),
      })),
    );
    expect(textsOf(plan, `t:deals/${DEALS[0]?.id}/owner`)).toEqual([owner]);
  });

  it("never cuts a text that a formula compares, and cuts one of the same name in another table", () => {
    const long =
      "A customer whose name is a good deal longer than any column of the sheet is wide, and longer still";
    const plan = planReport(
      withTable((table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: { ...row.cells, owner: long, name: long },
          formulas: { ...row.formulas, amount: "SUMIFS({deals.amount},{deals.owner},{@owner})" },
        })),
      })),
    );
    const [deal] = DEALS;
    expect(textsOf(plan, `t:deals/${deal?.id}/owner`)).toEqual([long]);
    expect(textsOf(plan, `t:deals/${deal?.id}/name`)[0]).toMatch(/…$/);
  });

  it("draws no more rows than the chart asks for, and short labels along its axis", () => {
    const report = sampleReport();
    const charts = report.charts.map((chart) => ({ ...chart, first: 2 }));
    const [chart] = planReport({ ...report, charts }).charts;
    // Two records under the heading.
    expect(chart?.ranges.map(({ rows }) => rows)).toEqual([3, 3]);
    const [whole] = planReport({
      ...report,
      charts: charts.map((one) => ({ ...one, first: 99 })),
    }).charts;
    expect(whole?.ranges[0]?.rows).toBe(DEALS.length + 1);
    expect(chart?.options["hAxis.format"]).toBe("short");
  });

  it("keeps a number and its unit on one line", () => {
    const text = "One two three 18 % of open, USD 1.07 M.";
    for (let pixels = 40; pixels < 320; pixels += 10) {
      const lines = textLines(text, 10, pixels);
      expect(lines.join(" ")).toBe(text);
      for (const line of lines) expect(line).not.toMatch(/^(%|M)/);
    }
  });
});
