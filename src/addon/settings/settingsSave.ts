import { InputError } from "../../core/inputError.ts";
import type { SubjectValue } from "../../settings/catalog.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import { isNote, type SettingCells } from "../../settings/subject.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { underLock } from "../calls/lock.ts";
import { Book } from "../sheets/book.ts";
import { rememberEdit, takeBackEdit } from "../sheets/editMemory.ts";
import { createSettingsSheets, writeSettings } from "./settingsSheets.ts";
import { readRows, readSubject, stateOf, subjectOf } from "./settingsState.ts";
import type {
  SaveResult,
  SettingProblem,
  SettingsEdit,
  SubjectName,
  SubjectState,
} from "./settingsTypes.ts";

type Edit = Pick<SettingsEdit, "subject" | "basedOn" | "from"> & { readonly value: unknown };

/** What is kept of a save: the sheet's rows before it, how those that were renamed are called now, and the state it left. */
type Kept = { readonly before: SettingCells; readonly now: SettingCells; readonly after: string };

/**
 * Saves one subject, unless somebody else has changed it since the state that the edit was based on, or something in
 * it is wrong; then nothing is written and the answer says what.
 */
export function saveSettings<Id extends SubjectName>(
  subject: Id,
  value: SubjectValue<Id>,
  basedOn: string,
): SaveResult {
  return underLock(() => save([{ subject, value, basedOn }], []));
}

/** Saves what was edited in a panel: all of it or nothing. */
export function saveEdits(edits: readonly SettingsEdit[]): SaveResult {
  const read = edits.map(({ subject, rows, basedOn, from }) => {
    if (!subjectOf(subject)) throw new InputError(`There is no setting called ${subject}.`);
    return { subject, basedOn, from, ...readRows(subject, rows) };
  });
  const problems = read.flatMap((edit) => edit.problems);
  if (problems.length > 0) return { saved: false, problems, changed: [] };
  return underLock(() => save(read, problems));
}

function save(edits: readonly Edit[], problems: readonly SettingProblem[]): SaveResult {
  const book = new Book();
  const changed = edits.filter(
    ({ subject, basedOn }) => settingsHash(readSubject(book, subject).value) !== basedOn,
  );
  if (changed.length > 0) {
    const states = changed.map(({ subject }) => stateOf(book, subject));
    return { saved: false, problems, changed: states };
  }
  createSettingsSheets({}, book);
  for (const edit of edits) write(book, edit);
  return { saved: true, states: edits.map(({ subject }) => stateOf(book, subject)) };
}

function write(book: Book, { subject, value, from }: Edit): void {
  const { sheet, toCells } = subjectOf(subject);
  const before = ownRows(book, subject);
  const written = toCells(value);
  const [known, now] = [[...written], [...before]];
  // Rows that a reader left out or put in another order are told apart by their names alone.
  if (from?.length === written.length - 1) {
    from.forEach((place, at) => {
      const [old, fresh] = [before[(place ?? -2) + 1], written[at + 1]];
      if (!old || !fresh) return;
      known[at + 1] = old;
      now[(place ?? 0) + 1] = fresh;
    });
  }
  // Which value belongs to which subject is known where the edit is made.
  writeSettings(subject, value as never, book, written, known);
  const kept: Kept = { before, now, after: settingsHash(readSubject(book, subject).value) };
  rememberEdit(book, sheet, kept);
}

/** Rows of the sheet in the subject's columns, with the notes that a person wrote in them. */
function ownRows(book: Book, name: SubjectName): SettingCells {
  const { columns, read, sheet, toCells } = subjectOf(name);
  const cells = book.read(sheet);
  const value = toCells(read(cells).value);
  const notes = columns.flatMap(({ label }, at) => (isNote(label) ? [at] : []));
  if (notes.length === 0) return value;
  const header = (cells[0] ?? []).map(String);
  const places = columns.map(({ label }) => header.indexOf(label));
  const own = cells.map((row) => places.map((place) => row[place] ?? ""));
  const identity = (row: readonly Cell[]) =>
    JSON.stringify(row.filter((_, at) => !notes.includes(at)));
  const known = new Map(own.map((row) => [identity(row), row]));
  return value.map((row) => known.get(identity(row)) ?? row);
}

/** Takes back the last save of a subject; not when its sheet was changed by somebody since. */
export function undoSettings(subject: SubjectName): SubjectState {
  return underLock(() => {
    const book = new Book();
    const { sheet, read } = subjectOf(subject);
    takeBackEdit(book, sheet, ({ before, now, after }: Kept) => {
      if (settingsHash(readSubject(book, subject).value) !== after) {
        throw new InputError(
          `The sheet ${sheet} was changed after the last save, so that save was not taken back; change the sheet itself.`,
        );
      }
      writeSettings(subject, read(before).value as never, book, before, now);
    });
    return stateOf(book, subject);
  });
}
