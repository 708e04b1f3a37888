import { isoFromDay } from "../core/calendar/day.ts";
import { sayCount, sayNumber } from "./parts/words.ts";
import type {
  Figure,
  Finding,
  Format,
  Report,
  ReportTable,
  Section,
  TableRow,
  Value,
} from "./report.ts";

const WIDTH = 120;
const MOST_ROWS = 40;

function cellText(value: Value, format: Format): string {
  if (value === undefined) return "";
  if (typeof value !== "number") return String(value);
  switch (format) {
    case "date":
      return isoFromDay(value);
    case "percent":
      return `${sayNumber(value * 100, 1)} %`;
    case "integer":
    case "days":
      return sayNumber(value, 0);
    case "money":
      return sayNumber(value, Math.abs(value) >= 1000 ? 0 : 2);
    case "score":
      return sayNumber(value, 3);
    default:
      return sayNumber(value, 2);
  }
}

const isNumeric = (format: Format) => format !== "text" && format !== "date";

function tableLines(table: ReportTable): string[] {
  if (table.rows.length === 0) return [table.empty];
  const shown = table.rows.slice(0, MOST_ROWS);
  const lines = (row: TableRow) =>
    table.columns.map((column) => cellText(row.cells[column.id], column.format));
  const body = [
    table.columns.map((column) => column.label),
    ...shown.map(lines),
    ...(table.total === undefined ? [] : [lines(table.total)]),
  ];
  const widths = table.columns.map((_, index) =>
    body.reduce((width, row) => Math.max(width, row[index]?.length ?? 0), 0),
  );
  const text = body.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return isNumeric(table.columns[index]?.format ?? "text")
          ? cell.padStart(width)
          : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  const rule = "-".repeat(
    Math.min(
      WIDTH,
      widths.reduce((sum, width) => sum + width + 2, -2),
    ),
  );
  text.splice(1, 0, rule);
  if (table.total !== undefined) text.splice(text.length - 1, 0, rule);
  const hidden = table.rows.length - shown.length;
  if (hidden > 0) text.push(`(${sayCount(hidden, "more row")} in the sheet)`);
  if (table.more !== undefined) text.push(table.more);
  return text;
}

function figureLine({ label, value, format, context, statusWord }: Figure, width: number): string {
  const notes = [statusWord, context].filter((text) => text !== undefined && text !== "");
  const shown = value === undefined ? "-" : cellText(value, format);
  return `${label.padEnd(width)}  ${shown.padStart(16)}  ${notes.join(", ")}`.trimEnd();
}

function findingLines({
  severity,
  what,
  action,
  evidence,
  names = evidence,
  more = 0,
  owner,
  due,
}: Finding): string[] {
  const who = [owner, due === undefined ? undefined : `due ${isoFromDay(due)}`].filter(Boolean);
  return [
    `${severity.toUpperCase().padEnd(6)} ${what}`,
    `       ${action}${who.length === 0 ? "" : ` (${who.join(", ")})`}`,
    ...(evidence.length === 0
      ? []
      : [`       Records: ${names.join("; ")}${more > 0 ? ` and ${sayNumber(more)} more` : ""}`]),
  ];
}

function sectionLines({ heading, reading, table, findings }: Section): string[] {
  return [
    "",
    heading.toUpperCase(),
    reading,
    ...(findings === undefined || findings.length === 0
      ? []
      : ["", ...findings.flatMap(findingLines)]),
    ...(table === undefined || (table.rows.length === 0 && table.empty === reading)
      ? []
      : ["", ...tableLines(table)]),
  ];
}

/** A report as plain text for terminals and golden files. */
export function renderText(report: Report): string {
  const { title, period, asOf, currency, scope, figures } = report;
  const head = [period.title, scope, `as of ${isoFromDay(asOf)}`, currency].filter(
    (part) => part !== "",
  );
  const width = figures.reduce((longest, { label }) => Math.max(longest, label.length), 0);
  const large = figures.filter(({ headline }) => headline === true);
  const small = figures.filter(({ headline }) => headline !== true);
  const lines = [
    `${title} · ${head.join(" · ")}`,
    "=".repeat(WIDTH),
    report.answer,
    "",
    ...large.map((figure) => figureLine(figure, width)),
    "",
    ...small.map((figure) => figureLine(figure, width)),
    ...report.charts.flatMap((chart) => [
      "",
      `[${chart.kind} chart] ${chart.title}`,
      chart.subtitle,
    ]),
    ...report.sections.flatMap(sectionLines),
    "",
    "NOTES",
    ...report.notes.map((note) => `- ${note}`),
    "",
    "CHECKS (0 when right)",
    ...report.checks.map(
      ({ label, value }) => `${value === 0 ? "✓" : "✗"} ${label}: ${sayNumber(value, 2)}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
