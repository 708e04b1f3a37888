import { isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { quotas } from "../../tables/quotas.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import { keyOf } from "../../tables/records/recordKey.ts";
import { sameValue } from "../../tables/records/sameValue.ts";
import { reps } from "../../tables/reps.ts";
import type { Table } from "../../tables/table.ts";
import type { Book } from "../sheets/book.ts";
import { rememberEdit } from "../sheets/editMemory.ts";
import { conflictError, type RecordEdit, readRecords, saveRecords } from "../sheets/saveRecords.ts";
import type { SettingsFile } from "../start/healthTypes.ts";
import { QUOTA_FIELDS } from "../team/quotaEdits.ts";
import { TEAM_FIELDS } from "../team/teamPerson.ts";
import type { SettingRow } from "./settingsTypes.ts";

type FileSheet = { readonly columns: readonly string[]; readonly rows: readonly SettingRow[] };

type Part<Row extends object> = {
  readonly table: Table<Row>;
  /** The columns that the panel edits; others are the CRM's and stay out of the file. */
  readonly fields: readonly (keyof Row & string)[];
};

const TEAM: Part<object> = { table: reps, fields: TEAM_FIELDS } as unknown as Part<object>;
const QUOTAS: Part<object> = { table: quotas, fields: QUOTA_FIELDS } as unknown as Part<object>;
const PARTS = { reps: TEAM, quotas: QUOTAS } as const;

type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

/** What a file would change in the people and quotas of this spreadsheet. */
export type FileRecords = {
  readonly part: Part<object>;
  readonly edits: readonly RecordEdit<object>[];
};

const columnsOf = ({ table, fields }: Part<object>) =>
  table.columns.filter(({ field }) => fields.includes(field as never));

/** The people and the quotas, with days as ISO text and shares as percents. */
export function exportRecords(book: Book): NonNullable<SettingsFile["records"]> {
  const records: Partial<Record<PartName, FileSheet>> = {};
  for (const name of NAMES) {
    const part = PARTS[name];
    const rows = readRecords(book, part.table)?.rows ?? [];
    const columns = columnsOf(part).filter(({ field }) =>
      rows.some((row) => row[field] !== undefined),
    );
    if (rows.length === 0) continue;
    records[name] = {
      columns: columns.map(({ label }) => label),
      rows: rows.map((row) =>
        columns.map(({ field, kind }): SettingRow[number] => {
          const value: unknown = row[field];
          if (value === undefined) return "";
          if (kind === "date") return isoFromDay(value as number);
          // A column of 1 alone could be shares or percents.
          if (kind === "fraction") return `${Number(((value as number) * 100).toPrecision(12))}%`;
          return value as SettingRow[number];
        }),
      ),
    };
  }
  return records;
}

/** Records of the file that are new here or differ; those that the file does not name stay as they are. */
export function recordEdits(
  book: Book,
  sheets: Readonly<Partial<Record<PartName, FileSheet>>>,
): FileRecords[] {
  return NAMES.flatMap((name) => {
    const sheet = sheets[name];
    return sheet ? [{ part: PARTS[name], edits: editsOf(book, PARTS[name], sheet) }] : [];
  });
}

function editsOf(
  book: Book,
  part: Part<object>,
  { columns, rows }: FileSheet,
): RecordEdit<object>[] {
  const { table } = part;
  const read = readTable(table, [columns, ...rows]);
  const [issue] = read.issues;
  if (issue) {
    const place = `${table.sheet}${issue.row === undefined ? "" : `, row ${issue.row}`}`;
    throw new InputError(`${place} of the file: ${issue.message} Nothing was changed.`);
  }
  const now = new Map(readRecords(book, table)?.rows.map((row) => [keyOf(table, row), row]));
  return read.rows.flatMap((row): RecordEdit<object>[] => {
    const before = now.get(keyOf(table, row));
    if (!before) return [{ after: row }];
    const isSame = columnsOf(part).every(
      ({ field, kind }) => !read.fields.has(field) || sameValue(kind, before[field], row[field]),
    );
    return isSame ? [] : [{ before, after: { ...before, ...row } }];
  });
}

/** Writes what the file says, each sheet so that its own panel can take it back. */
export function writeRecords(book: Book, { part, edits }: FileRecords): void {
  const { table, fields } = part;
  const conflicts = saveRecords(book, table, fields, edits, (row) => keyOf(table, row));
  if (conflicts.length > 0) throw conflictError(table.sheet, conflicts);
  rememberEdit(book, table.sheet, edits);
}
