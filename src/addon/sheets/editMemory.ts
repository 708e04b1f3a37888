import { InputError } from "../../core/inputError.ts";
import type { Book } from "./book.ts";
import { type MemoryKey, openMemory } from "./memory.ts";

/** Marks what was remembered for edits made in the sidebar, beside the runs of reports. */
export const EDIT = "edit";

function edits(keys: readonly MemoryKey[], sheetId: number): MemoryKey[] {
  return keys.filter((key) => key.sheetId === sheetId && key.report === EDIT);
}

/** Remembers what an edit of a sheet changed, so that it can be taken back. */
export function rememberEdit(book: Book, sheetName: string, edit: unknown): void {
  const sheetId = book.find(sheetName)?.getSheetId();
  if (sheetId === undefined) return;
  const memory = openMemory(book);
  const [last] = edits(memory.keys, sheetId);
  memory.write(
    { sheetId, report: EDIT, period: "", run: (last?.run ?? 0) + 1 },
    JSON.stringify(edit),
  );
  book.showAgain();
}

/** Takes back the last edit of a sheet with `takeBack`, and forgets it when that worked. */
export function takeBackEdit<Edit, Result>(
  book: Book,
  sheetName: string,
  takeBack: (edit: Edit) => Result,
): Result {
  const sheetId = book.find(sheetName)?.getSheetId();
  const memory = openMemory(book);
  const [last] = sheetId === undefined ? [] : edits(memory.keys, sheetId);
  if (!last) throw new InputError(`There is no saved change of ${sheetName} to take back.`);
  const result = takeBack(JSON.parse(memory.read(last)) as Edit);
  memory.forget(last);
  return result;
}

/** Whether the last edit of a sheet can be taken back. */
export function hasEdit(book: Book, sheetName: string): boolean {
  const sheetId = book.find(sheetName)?.getSheetId();
  return sheetId !== undefined && edits(openMemory(book).keys, sheetId).length > 0;
}
