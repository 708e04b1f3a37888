import type { ReportDefinition } from "../../src/reports/report.ts";
import { tables } from "../../src/tables/catalog.ts";
import type { TableName } from "../../src/tables/table.ts";

const sheets = (names: readonly TableName[]) =>
  names.map((name) => tables.find((table) => table.name === name)?.sheet ?? name).join(", ") ||
  "nothing";

/** docs/REPORTS.md */
export function reportsPage(reports: readonly ReportDefinition[]): string {
  return [
    "# Reports",
    "",
    "Made from the report and table catalogs by `npm run docs`. Each figure's definition in words stands in the report itself.",
    "",
    ...reports.flatMap((report) => [
      `## ${report.title}`,
      "",
      report.about,
      "",
      `- Menu: ${report.menuLabel}; command line: \`report ${report.name}\``,
      `- Needs: ${sheets(report.needs)}`,
      `- Uses where present: ${sheets(report.uses)}`,
      "",
    ]),
    "# Data sheets",
    "",
    ...tables.flatMap((table) => [
      `## ${table.sheet}`,
      "",
      table.about,
      "",
      "| column | kind | need | what it is |",
      "|---|---|---|---|",
      ...table.columns.map(
        (column) =>
          `| ${column.label} | ${column.kind} | ${column.need} | ${column.about.replaceAll("|", "\\|")} |`,
      ),
      "",
    ]),
  ].join("\n");
}
