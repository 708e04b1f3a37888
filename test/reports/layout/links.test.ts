import { describe, expect, it } from "vitest";
import { linkedPlan } from "../../../src/reports/layout/links.ts";
import { planReport } from "../../../src/reports/layout/planReport.ts";
import { mergeSheet } from "../../../src/reports/merge/mergeSheet.ts";
import type { TableLink } from "../../../src/reports/parts/tableLink.ts";
import type { Report } from "../../../src/reports/report.ts";
import { edit, insertRow, rowOf, sheetOf } from "../merge/sheetOf.ts";
import { DEALS, type SampleDeal, sampleReport } from "./sampleReport.ts";

/** The sample with a table of steps whose names open some of its deals. */
function withSteps(
  steps: readonly { name: string; link: TableLink }[],
  deals: readonly SampleDeal[] = DEALS,
): Report {
  const report = sampleReport(deals);
  const table = {
    id: "steps",
    columns: [{ id: "name", label: "Step", format: "text" as const, span: 3 }],
    rows: steps.map(({ name, link }) => ({ key: name, cells: { name }, links: { name: link } })),
    empty: "No step.",
  };
  const section = { id: "steps", heading: "Steps", reading: "What happened.", table };
  return { ...report, sections: [section, ...report.sections] };
}

const cellOf = (plan: ReturnType<typeof planReport>, id: string) =>
  plan.rows.flatMap(({ cells }) => cells).find((cell) => cell?.id === id);
const rowNumber = (plan: ReturnType<typeof planReport>, id: string) =>
  plan.rows.findIndex((row) => row.id === id) + 1;

describe("the evidence of a finding", () => {
  const withEvidence = (...evidence: string[]): Report => {
    const report = sampleReport();
    const finding = {
      id: "quiet",
      severity: "low" as const,
      what: "Two deals are quiet.",
      evidence,
      action: "Call.",
    };
    const section = { id: "found", heading: "Found", reading: "One.", findings: [finding] };
    return { ...report, sections: [section, ...report.sections] };
  };
  const evidenceIn = (report: Report) => {
    const plan = linkedPlan(planReport(report), 7);
    return { plan, cell: cellOf(plan, "f:found/quiet/evidence/0") };
  };

  it("opens the row of the first record that a table lists", () => {
    const { plan, cell } = evidenceIn(withEvidence("gone", "006B", "006A"));
    const row = rowNumber(plan, "t:deals/006B");
    expect(cell?.entered).toBe(
      `=HYPERLINK("#gid=7&range=A"&ROW($A$${row})&":L"&ROW($A$${row}),"Evidence: gone; 006B; 006A")`,
    );
    expect(cell?.shown).toBe("'Evidence: gone; 006B; 006A");
  });

  it("is plain where no table lists any", () => {
    const { plan, cell } = evidenceIn(withEvidence("gone"));
    expect(cell?.entered).toBe("'Evidence: gone");
    expect(plan.styles[cell?.style ?? 0]?.colour).not.toBe("#1a73e8");
  });
});

describe("a text that opens rows", () => {
  const steps = [{ name: "Lost", link: { table: "deals", row: 1, rows: 2 } }];

  it("is a link into its own sheet, to those rows, and still says the text", () => {
    const plan = linkedPlan(planReport(withSteps(steps)), 4711);
    const [first, last] = [rowNumber(plan, "t:deals/006B"), rowNumber(plan, "t:deals/006C")];
    const cell = cellOf(plan, "t:steps/Lost/name");
    expect(cell?.entered).toBe(
      `=HYPERLINK("#gid=4711&range=A"&ROW($A$${first})&":L"&ROW($A$${last}),"Lost")`,
    );
    expect(cell?.shown).toBe("'Lost");
    expect(plan.styles[cell?.style ?? 0]?.colour).toBe("#1a73e8");
  });

  it("never lets a text of the data become a part of the formula", () => {
    const name = '=1+1"),"&A1&("';
    const plan = linkedPlan(planReport(withSteps([{ ...steps[0]!, name }])), 1);
    const cell = cellOf(plan, `t:steps/${name}/name`);
    expect(String(cell?.entered).endsWith(',"=1+1""),""&A1&(""")')).toBe(true);
  });

  it("is a plain text where the table has no such rows", () => {
    const beyond = [{ name: "Lost", link: { table: "deals", row: 3, rows: 2 } }];
    expect(cellOf(planReport(withSteps(beyond)), "t:steps/Lost/name")?.entered).toBe("'Lost");
    expect(cellOf(planReport(withSteps(steps, [])), "t:steps/Lost/name")?.entered).toBe("'Lost");
  });

  it("follows its rows when a person inserts some and the report is made again", () => {
    const plan = linkedPlan(planReport(withSteps(steps)), 7);
    const { base, ...merged } = mergeSheet(plan);
    const state = sheetOf({ ...merged, base });
    const below = rowOf(state, "t:deals/006A");
    insertRow(state, below);
    edit(state, below, 0, { value: "'my own line" });
    const again = mergeSheet(plan, { base, state });
    const rows = again.entered.map((row) => String(row[again.keyColumn]));
    const at = rows.indexOf("'t:steps/Lost");
    const of = (id: string) => rows.indexOf(`'${id}`) + 1;
    expect(again.entered[at]?.[0]).toBe(
      `=HYPERLINK("#gid=7&range=A"&ROW($A$${of("t:deals/006B")})&":L"&ROW($A$${of("t:deals/006C")}),"Lost")`,
    );
    expect(of("t:deals/006B")).toBe(rowNumber(plan, "t:deals/006B") + 1);
    expect(again.conflicts).toEqual([]);
  });
});
