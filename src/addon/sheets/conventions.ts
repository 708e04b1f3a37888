import { type Conventions, conventionsOf } from "../../tables/reading/conventions.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import type { Book } from "./book.ts";

/** How the spreadsheet's own cells are read: by its locale, names of periods by the fiscal calendar of its settings. */
export function conventionsOfBook(book: Book): Conventions {
  return {
    ...conventionsOf(book.locale()),
    calendar: () => readSettingsSheets(book).settings.calendar,
  };
}
