import { isoFromDay } from "../../core/calendar/day.ts";
import { accountSupport as supportOfAccounts } from "../../core/customers/accountSupport.ts";
import { InputError } from "../../core/inputError.ts";
import { sayCount } from "../../reports/parts/words.ts";
import { accountSupport } from "../../tables/accountSupport.ts";
import { underLock } from "../calls/lock.ts";
import { readReportSettings } from "../reports/reportSettings.ts";
import { asOfDay } from "../settings/asOf.ts";
import { Book } from "../sheets/book.ts";
import { keepRows } from "../sheets/keepRows.ts";
import { readTables } from "../sheets/readTables.ts";

/**
 * Computes what tickets say of each account into a sheet of its own, where formulas look it up: imported sheets stay as
 * the CRM has them, and what a person added beside a row stays with it. Returns what it did in a sentence.
 */
export function refreshSupport(): string {
  return underLock(() => {
    const book = new Book();
    const tables = readTables(["accounts", "tickets"], book);
    const tickets = tables.tickets?.rows ?? [];
    if (tickets.length === 0)
      throw new InputError(
        "There are no tickets to compute support fields from; import an export of tickets first.",
      );
    const { settings } = readReportSettings(book);
    const asOf = asOfDay(settings, tables, book);
    const rows = supportOfAccounts(tables.accounts?.rows ?? [], tickets, asOf);
    const unnamed = tickets.filter(({ accountId }) => !accountId).length;
    const fields = accountSupport.columns.map(({ field }) => field);
    const dated = rows.map((row) => ({ ...row, asOf }));
    keepRows(book, [{ table: accountSupport.name, fields, rows: dated }]);
    book.showAgain();
    const open = rows.reduce((sum, row) => sum + row.open, 0);
    const rest =
      unnamed === 0 ? "" : ` ${sayCount(unnamed, "ticket")} without an account left out.`;
    return `${accountSupport.sheet}: ${sayCount(rows.length, "account")}, ${sayCount(open, "open ticket")}, as of ${isoFromDay(asOf)}.${rest}`;
  });
}
