import { isoFromMoment } from "../../src/core/calendar/day.ts";
import { subjectList } from "../../src/settings/catalog.ts";
import type { Subject } from "../../src/settings/subject.ts";
import { type Cell, isDateCell } from "../../src/tables/reading/cell.ts";

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
    ...(isForm(subject) ? formTable(subject) : listTable(subject)),
    "",
  ];
}

/** A form has a line for each setting; a list has rows of one kind. */
const isForm = (subject: Subject<unknown>) => subject.columns[0]?.label === "Setting";

function formTable(subject: Subject<unknown>): string[] {
  const rows = subject.toCells(subject.defaults);
  const value = (label: string) => rows.find((cells) => cells[0] === label)?.[1];
  return [
    "| setting | default | what it does | where the default comes from |",
    "|---|---|---|---|",
    ...subject.lines.map(
      (line) =>
        `| ${line.label} | ${shown(value(line.label))} | ${shown(line.about)} | ${shown(line.source)} |`,
    ),
  ];
}

/** A list is shown with its default rows; its `setting` rows are explained first. */
function listTable(subject: Subject<unknown>): string[] {
  const [header = [], ...rows] = subject.toCells(subject.defaults);
  const line = (cells: readonly Cell[]) =>
    `| ${header.map((_, index) => shown(cells[index])).join(" | ")} |`;
  return [
    ...subject.columns.map((column) => `- ${column.label}: ${column.about}`),
    "",
    ...(subject.lines.length > 0 ? settingTexts(subject) : []),
    ...(rows.length > 0
      ? [
          "Default rows:",
          "",
          line(header),
          `|${header.map(() => "---").join("|")}|`,
          ...rows.map(line),
        ]
      : ["No default rows."]),
  ];
}

const settingTexts = (subject: Subject<unknown>) => [
  "Its `setting` rows:",
  "",
  ...subject.lines.map((line) => `- ${line.label}: ${line.about} (${line.source})`),
  "",
];

function shown(cell: Cell): string {
  if (cell === undefined || cell === null) return "";
  return (isDateCell(cell) ? isoFromMoment(cell.moment) : String(cell))
    .replaceAll("|", "\\|")
    .replace(/\s+/g, " ");
}
