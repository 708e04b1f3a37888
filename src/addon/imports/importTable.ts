import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { sourceSystem } from "../../core/sourceSystem.ts";
import { subjects } from "../../settings/catalog.ts";
import { defaultSettings } from "../../settings/defaultSettings.ts";
import type { Settings } from "../../settings/settings.ts";
import type { ExportDay } from "../../sources/exportDay.ts";
import type { ImportPlan, PlannedTable } from "../../sources/planTypes.ts";
import type { Question } from "../../sources/question.ts";
import { tables } from "../../tables/catalog.ts";
import { importLog } from "../../tables/importLog.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import type { Tables } from "../../tables/tables.ts";
import { askedDay } from "../calls/askedDay.ts";
import { underLock } from "../calls/lock.ts";
import type { ImportRequest, ImportResult } from "../calls/requests.ts";
import { dropUpload, readUpload } from "../calls/stageRows.ts";
import { readReportSettings } from "../reports/reportSettings.ts";
import { latestEventDay } from "../settings/asOf.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import { Book } from "../sheets/book.ts";
import { conventionsOfBook } from "../sheets/conventions.ts";
import { importLogRows } from "./importLogRows.ts";
import { planWithMapping, rememberMapping } from "./importMapping.ts";
import { goneIssues, type MergedPart, mergePart } from "./importParts.ts";
import { previewOf } from "./importPreview.ts";
import { importRecord } from "./importRecord.ts";
import { withOwnIds } from "./importSources.ts";
import { MOST_ISSUES, writeImport } from "./importWriter.ts";
import { olderQuestion } from "./olderImport.ts";
import { stagesAfter } from "./stagesAfter.ts";

/** Every settings sheet costs a call. */
const ALL_BUT_STAGES = new Set(
  Object.values(subjects).flatMap(({ sheet }) => (sheet === subjects.stages.sheet ? [] : [sheet])),
);

/**
 * Imports one file or raw tab. Everything is read, compared and checked first; only then is anything written, the
 * CRM sheet before its log, so that an import that was cut short is finished by doing it again.
 */
export function importTable(request: ImportRequest): ImportResult {
  return underLock(() => {
    const book = new Book();
    let isWaiting = false;
    try {
      const result = importUnderLock(request, book);
      // After a preview the rows wait for the import itself.
      isWaiting = request.preview === true;
      return result;
    } catch (error) {
      // When the platform failed, they wait for another try.
      isWaiting = !(error instanceof InputError);
      throw error;
    } finally {
      if ("token" in request.from && !isWaiting) clearUpload(book, request.from.token);
    }
  });
}

/** What was imported is imported, even when its upload stays: the next one clears it away. */
function clearUpload(book: Book, token: string): void {
  try {
    dropUpload(book, token);
  } catch {
    // Said by nobody: it changes nothing that a person sees.
  }
}

function importUnderLock(request: ImportRequest, book: Book): ImportResult {
  const rows = rowsOf(request, book);
  const { plan, values } = planWithMapping(request, rows, book);
  const settings = settingsFor(plan, book);
  const update = stagesAfter(plan, settings.stages, values.stage, book);
  const latest = latestDay(plan, update);
  const exported = toldDay(plan, latest);
  const day = askedDay("The date of the export", request.date) ?? exported?.day;
  const log = book.read(importLog.sheet);
  const sheet = plan.main?.table.sheet;
  const lines = importLogRows(log);
  const older = sheet ? olderQuestion(request, sheet, day, lines, plan.source.system) : undefined;
  if (older) return leftOut(request, plan, older);
  const read = readOnce(book);
  const own = withOwnIds(request, plan, lines, read);
  const { calendar } = conventionsOfBook(book);
  const source = sourceSystem(request.file, plan.source.system);
  const options = { ...request, day: day ?? latest, calendar, source };
  const parts = own.parts.map((part) => mergePart(part, read(part.table.sheet), options));
  const gone = parts.flatMap((part) => goneIssues(part, isoFromDay(day ?? latest ?? 0)));
  const issues = [...plan.issues, ...parts.flatMap((part) => part.issues), ...gone];
  const notes = [...exportNotes(request, exported), ...own.notes, ...update.notes];
  const result = resultOf(request, plan, parts, { issues, notes, questions: own.questions });
  if (request.preview) {
    return {
      ...result,
      ...(day === undefined ? {} : { day: isoFromDay(day) }),
      ...previewOf(book, plan, parts, rows, values, settings.stages),
    };
  }
  const isTaken = parts.length > 0 || plan.stages !== undefined;
  if (isTaken) {
    const isSame = update.stages === settings.stages;
    writeImport(book, {
      parts,
      stages: isSame ? undefined : update.stages,
      batch: request.batch,
      stagesBefore: isSame ? undefined : settings.stages,
      settings: { ...settings, stages: update.stages },
      day,
      record: importRecord(request, result, {
        day,
        latestEvent: latest,
        returned: parts[0]?.merge.returned.length ?? 0,
      }),
      issues,
      log,
    });
    if (request.remember) rememberMapping(book, plan, request);
  }
  return result;
}

/** An older export waits for its answer; nothing is written. */
function leftOut(request: ImportRequest, plan: ImportPlan, older: Question): ImportResult {
  const result = resultOf(request, plan, [], { issues: plan.issues, notes: [], questions: [] });
  const note = `Nothing was imported: a newer export is in ${plan.main?.table.sheet} already.`;
  return {
    ...result,
    table: plan.main?.table.name,
    sheet: plan.main?.table.sheet,
    questions: [older, ...result.questions],
    notes: [note, ...result.notes],
  };
}

/** The day that the file tells; a name is not believed when something happened later, but for the evening of a time zone. */
function toldDay({ exported }: ImportPlan, latest: Day | undefined): ExportDay | undefined {
  const isName = exported?.from === "file name";
  return isName && latest !== undefined && latest > (exported.day ?? latest) + 1
    ? undefined
    : exported;
}

/** What the file's title lines or its name say about its day, where nobody said it. */
function exportNotes({ date }: ImportRequest, exported: ExportDay | undefined): string[] {
  if (!exported || date) return [];
  if (exported.day !== undefined)
    return [`Taken as the export of ${isoFromDay(exported.day)}, as its ${exported.from} says.`];
  return [
    `Its ${exported.from} says "As of ${exported.text}", which may be one of two days; give the day of the export to keep snapshots.`,
  ];
}

/** Deals and stages are judged by settings, and a history by the stages; other tables are taken as they are. */
function settingsFor({ main, stages }: ImportPlan, book: Book): Settings {
  if (stages !== undefined || main?.table.name === "opportunities")
    return readReportSettings(book).settings;
  return main?.table.name === "opportunityHistory"
    ? readSettingsSheets(book, ALL_BUT_STAGES).settings
    : defaultSettings;
}

function rowsOf({ from, file }: ImportRequest, book: Book): readonly (readonly Cell[])[] {
  if ("token" in from) return readUpload(book, from.token, file);
  const own = tables.find(({ sheet }) => sheet === from.tab);
  if (own)
    throw new InputError(
      `${from.tab} is where imports go; choose the tab that holds the raw export.`,
    );
  if (!book.find(from.tab)) throw new InputError(`There is no tab called ${from.tab}.`);
  return book.read(from.tab);
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

/** The cells of sheets, each read once: nothing is written meanwhile. */
function readOnce(book: Book): (sheet: string) => readonly (readonly Cell[])[] {
  const known = new Map<string, readonly (readonly Cell[])[]>();
  return (sheet) => {
    const cells = known.get(sheet) ?? book.read(sheet);
    known.set(sheet, cells);
    return cells;
  };
}

function resultOf(
  { file }: ImportRequest,
  plan: ImportPlan,
  parts: readonly MergedPart[],
  more: Pick<ImportResult, "issues" | "notes" | "questions">,
): ImportResult {
  const main = parts[0];
  const merge = main?.merge;
  return {
    file,
    source: plan.source.name,
    table: plan.stages ? "stages" : main?.part.table.name,
    sheet: plan.stages ? "Stages" : main?.part.table.sheet,
    mapping: plan.mapping.map(({ heading, field, how }) => ({ heading, field, how })),
    questions: [
      ...plan.questions,
      ...more.questions,
      ...parts.flatMap(({ questions }) => questions),
    ],
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
