import { InputError } from "../../core/inputError.ts";
import { subjects } from "../../settings/catalog.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import { SETTINGS_VERSION } from "../../settings/version.ts";
import { underLock } from "../calls/lock.ts";
import { Book } from "../sheets/book.ts";
import type {
  ImportSettingsRequest,
  ImportSettingsResult,
  SettingsFile,
} from "../start/healthTypes.ts";
import { exportRecords, recordEdits, writeRecords } from "./settingsFileRecords.ts";
import { saveEdits } from "./settingsSave.ts";
import { createSettingsSheets, type FirstSettings } from "./settingsSheets.ts";
import { readSubject, rowsOf, subjectOf } from "./settingsState.ts";
import type { SettingRow, SettingsEdit, SubjectName } from "./settingsTypes.ts";

const APP = "RevOps for Sheets";
type FileEdit = SettingsEdit & { readonly value: unknown };
const names = Object.keys(subjects) as SubjectName[];

/** What the settings sheets say; a sheet that is not there counts with its defaults. */
export function exportSettings(book: Book): SettingsFile {
  const settings: Partial<Record<SubjectName, { columns: string[]; rows: SettingRow[] }>> = {};
  for (const name of names) {
    const { columns, toCells } = subjectOf(name);
    const rows = rowsOf(toCells(readSubject(book, name).value));
    settings[name] = { columns: columns.map(({ label }) => label), rows };
  }
  return { app: APP, version: SETTINGS_VERSION, settings, records: exportRecords(book) };
}

function isRow(row: unknown): row is SettingRow {
  return (
    Array.isArray(row) && row.every((cell) => ["string", "number", "boolean"].includes(typeof cell))
  );
}

type Sheet = { readonly columns: readonly string[]; readonly rows: readonly SettingRow[] };

function isSheet(sheet: unknown): sheet is Sheet {
  const { columns, rows } = (sheet ?? {}) as Record<string, unknown>;
  return isRow(columns) && Array.isArray(rows) && rows.every(isRow);
}

type Parsed = {
  readonly settings: Record<string, unknown>;
  readonly records: Parameters<typeof recordEdits>[1];
};

function parsed(text: string): Parsed {
  const refusal = new InputError(
    "This is no file of RevOps settings; choose one that Export settings has made. Nothing was changed.",
  );
  let file: Partial<SettingsFile> | null;
  try {
    file = JSON.parse(text) as Partial<SettingsFile> | null;
  } catch {
    throw refusal;
  }
  if (file?.app !== APP || typeof file.settings !== "object" || file.settings === null)
    throw refusal;
  if (typeof file.version !== "number" || file.version > SETTINGS_VERSION) {
    throw new InputError(
      "The file was made by a newer version of the add-on; update the add-on and try again. Nothing was changed.",
    );
  }
  const { records = {} } = file;
  for (const sheet of [records.reps, records.quotas]) {
    if (sheet !== undefined && !isSheet(sheet)) throw refusal;
  }
  return { settings: file.settings, records };
}

/** Checks everything in the file first; then all of it is written, or nothing. */
export function importSettings({ text, preview }: ImportSettingsRequest): ImportSettingsResult {
  const { settings, records } = parsed(text);
  const book = new Book();
  const edits: FileEdit[] = [];
  const unchanged: string[] = [];
  for (const name of names) {
    if (settings[name] === undefined) continue;
    const edit = editOf(book, name, settings[name]);
    if (edit) edits.push(edit);
    else unchanged.push(subjectOf(name).sheet);
  }
  const unknown = Object.keys(settings).filter((name) => !names.includes(name as SubjectName));
  const people = recordEdits(book, records);
  const moved = people.filter(({ edits: own }) => own.length > 0);
  const result = {
    changed: [
      ...edits.map(({ subject }) => subjectOf(subject).sheet),
      ...moved.map(({ part }) => part.table.sheet),
    ],
    unchanged: [
      ...unchanged,
      ...people.filter((one) => !moved.includes(one)).map(({ part }) => part.table.sheet),
    ],
    notes: unknown.length === 0 ? [] : [`Not known here and left out: ${unknown.join(", ")}.`],
  };
  if (preview || result.changed.length === 0) return result;
  if (edits.length > 0) writeEdits(book, edits);
  if (moved.length > 0) {
    underLock(() => {
      const fresh = new Book();
      for (const one of moved) writeRecords(fresh, one);
    });
  }
  return result;
}

function writeEdits(book: Book, edits: readonly FileEdit[]): void {
  const existing = edits.filter(({ subject }) => book.find(subjectOf(subject).sheet));
  const missing = edits.filter((edit) => !existing.includes(edit));
  // A sheet that is made anew has the file's order of rows as well.
  if (missing.length > 0) underLock(() => createSettingsSheets(firstOf(missing), new Book()));
  if (existing.length === 0) return;
  const saved = saveEdits(existing);
  if (saved.saved) return;
  const [problem] = saved.problems;
  throw new InputError(
    problem
      ? `${subjectOf(problem.subject).sheet}: ${problem.message} Nothing was changed.`
      : "Somebody changed the settings meanwhile; nothing was changed, try again.",
  );
}

function firstOf(edits: readonly FileEdit[]): FirstSettings {
  return Object.fromEntries(edits.map(({ subject, value }) => [subject, value])) as FirstSettings;
}

/** Rows whatever their order: a sheet keeps its own. */
const content = (rows: readonly SettingRow[]) =>
  rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join("\n");

/** Undefined where the file says what the sheet says already. */
function editOf(book: Book, name: SubjectName, part: unknown): FileEdit | undefined {
  const subject = subjectOf(name);
  if (!isSheet(part)) {
    throw new InputError(
      `The file's part about ${subject.sheet} cannot be read. Nothing was changed.`,
    );
  }
  const { value, issues } = subject.read([part.columns, ...part.rows]);
  const [issue] = issues;
  if (issue) {
    const place = `${subject.sheet}${issue.row === undefined ? "" : `, row ${issue.row}`}`;
    throw new InputError(`${place} of the file: ${issue.message} Nothing was changed.`);
  }
  const now = readSubject(book, name).value;
  const rows = rowsOf(subject.toCells(value));
  if (content(rows) === content(rowsOf(subject.toCells(now)))) return undefined;
  return { subject: name, rows, value, basedOn: settingsHash(now) };
}
