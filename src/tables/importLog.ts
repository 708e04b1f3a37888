import type { Day, Moment } from "../core/calendar/day.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

/** One import of one file or tab. */
export type ImportLogRow = {
  readonly importId: string;
  readonly importedAt?: Moment;
  /** The day the export was made. */
  readonly date?: Day;
  readonly file: string;
  readonly table?: string;
  readonly source?: string;
  readonly read?: number;
  readonly added?: number;
  readonly changed?: number;
  readonly unchanged?: number;
  readonly gone?: number;
  readonly returned?: number;
  readonly rejected?: number;
  readonly skippedLines?: number;
  readonly notes?: string;
  readonly mapping?: string;
  /** The latest day on which anything happened in the file. */
  readonly latestEvent?: Day;
};

const { text, number, date, datetime } = columnsOf<ImportLogRow>();
const count: readonly [number, number] = [0, 1e9];

export const importLog: Table<ImportLogRow> = {
  name: "importLog",
  sheet: "Import log",
  about: "Every import with its counts.",
  key: ["importId"],
  columns: [
    text("importId", "Import ID", "key", "Names the import."),
    datetime("importedAt", "Imported At", "required", "When it ran."),
    date("date", "Date", "optional", "The day the export was made."),
    text("file", "File", "required", "The file or tab."),
    text("table", "Table", "optional", "The sheet it went to."),
    text("source", "Source", "optional", "The CRM it came from."),
    number("read", "Read", "optional", "Records read.", "", count),
    number("added", "New", "optional", "Records that were not known.", "", count),
    number("changed", "Changed", "optional", "Records that changed.", "", count),
    number("unchanged", "Unchanged", "optional", "Records that stayed the same.", "", count),
    number("gone", "Gone", "optional", "Known records missing from a complete file.", "", count),
    number("returned", "Returned", "optional", "Gone records that came back.", "", count),
    number(
      "rejected",
      "Rejected",
      "optional",
      "Records left out; the Import issues sheet says why.",
      "",
      count,
    ),
    number("skippedLines", "Skipped Lines", "optional", "Titles, totals and footers.", "", count),
    text("notes", "Notes", "optional", "What was decided."),
    text("mapping", "Mapping", "optional", "Which heading went to which column."),
    date(
      "latestEvent",
      "Latest Event",
      "optional",
      "The latest day on which anything happened in the file.",
    ),
  ],
  mode: "append",
};
