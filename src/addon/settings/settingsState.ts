import { isoFromDay } from "../../core/calendar/day.ts";
import { subjects } from "../../settings/catalog.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import type { Read, SettingCells, Subject } from "../../settings/subject.ts";
import { type Cell, isDateCell } from "../../tables/reading/cell.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import type { Book } from "../sheets/book.ts";
import { hasEdit } from "../sheets/editMemory.ts";
import type { SettingProblem, SettingRow, SubjectName, SubjectState } from "./settingsTypes.ts";

/** The catalog pairs each name with a subject of its own value type; here all are treated alike. */
export function subjectOf(name: SubjectName): Subject<unknown> {
  return subjects[name] as unknown as Subject<unknown>;
}

const plain = (cell: Cell) => (isDateCell(cell) ? isoFromDay(cell.moment) : (cell ?? ""));

export function rowsOf(cells: SettingCells): SettingRow[] {
  return cells.slice(1).map((row) => row.map(plain));
}

function issueText({ row, column, message }: Issue): string {
  return `${[row === undefined ? "" : `Row ${row}`, column ?? ""].filter(Boolean).join(", ")}: ${message}`;
}

/** What the sheet of a subject says now; its defaults where it is missing. */
export function readSubject(book: Book, name: SubjectName): Read<unknown> {
  const subject = subjectOf(name);
  const cells = book.read(subject.sheet);
  return subject.read(cells.length > 0 ? cells : undefined);
}

export function stateOf(book: Book, name: SubjectName): SubjectState {
  const { sheet, columns, lines, key, toCells } = subjectOf(name);
  const { value, issues } = readSubject(book, name);
  return {
    subject: name,
    sheet,
    columns: columns.map(({ label, about, input }) => ({ label, about, input: allowed(input) })),
    lines: lines.map(({ label, about, source, input }) => ({
      label,
      about,
      source,
      input: allowed(input),
    })),
    key,
    rows: rowsOf(toCells(value)),
    hash: settingsHash(value),
    unreadable: issues.map(issueText),
    canUndo: hasEdit(book, sheet),
  };
}

/** Functions do not cross to the sidebar. */
function allowed<Input extends SubjectState["columns"][number]["input"]>(input: Input): Input {
  if (!input) return input;
  const { kind, expected, choices, minimum, maximum } = input;
  return { kind, expected, choices, minimum, maximum } as Input;
}

/** What edited rows say, read as the sheet would be, and what is wrong with them. */
export function readRows(
  name: SubjectName,
  rows: readonly SettingRow[],
): { value: unknown; problems: SettingProblem[] } {
  const { columns, read } = subjectOf(name);
  const header = columns.map(({ label }) => label);
  const { value, issues } = read([header, ...rows]);
  const problems = issues.map(({ row, column, message }) => ({
    subject: name,
    row: row === undefined || row < 2 ? undefined : row - 2,
    column,
    message,
  }));
  return { value, problems };
}
