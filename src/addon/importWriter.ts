import type { Day } from "../core/calendar/day.ts";
import type { Deal, DealSnapshot } from "../core/deals/deal.ts";
import { standDeals } from "../core/deals/standing.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import type { Settings } from "../settings/settings.ts";
import type { AnyTable } from "../tables/catalog.ts";
import { matchHeader } from "../tables/header.ts";
import { importIssues } from "../tables/importIssues.ts";
import { importLog } from "../tables/importLog.ts";
import type { Issue } from "../tables/issue.ts";
import { opportunities } from "../tables/opportunities.ts";
import { readRows } from "../tables/readRows.ts";
import { readTable } from "../tables/readTable.ts";
import { snapshotChanges } from "../tables/snapshotRows.ts";
import { snapshots } from "../tables/snapshots.ts";
import { momentOfDate } from "../tables/spreadsheetDate.ts";
import { appended } from "./appendTable.ts";
import type { MergedPart } from "./importParts.ts";
import type { ImportRecord } from "./importRecord.ts";
import { createSettingsSheets, writeSettings } from "./settingsSheets.ts";
import { sheetCells } from "./sheetCells.ts";
import { demandCells } from "./sheetGrid.ts";
import { addedCells, type Sheets, type TableCells, writeTable } from "./tableSheet.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export type ImportOutcome = {
  readonly parts: readonly MergedPart[];
  /** Undefined: the stages stay as they are. */
  readonly stages: readonly Stage[] | undefined;
  /** As they are after the import. */
  readonly settings: Settings;
  /** The day of the export; undefined: the import is not dated and makes no snapshots. */
  readonly day: Day | undefined;
  readonly record: ImportRecord;
  readonly issues: readonly Issue[];
};

/** Issues of one import that are listed; more of them say nothing new. */
export const MOST_ISSUES = 2000;
/** Cells kept free for reports, what they keep to merge with and to undo. */
const RESERVE = 200_000;

/** What decides how a deal stands. */
const frozenFields: ReadonlySet<string> = new Set<keyof Deal>([
  ...(["opportunityId", "owner", "team", "segment", "region", "pipeline", "stage"] as const),
  ...(["amount", "amountConverted", "currency", "probability", "forecastCategory"] as const),
  ...(["closeDate", "isClosed", "isWon", "goneSince"] as const),
]);

type Write = { readonly table: AnyTable; readonly content: TableCells };

/** Works out everything that is to be written, checks that it fits, and writes it. */
export function writeImport(
  spreadsheet: Spreadsheet,
  sheets: Sheets,
  zone: () => string,
  outcome: ImportOutcome,
): void {
  const { parts, stages, record, issues } = outcome;
  const cellsOf = (table: AnyTable) => {
    const sheet = sheets.get(table.sheet);
    return sheet ? sheetCells(sheet, zone) : [];
  };
  const log = cellsOf(importLog);
  const importId = `I${String(Math.max(1, log.length)).padStart(4, "0")}`;
  const writes: Write[] = parts
    .filter(({ isUnchanged }) => !isUnchanged)
    .map(({ part: { table }, merge }) => ({ table, content: merge }));
  const frozen = snapshotWrite(outcome, importId, cellsOf);
  if (frozen) writes.push(frozen);
  const listed = issuesWrite(issues, record.file, importId, cellsOf);
  if (listed) writes.push(listed);
  const importedAt = momentOfDate(new Date(), zone());
  writes.push({
    table: importLog,
    content: appended(importLog, log, [{ importId, importedAt, ...record }]),
  });
  demandRoom(spreadsheet, sheets, writes);
  if (stages) {
    const created = createSettingsSheets({ stages });
    if (!created.includes("Stages")) writeSettings("stages", stages);
  }
  for (const { table, content } of writes) writeTable(spreadsheet, sheets, table, content);
}

function demandRoom(spreadsheet: Spreadsheet, sheets: Sheets, writes: readonly Write[]): void {
  let needed = 0;
  for (const { table, content } of writes) needed += addedCells(sheets, table, content);
  if (needed > 0) demandCells(spreadsheet, needed + RESERVE);
}

/** The deals that stand differently from their last snapshot, as they stand after a dated import. */
function snapshotWrite(
  { parts, settings, day }: ImportOutcome,
  importId: string,
  cellsOf: (table: AnyTable) => ReturnType<typeof sheetCells>,
): Write | undefined {
  const deals = parts.find(({ part }) => part.table.name === "opportunities");
  if (!deals || day === undefined) return undefined;
  const { header, cells } = deals.merge;
  const { mapping } = matchHeader(opportunities, header);
  const needed = Object.entries(mapping).filter(([field]) => frozenFields.has(field));
  const { rows } = readRows<Deal>(opportunities, cells, Object.fromEntries(needed));
  const standings = standDeals(rows, settings, day);
  const existing = cellsOf(snapshots);
  const previous: readonly DealSnapshot[] =
    existing.length > 1 ? readTable(snapshots, existing).rows : [];
  const changes = snapshotChanges({ day, importId, deals: standings.deals, previous });
  if (changes.length === 0) return undefined;
  return { table: snapshots, content: appended(snapshots, existing, changes) };
}

/** The issues of this import take the place of those that the same file had before. */
function issuesWrite(
  issues: readonly Issue[],
  file: string,
  importId: string,
  cellsOf: (table: AnyTable) => ReturnType<typeof sheetCells>,
): Write | undefined {
  const existing = cellsOf(importIssues);
  const rows = issues.slice(0, MOST_ISSUES).map((issue) => ({ ...issue, file, importId }));
  if (issues.length > MOST_ISSUES) {
    rows.push({
      table: "",
      message: `${issues.length - MOST_ISSUES} more issues are not listed.`,
      remedy: "Put right what is listed and import again.",
      rejected: false,
      file,
      importId,
    });
  }
  let dropped = 0;
  const content = appended(importIssues, existing, rows, (cellOf) => {
    const isOld = cellOf("file") === file;
    if (isOld) dropped++;
    return !isOld;
  });
  return rows.length + dropped > 0 ? { table: importIssues, content } : undefined;
}
