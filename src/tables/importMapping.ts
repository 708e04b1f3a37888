import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

/** One choice that a person made about a kind of file; it holds for the next export too. */
export type ImportMappingRow = {
  readonly source: string;
  readonly table: string;
  readonly topic: string;
  readonly from: string;
  readonly to?: string;
};

const { text } = columnsOf<ImportMappingRow>();

export const importMapping: Table<ImportMappingRow> = {
  name: "importMapping",
  sheet: "Import mapping",
  about: "Choices made while importing: which column is which, and what values mean.",
  key: ["source", "table", "topic", "from"],
  columns: [
    text("source", "Source", "key", "The CRM that the file comes from."),
    text("table", "Table", "key", "The table that the file holds."),
    text(
      "topic",
      "Topic",
      "key",
      "field: what a heading means; column: which heading gives a column; owner, stage and category: what a value means.",
    ),
    text("from", "From", "key", "The heading, column or value."),
    text("to", "To", "required", "What it was taken for; none: it is not taken over."),
  ],
  mode: "append",
};
