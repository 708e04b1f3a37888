import type { TableLink } from "../parts/tableLink.ts";
import type { Report, ReportChart, ReportTable, Section } from "../report.ts";
import { chartBands, planCharts } from "./charts.ts";
import type { Draft, DraftCell } from "./draft.ts";
import { newDraft } from "./draft.ts";
import { addFindings } from "./findingRows.ts";
import { formulaResolver, referencesIn } from "./formulas.ts";
import { CHART_ROWS } from "./grid.ts";
import { addHeadline } from "./headlineRows.ts";
import { linkFormula } from "./links.ts";
import { addHeading, addMethod } from "./methodRows.ts";
import { STATUS_COLOURS } from "./palette.ts";
import type { PlanRow, PlanRule, SheetPlan } from "./sheetPlan.ts";
import { addTable } from "./tableRows.ts";

/** A table longer than this is detail: it stands below the notes and checks. */
const DETAIL_ROWS = 40;

function tablesOf(report: Report): ReportTable[] {
  return report.sections.flatMap(({ table }) => (table ? [table] : []));
}

/** Where the tables of a report list each record first, by the keys of their rows. */
function placesOf(report: Report): ReadonlyMap<string, TableLink> {
  const places = new Map<string, TableLink>();
  for (const { id, rows } of tablesOf(report)) {
    for (const [row, { key }] of rows.entries()) {
      if (!places.has(key)) places.set(key, { table: id, row });
    }
  }
  return places;
}

/** Columns that some formula reads; their texts must stay whole to compare equal. */
function comparedColumns(report: Report): Set<string> {
  const compared = new Set<string>();
  const learn = (template: string | undefined, table = "") => {
    for (const reference of template ? referencesIn(template) : [])
      compared.add(reference.replace(/^@/, `${table}.`));
  };
  for (const { formula } of report.figures) learn(formula);
  for (const { formula } of report.checks) learn(formula);
  for (const table of tablesOf(report)) {
    for (const { formula } of table.columns) learn(formula, table.id);
    for (const row of table.total ? [...table.rows, table.total] : table.rows) {
      for (const formula of Object.values(row.formulas ?? {})) learn(formula, table.id);
    }
  }
  return compared;
}

/** One rule per status word, for the whole height of the columns it stands in: rows may come and go. */
function wordRules(draft: Draft): PlanRule[] {
  return [...draft.words].map(([word, { status, columns }]) => {
    const { fill, text } = STATUS_COLOURS[status];
    return { word, columns: [...columns].sort((a, b) => a - b), background: fill, colour: text };
  });
}

function addSection(
  draft: Draft,
  section: Section,
  report: Report,
  compared: ReadonlySet<string>,
  places: ReadonlyMap<string, TableLink>,
): void {
  const { table, reading } = section;
  // An empty table often says no more than its reading.
  const says = table?.rows.length === 0 && table.empty === reading ? "" : reading;
  addHeading(draft, section.id, section.heading, says);
  if (table) addTable(draft, table, compared);
  if (section.findings && section.findings.length > 0) {
    addFindings(draft, section.id, section.findings, report.currency, places);
  }
}

function largestDrawn(report: Report): (chart: ReportChart) => number {
  const tables = new Map(tablesOf(report).map((table) => [table.id, table]));
  return (chart) => {
    let largest = 0;
    for (const row of tables.get(chart.table)?.rows ?? []) {
      for (const { column } of chart.series) {
        const value = row.cells[column];
        if (typeof value === "number") largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  };
}

function finishedRows(draft: Draft): PlanRow[] {
  const resolve = formulaResolver(draft);
  const formulaOf = ({ template, link, entered }: DraftCell, row: number) => {
    if (link) return linkFormula(draft, String(entered).replace(/^'/, ""), link);
    return template === undefined ? undefined : resolve(template, row);
  };
  return draft.rows.map(({ id, label, group, cells }, index) => ({
    id,
    label,
    group,
    cells: cells.map((cell) => {
      if (!cell) return undefined;
      const formula = formulaOf(cell, index + 1);
      const { entered, style } = cell;
      return formula === undefined
        ? { id: cell.id, entered, style }
        : { id: cell.id, entered: formula, shown: entered, style };
    }),
  }));
}

/** Lays a report out as a sheet: the answer first, then figures, charts, sections, method; long detail last. */
export function planReport(report: Report): SheetPlan {
  const draft = newDraft();
  const compared = comparedColumns(report);
  const places = placesOf(report);
  addHeadline(draft, report);
  draft.add({ id: "charts/gap" });
  const chartRow = draft.rows.length + 1;
  const drawn = report.charts.filter((chart) => {
    const table = tablesOf(report).find(({ id }) => id === chart.table);
    return table !== undefined && table.rows.length > 0;
  });
  for (let row = 1; row <= chartBands(drawn.length) * CHART_ROWS; row++)
    draft.add({ id: `charts/${row}` });
  const isDetail = ({ table }: Section) => (table?.rows.length ?? 0) > DETAIL_ROWS;
  for (const section of report.sections.filter((section) => !isDetail(section))) {
    addSection(draft, section, report, compared, places);
  }
  addMethod(draft, report);
  for (const section of report.sections.filter(isDetail))
    addSection(draft, section, report, compared, places);
  return {
    rows: finishedRows(draft),
    styles: draft.styles,
    charts: planCharts(draft, drawn, chartRow, largestDrawn(report)),
    rules: wordRules(draft),
    lines: draft.lines,
    heights: draft.heights,
    // Nothing stays in view by itself: the first table stands below a screen of charts.
    frozenRows: 0,
    columnLabels: draft.columnLabels,
  };
}
