import { InputError } from "../../core/inputError.ts";
import { recordKey } from "../../core/recordKey.ts";
import { isBlank } from "../../tables/reading/cell.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import { needlessSnapshots } from "../../tables/records/compactSnapshots.ts";
import { snapshots } from "../../tables/snapshots.ts";
import { underLock } from "../calls/lock.ts";
import { appended } from "../sheets/appendTable.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { prepareTable, writeTable } from "../sheets/tableSheet.ts";

/** Rows that stay free below the snapshots. */
const SPARE_ROWS = 200;

/** Takes out the snapshots that no answer about any day needs and gives their room back. Returns what it did in a sentence. */
export function compactSnapshots(): string {
  return underLock(() => {
    const book = new Book();
    const [header = [], ...lines] = book.read(snapshots.sheet);
    const { snapshots: frozen, opportunityHistory } = readTables(
      ["snapshots", "opportunityHistory"],
      book,
    );
    if (!frozen || frozen.rows.length === 0)
      throw new InputError("There are no snapshots yet; every import takes one.");
    const changed = new Set(
      (opportunityHistory?.rows ?? []).map(({ opportunityId }) => recordKey(opportunityId)),
    );
    const places = needlessSnapshots(frozen.rows, (id) => changed.has(recordKey(id)));
    const gone = new Set([...places].map((at) => frozen.rowNumbers[at]));
    const kept = lines.filter((line, at) => !gone.has(at + 2) && !line.every(isBlank));
    if (gone.size === 0) return `None of ${frozen.rows.length} snapshots can be spared.`;
    const rest = appended(snapshots, [header, ...kept], []);
    const blank = new Array<undefined>(rest.header.length).fill(undefined);
    // What stood in the rows that become free is written over.
    const free = Array.from({ length: lines.length - kept.length }, () => blank);
    const content = { ...rest, cells: [...rest.cells, ...free], unwritten: undefined };
    const foreign = header.findIndex(
      (heading, column) =>
        !content.ownColumns.includes(column) &&
        lines.some((line) => !isBlank(line[column])) &&
        !isBlank(heading),
    );
    if (foreign >= 0) {
      throw new InputError(
        `The sheet ${snapshots.sheet} has a column of your own, ${headingText(header[foreign])}, whose rows would no longer fit; move it to another sheet first.`,
      );
    }
    const prepared = prepareTable(book, snapshots, content);
    writeTable(book, prepared);
    book.resize(prepared.sheet, kept.length + 1 + SPARE_ROWS, book.columnsOf(prepared.sheet));
    book.showAgain();
    return `${gone.size} of ${frozen.rows.length} snapshots were not needed for any day and are gone.`;
  });
}
