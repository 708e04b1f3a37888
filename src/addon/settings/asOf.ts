import type { Day } from "../../core/calendar/day.ts";
import { dealStatus } from "../../core/deals/dealStatus.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { InputError } from "../../core/inputError.ts";
import { subjects } from "../../settings/catalog.ts";
import { AS_OF_LABEL } from "../../settings/reportOptions.ts";
import type { Settings } from "../../settings/settings.ts";
import { importLog } from "../../tables/importLog.ts";
import { isDateCell } from "../../tables/reading/cell.ts";
import { latestEvent } from "../../tables/records/defaultAsOf.ts";
import type { Tables } from "../../tables/tables.ts";
import { importLogRows } from "../imports/importLogRows.ts";
import { Book } from "../sheets/book.ts";
import { IN_USE } from "./asOfFormula.ts";

/**
 * The day that figures are stated for: the setting, else the newest dated import, else the latest day on which
 * anything happened in the data. Never the clock. All files count, whichever sheets a report happens to read.
 */
export function asOfDay(settings: Settings, tables: Tables, book?: Book): Day {
  const day = knownAsOf(settings, tables, book);
  if (day !== undefined) return day;
  if (!Object.values(tables).some((table) => (table?.rows.length ?? 0) > 0)) {
    throw new InputError(
      "There is no CRM data for this yet; import an export first, with RevOps > Import a CRM export.",
    );
  }
  throw new InputError(
    "No as-of date can be told, since there is no dated CRM data yet; import an export, or set the as-of date in Report options.",
  );
}

/** The same; undefined where nothing tells it. */
export function knownAsOf(settings: Settings, tables: Tables, book?: Book): Day | undefined {
  if (settings.asOf !== undefined) return settings.asOf;
  const read = book ?? new Book();
  return dayInUse(read) ?? importedDay(read) ?? latestEventDay(settings, tables);
}

/** The latest day on which anything happened in the data; undefined when nothing in it has a date. */
export function latestEventDay(
  settings: Pick<Settings, "stages">,
  tables: Tables,
): Day | undefined {
  const stages = stageIndex(settings.stages);
  return latestEvent(
    tables,
    (deal) => dealStatus(deal, stages.find(deal.pipeline, deal.stage)) !== "open",
  );
}

/** The day in use, which stands beside the setting by the same rule: who has read that sheet need not read the log. */
function dayInUse(book: Book): Day | undefined {
  const cells = book.readAgain(subjects.reportOptions.sheet);
  const cell = cells.find(([label]) => label === AS_OF_LABEL)?.[cells[0]?.indexOf(IN_USE) ?? -1];
  return isDateCell(cell) ? Math.floor(cell.moment) : undefined;
}

/** What the Import log says: the newest date that an import was given, else the latest event in any file. */
function importedDay(book: Book): Day | undefined {
  const rows = importLogRows(book.read(importLog.sheet));
  return latest(rows.map(({ date }) => date)) ?? latest(rows.map(({ latestEvent }) => latestEvent));
}

function latest(days: readonly (Day | undefined)[]): Day | undefined {
  let last: Day | undefined;
  for (const day of days) if (day !== undefined && (last === undefined || day > last)) last = day;
  return last;
}
