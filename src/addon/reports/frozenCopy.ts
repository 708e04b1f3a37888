import { InputError } from "../../core/inputError.ts";
import type { Book } from "../sheets/book.ts";

const GREY = "#80868b";

/**
 * A copy of a sheet that holds values alone: it reads the same for people without the add-on and does not change any
 * more. Returns its name.
 */
export function frozenCopy(book: Book, name: string): string {
  const sheet = book.find(name);
  if (!sheet) throw new InputError(`There is no sheet called ${name}; run the report first.`);
  const taken = new Set(book.sheets.map((one) => one.getName().toLowerCase()));
  let title = `${name} (copy)`;
  for (let number = 2; taken.has(title.toLowerCase()); number++) title = `${name} (copy ${number})`;
  const copy = sheet.copyTo(book.spreadsheet);
  copy.setName(title);
  const cells = copy.getDataRange();
  cells.copyTo(cells, SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
  copy.setTabColor(GREY);
  copy.activate();
  return title;
}
