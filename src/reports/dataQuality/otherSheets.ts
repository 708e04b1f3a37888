import { accounts } from "../../tables/accounts.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { contacts } from "../../tables/contacts.ts";
import { leads } from "../../tables/leads.ts";
import type { TableData } from "../../tables/table.ts";
import { tickets } from "../../tables/tickets.ts";
import type { Book } from "../book.ts";
import { type Failing, joined } from "./check.ts";

type Row = Readonly<Record<string, unknown>>;

/** Records of a sheet other than deals, as checks see them. */
export type Records = {
  readonly table: AnyTable;
  readonly data: TableData<Row>;
  /** The failing record with what was found. */
  readonly failing: (row: Row, found: string) => Failing;
};

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Leads, contacts, accounts and tickets that the workbook has. */
export function otherSheets(book: Book): readonly Records[] {
  const { tables } = book.request;
  const all: readonly [AnyTable, unknown, (row: Row) => string | undefined][] = [
    [
      leads,
      tables.leads,
      (row) => joined(text(row.firstName), text(row.lastName)) ?? text(row.company),
    ],
    [contacts, tables.contacts, (row) => joined(text(row.firstName), text(row.lastName))],
    [accounts, tables.accounts, (row) => text(row.accountName)],
    [tickets, tables.tickets, (row) => text(row.subject)],
  ];
  return all.flatMap(([table, data, nameOf]): Records[] => {
    const found = data as TableData<Row> | undefined;
    if (found === undefined || found.rows.length === 0) return [];
    const [key = ""] = table.key;
    const owners = new Map<string, string>();
    const ownerOf = (row: Row): string | undefined => {
      const owner = text(row.owner);
      if (owner === undefined || owner === "") return undefined;
      const known = owners.get(owner) ?? book.people.find(owner).label;
      owners.set(owner, known);
      return known;
    };
    return [
      {
        table,
        data: found,
        failing: (row, what) => {
          const id = text(row[key]) ?? "";
          return { id, name: nameOf(row) ?? id, owner: ownerOf(row), found: what };
        },
      },
    ];
  });
}
