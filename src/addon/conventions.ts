import { type Conventions, conventionsOf } from "../tables/conventions.ts";
import type { Book } from "./book.ts";
import { readSettingsSheets } from "./settingsSheets.ts";

/** How the spreadsheet's own cells are read: by its locale, names of periods by the fiscal calendar of its settings. */
export function conventionsOfBook(book: Book): Conventions {
  return {
    ...conventionsOf(book.locale()),
    calendar: () => readSettingsSheets(book).settings.calendar,
  };
}
