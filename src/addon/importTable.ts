import { type Day, dayFromIso, isoFromDay } from "../core/calendar/day.ts";
import { InputError } from "../core/inputError.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { defaultSettings } from "../settings/defaultSettings.ts";
import type { Settings } from "../settings/settings.ts";
import { planImport } from "../sources/planImport.ts";
import type { ImportPlan, PlannedTable } from "../sources/planTypes.ts";
import { tables } from "../tables/catalog.ts";
import type { Cell } from "../tables/cell.ts";
import { conventionsOf } from "../tables/conventions.ts";
import type { Tables } from "../tables/tables.ts";
import { latestEventDay } from "./asOf.ts";
import { goneIssues, type MergedPart, mergePart } from "./importParts.ts";
import { importRecord } from "./importRecord.ts";
import { stagesOfDeals, stagesOfFile } from "./importStages.ts";
import { MOST_ISSUES, writeImport } from "./importWriter.ts";
import { underLock } from "./lock.ts";
import type { ImportRequest, ImportResult } from "./requests.ts";
import { readSettingsSheets } from "./settingsSheets.ts";
import { sheetCells } from "./sheetCells.ts";
import { spreadsheetZone } from "./spreadsheetZone.ts";
import { dropUpload, readUpload } from "./stageRows.ts";
import { type Sheets, sheetsOf } from "./tableSheet.ts";

/**
 * Imports one file or raw tab. Everything is read, compared and checked first; only then is anything written, the
 * CRM sheet before its log, so that an import that was cut short is finished by doing it again.
 */
export function importTable(request: ImportRequest): ImportResult {
  return underLock(() => {
    let isWaiting = false;
    try {
      const result = importUnderLock(request);
      // After a preview the rows wait for the import itself.
      isWaiting = request.preview === true;
      return result;
    } finally {
      if ("token" in request.from && !isWaiting) dropUpload(request.from.token);
    }
  });
}

function importUnderLock(request: ImportRequest): ImportResult {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const zone = spreadsheetZone(spreadsheet);
  const sheets = sheetsOf(spreadsheet);
  const day = dayOfRequest(request);
  const { decimal } = conventionsOf(spreadsheet.getSpreadsheetLocale());
  const plan = planImport({
    file: request.file,
    rows: rowsOf(request, sheets, zone),
    answers: request.answers,
    conventions: { decimal },
  });
  const settings = needsSettings(plan) ? readSettingsSheets().settings : defaultSettings;
  const update = stagesAfter(plan, settings);
  const latest = latestDay(plan, update);
  const parts = mergedParts(request, plan, day ?? latest, sheets, zone);
  const gone = parts.flatMap((part) => goneIssues(part, isoFromDay(day ?? latest ?? 0)));
  const issues = [...plan.issues, ...parts.flatMap((part) => part.issues), ...gone];
  const result = resultOf(request, plan, parts, { issues, notes: update.notes });
  if (!request.preview && (parts.length > 0 || plan.stages)) {
    writeImport(spreadsheet, sheets, zone, {
      parts,
      stages: update.stages === settings.stages ? undefined : update.stages,
      settings: { ...settings, stages: update.stages },
      day,
      record: importRecord(request, result, { day, latestEvent: latest }),
      issues,
    });
  }
  return result;
}

/** Only deals and stages are judged by settings; other tables are taken as they are. */
function needsSettings({ main, stages }: ImportPlan): boolean {
  return stages !== undefined || main?.table.name === "opportunities";
}

function dayOfRequest({ date }: ImportRequest): Day | undefined {
  if (date === undefined) return undefined;
  const day = dayFromIso(date);
  if (day === undefined)
    throw new InputError(`The date of the export is ${date}; expected a date such as 2017-06-30.`);
  return day;
}

function rowsOf(
  { from, file }: ImportRequest,
  sheets: Sheets,
  zone: () => string,
): readonly (readonly Cell[])[] {
  if ("token" in from) return readUpload(from.token, file);
  const own = tables.find(({ sheet }) => sheet === from.tab);
  if (own)
    throw new InputError(
      `${from.tab} is where imports go; choose the tab that holds the raw export.`,
    );
  const sheet = sheets.get(from.tab);
  if (!sheet) throw new InputError(`There is no tab called ${from.tab}.`);
  return sheetCells(sheet, zone);
}

function stagesAfter(
  { main, stages, source }: ImportPlan,
  settings: Settings,
): { stages: readonly Stage[]; notes: readonly string[] } {
  if (stages) return stagesOfFile(settings.stages, defaultSettings.stages, stages);
  if (main?.table.name !== "opportunities") return { stages: settings.stages, notes: [] };
  return stagesOfDeals(settings.stages, source.stagePreset, main.rows);
}

/** The latest day on which anything happened in the file. */
function latestDay(
  { main, further }: ImportPlan,
  settings: Pick<Settings, "stages">,
): Day | undefined {
  const read: Record<string, { rows: PlannedTable["rows"] }> = {};
  for (const { table, rows } of main ? [main, ...further] : []) read[table.name] = { rows };
  return latestEventDay(settings, read as Tables);
}

function mergedParts(
  { file, answers }: ImportRequest,
  { main, further }: ImportPlan,
  day: Day | undefined,
  sheets: Sheets,
  zone: () => string,
): MergedPart[] {
  return (main ? [main, ...further] : []).map((part) => {
    const sheet = sheets.get(part.table.sheet);
    return mergePart(part, sheet ? sheetCells(sheet, zone) : [], { file, answers, day });
  });
}

function resultOf(
  { file }: ImportRequest,
  plan: ImportPlan,
  parts: readonly MergedPart[],
  more: Pick<ImportResult, "issues" | "notes">,
): ImportResult {
  const main = parts[0];
  const merge = main?.merge;
  return {
    file,
    source: plan.source.name,
    table: plan.stages ? "stages" : main?.part.table.name,
    sheet: plan.stages ? "Stages" : main?.part.table.sheet,
    mapping: plan.mapping.map(({ heading, field, how }) => ({ heading, field, how })),
    questions: [...plan.questions, ...parts.flatMap(({ questions }) => questions)],
    read: plan.read,
    new: merge?.newRows.length ?? 0,
    changed: merge?.changed.length ?? 0,
    unchanged: merge?.unchanged ?? 0,
    gone: merge?.gone.length ?? 0,
    rejected: plan.rejected + (main?.rejected ?? 0),
    skippedLines: plan.skippedLines,
    issues: more.issues.slice(0, MOST_ISSUES),
    notes: [...plan.notes, ...parts.flatMap(({ notes }) => notes), ...more.notes],
  };
}
