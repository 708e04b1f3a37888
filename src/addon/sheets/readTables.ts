import { tables as catalog } from "../../tables/catalog.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import type { TableData, TableName } from "../../tables/table.ts";
import type { Tables } from "../../tables/tables.ts";
import { Book } from "./book.ts";
import { conventionsOfBook } from "./conventions.ts";

/** The CRM sheets of those tables, each read once; a table without a sheet or without rows is left out. */
export function readTables(names: readonly TableName[], book: Book = new Book()): Tables {
  const locale = conventionsOfBook(book);
  const read: Partial<Record<TableName, TableData<unknown>>> = {};
  for (const table of catalog) {
    const cells = names.includes(table.name) ? book.read(table.sheet) : [];
    if (cells.length > 1) read[table.name] = readTable(table, cells, { locale });
  }
  // Each entry was read with its own table, so its rows are of that table's type.
  return read as Tables;
}
