import { isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { importLog } from "../../tables/importLog.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import { snapshots } from "../../tables/snapshots.ts";
import { underLock } from "../calls/lock.ts";
import { SNAPSHOT_SOURCE } from "../imports/importLogRows.ts";
import { readReportSettings } from "../reports/reportSettings.ts";
import { appended } from "../sheets/appendTable.ts";
import { Book } from "../sheets/book.ts";
import { prepareTable, writeTable } from "../sheets/tableSheet.ts";
import { snapshotContent } from "./snapshotContent.ts";

/**
 * Keeps how the deals stand today, as a dated import does: a row for each one that stands differently from its last
 * snapshot. It is no import, so the as-of date stays what the newest export says. Returns what it did in a sentence.
 */
export function takeSnapshot(): string {
  return underLock(() => {
    const book = new Book();
    const [header = [], ...cells] = book.read(opportunities.sheet);
    if (cells.length === 0)
      throw new InputError("There are no deals to take a snapshot of; import an export first.");
    const now = momentOfDate(new Date(), book.zone());
    const day = Math.floor(now);
    const log = book.read(importLog.sheet);
    const importId = `I${String(Math.max(1, log.length)).padStart(4, "0")}`;
    const { settings } = readReportSettings(book);
    const deals = { header: header.map(headingText), cells };
    const frozen = snapshotContent(deals, { settings, day, importId }, book.read(snapshots.sheet));
    if (!frozen) return `No deal stands differently from its last snapshot (${isoFromDay(day)}).`;
    const added = frozen.content.cells.length - Math.max(0, frozen.existing.length - 1);
    const entry = {
      importId,
      importedAt: now,
      file: `Snapshot of ${isoFromDay(day)}`,
      table: snapshots.sheet,
      source: SNAPSHOT_SOURCE,
      read: cells.length,
      added,
    };
    // Room for both comes first: a spreadsheet that is full refuses before anything is written.
    const prepared = [
      prepareTable(book, snapshots, frozen.content),
      prepareTable(book, importLog, appended(importLog, log, [entry])),
    ];
    for (const one of prepared) writeTable(book, one);
    book.showAgain();
    if (frozen.existing.length < 2)
      return `Snapshot of ${isoFromDay(day)}: the first one, of ${added} deals.`;
    return `Snapshot of ${isoFromDay(day)}: ${added} of ${cells.length} deals stand differently from before.`;
  });
}
