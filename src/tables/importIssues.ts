import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

/** One cell or row that an import could not read. */
export type ImportIssueRow = {
  readonly importId: string;
  readonly file: string;
  readonly table?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly message: string;
  readonly remedy?: string;
  readonly rejected?: boolean;
};

const { text, number, boolean } = columnsOf<ImportIssueRow>();

export const importIssues: Table<ImportIssueRow> = {
  name: "importIssues",
  sheet: "Import issues",
  about: "What could not be read, and what to do about it.",
  key: ["importId", "row", "column", "message"],
  columns: [
    text("table", "Table", "optional", "The sheet it belongs to."),
    number("row", "Row", "optional", "Row of the file.", "", [1, 1e9]),
    text("column", "Column", "optional", "Heading of the column."),
    text("value", "Value", "optional", "What was found."),
    text("message", "Problem", "required", "What is wrong."),
    text("remedy", "Remedy", "recommended", "What to do about it."),
    boolean(
      "rejected",
      "Record left out",
      "optional",
      "TRUE: the whole record was left out; FALSE: only the field is blank.",
    ),
    text("file", "File", "required", "The file or tab."),
    text("importId", "Import ID", "key", "The import that found it."),
  ],
  mode: "append",
};
