import type { AnyTable } from "../../tables/catalog.ts";
import { headingKey } from "../../tables/reading/header.ts";
import type { ColumnKind } from "../../tables/table.ts";

const formats: Readonly<Record<ColumnKind, string>> = {
  id: "@",
  text: "@",
  choice: "@",
  // With optional decimals, 60 would stand as "60.".
  number: "General",
  money: "#,##0.00",
  fraction: "0%",
  date: "yyyy-mm-dd",
  datetime: "yyyy-mm-dd hh:mm",
  boolean: "General",
};

/** The number format of a table's column by its heading; of a person's own columns, that of words. */
export function tableFormats({ columns }: AnyTable): (heading: string | undefined) => string {
  const kinds = new Map(columns.map(({ label, kind }) => [headingKey(label), kind]));
  return (heading = "") => formats[kinds.get(headingKey(heading)) ?? "text"];
}
