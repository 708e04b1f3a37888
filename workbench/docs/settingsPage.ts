import { subjectList } from "../../src/settings/catalog.ts";
import type { Subject } from "../../src/settings/subject.ts";
import { type Cell, isDateCell } from "../../src/tables/cell.ts";
import { isoFromMoment } from "../../src/core/calendar/day.ts";

/** docs/SETTINGS.md */
export function settingsPage(): string {
  return [
    "# Settings",
    "",
    "Made from the settings catalog by `npm run docs`. Settings live in visible sheets, created on first use; formulas take them as named ranges. A blank cell means the default; a cell that cannot be read is reported and its default is used. Columns of your own are kept.",
    "",
    "The team and its quotas are the Reps and Quotas sheets (`REVOPS_REPS`, `REVOPS_QUOTAS`).",
    "",
    ...subjectList.flatMap(subjectLines),
  ].join("\n");
}

function subjectLines(subject: Subject<unknown>): string[] {
  return [
    `## ${subject.sheet} (\`${subject.range}\`)`,
    "",
    subject.about,
    "",
    ...(subject.lines.length > 0 && subject.names === undefined ? formLines(subject) : defaultRows(subject)),
    "",
  ];
}

function formLines(subject: Subject<unknown>): string[] {
  const rows = subject.toCells(subject.defaults);
  return [
    "| setting | default | what it does | where the default comes from |",
    "|---|---|---|---|",
    ...subject.lines.map((line) => {
      const row = rows.find((cells) => cells[0] === line.label);
      return `| ${line.label} | ${shown(row?.[1])} | ${shown(line.about)} | ${shown(line.source)} |`;
    }),
  ];
}

/** A list is shown with its default rows. */
function defaultRows(subject: Subject<unknown>): string[] {
  const [header = [], ...rows] = subject.toCells(subject.defaults);
  const columns = subject.columns.map((column) => `- ${column.label}: ${column.about}`);
  const line = (cells: readonly Cell[]) => `| ${header.map((_, index) => shown(cells[index])).join(" | ")} |`;
  return [...columns, "", line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)];
}

function shown(cell: Cell): string {
  if (cell === undefined || cell === null) return "";
  return (isDateCell(cell) ? isoFromMoment(cell.moment) : String(cell)).replaceAll("|", "\\|").replace(/\s+/g, " ");
}
