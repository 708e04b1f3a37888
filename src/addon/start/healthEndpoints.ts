import { isoFromMoment } from "../../core/calendar/day.ts";
import { importIssues } from "../../tables/importIssues.ts";
import { importLog } from "../../tables/importLog.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { importLogRows, SNAPSHOT_SOURCE } from "../imports/importLogRows.ts";
import { loggedFigures } from "../reports/reportsView.ts";
import { exportSettings, importSettings } from "../settings/settingsFile.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import type {
  HealthView,
  ImportSettingsRequest,
  ImportSettingsResult,
  SettingsFile,
} from "./healthTypes.ts";
import { permissions } from "./permissions.ts";
import { setupChecks } from "./setupCheck.ts";
import { VERSION } from "./version.ts";

const SHOWN_RUNS = 8;
const SHOWN_PROBLEMS = 20;

/** How the add-on is doing in this spreadsheet. */
export function healthEndpoint(): Answer<HealthView> {
  return answer(() => {
    const book = new Book();
    const { settings, issues } = readSettingsSheets(book);
    const tables = readTables(["opportunities", "quotas", "snapshots"], book);
    const problems = [
      ...issues.map(({ table, row, column, message, remedy }) => ({
        title: placeOf(table, row, column),
        text: `${message} ${remedy}`,
      })),
      ...importProblems(book),
    ];
    return {
      version: VERSION,
      checks: setupChecks(book, settings, issues, tables),
      runs: runsOf(book),
      problems: problems.slice(0, SHOWN_PROBLEMS),
      problemCount: problems.length,
      permissions,
    };
  });
}

function placeOf(sheet: string, row: number | undefined, column: string | undefined): string {
  return [sheet, row === undefined ? "" : `row ${row}`, column ?? ""].filter(Boolean).join(", ");
}

function importProblems(book: Book): HealthView["problems"] {
  const cells = book.read(importIssues.sheet);
  const rows = cells.length < 2 ? [] : readTable(importIssues, cells, { keyOptional: true }).rows;
  return rows.map(({ file, row, column, message, remedy = "" }) => ({
    title: placeOf(file, row, column),
    text: `${message} ${remedy}`.trim(),
  }));
}

function runsOf(book: Book): HealthView["runs"] {
  const imports = importLogRows(book.read(importLog.sheet)).map((row) => ({
    ...(row.source === SNAPSHOT_SOURCE
      ? { title: row.file, text: `${row.added ?? 0} of ${row.read ?? 0} deals had changed` }
      : {
          title: `Import of ${row.file}`,
          text: `${row.added ?? 0} new, ${row.changed ?? 0} changed, ${row.rejected ?? 0} rejected`,
        }),
    at: row.importedAt ?? 0,
  }));
  const reports = new Map(
    loggedFigures(book).map(({ report, period, runAt }) => [
      `${report}\n${runAt}`,
      { title: `Report ${report}`, text: period, at: runAt },
    ]),
  );
  return [...imports, ...reports.values()]
    .sort((one, other) => other.at - one.at)
    .slice(0, SHOWN_RUNS)
    .map((run) => ({ ...run, at: run.at === 0 ? "" : isoFromMoment(run.at).slice(0, 16) }));
}

/** All settings as the text of one file. */
export function exportSettingsEndpoint(): Answer<string> {
  return answer(() => {
    const file: SettingsFile = exportSettings(new Book());
    return JSON.stringify(file, null, 2);
  });
}

/** Takes all settings over from a file; or says what that would change. */
export function importSettingsEndpoint(
  request: ImportSettingsRequest,
): Answer<ImportSettingsResult> {
  return answer(() => importSettings(request));
}
