import { dealHistory } from "../../core/history/dealHistory.ts";
import { InputError } from "../../core/inputError.ts";
import { dealLives } from "../../core/probability/dealLife.ts";
import { asOfDay } from "../settings/asOf.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import type { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";

/** What the fits of a model look at: the deals, their lives by snapshots and history, and the settings. */
export function dealsToFit(book: Book) {
  const { settings } = readSettingsSheets(book);
  const tables = readTables(["opportunities", "opportunityHistory", "snapshots"], book);
  const deals = tables.opportunities?.rows;
  if (!deals) {
    throw new InputError("There are no opportunities yet; import a CRM export first.");
  }
  const asOf = asOfDay(settings, tables, book);
  const history = dealHistory({
    deals,
    snapshots: tables.snapshots?.rows ?? [],
    changes: tables.opportunityHistory?.rows ?? [],
    stages: settings.stages,
    options: settings.options,
    asOf,
  });
  return { settings, tables, deals, lives: dealLives(history, deals), asOf };
}
