import { accounts } from "../../tables/accounts.ts";
import { contacts } from "../../tables/contacts.ts";
import { leads } from "../../tables/leads.ts";
import type { Book } from "../book.ts";
import { share } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayHidden, sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportTable, Section, TableRow } from "../report.ts";
import { isFilled } from "./check.ts";
import { otherSheets } from "./otherSheets.ts";

/** Share of records with such a field from which a sheet is well enriched. */
const TARGET = 0.8;
const MOST_ACCOUNTS = 10;
/** What scoring, routing and segments ask of a company or person and a CRM's users seldom type. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  [leads.sheet]: ["company", "title", "industry", "employees", "revenue", "country"],
  [contacts.sheet]: ["title", "email", "phone"],
  [accounts.sheet]: ["industry", "employees", "annualRevenue", "country", "domain"],
};

const EMPTY = "No lead, contact or account has a column about the company or the person's role.";

type Gap = {
  readonly sheet: string;
  readonly label: string;
  readonly records: number;
  readonly filled: number;
};

function gapsOf(book: Book): Gap[] {
  return otherSheets(book)
    .flatMap(({ table, data }): Gap[] =>
      (WANTED[table.sheet] ?? []).flatMap((field) => {
        const column = table.columns.find((one) => one.field === field);
        if (column === undefined || !data.fields.has(field)) return [];
        // A converted lead is history.
        const rows = data.rows.filter((row) => row.converted !== true);
        const filled = rows.filter((row) => isFilled(row[field])).length;
        return rows.length === 0
          ? []
          : [{ sheet: table.sheet, label: column.label, records: rows.length, filled }];
      }),
    )
    .sort((a, b) => a.filled / a.records - b.filled / b.records);
}

function gapsTable(gaps: readonly Gap[]): ReportTable {
  return {
    id: "enrichment",
    columns: [
      { id: "sheet", label: "Sheet", format: "text", span: 2 },
      { id: "field", label: "Field", format: "text", span: 3 },
      { id: "records", label: "Records", format: "integer", span: 2 },
      { id: "blank", label: "Blank", format: "integer", span: 1, bar: true },
      { id: "share", label: "Filled", format: "percent", span: 1 },
      { id: "target", label: "Target", format: "percent", span: 1 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 2,
        status: { "▲ met": "good", "▼ missed": "bad" },
      },
    ],
    rows: gaps.map(
      ({ sheet, label, records, filled }): TableRow => ({
        key: `${sheet}/${label}`,
        cells: {
          sheet,
          field: label,
          records,
          blank: records - filled,
          share: share(filled, records),
          target: TARGET,
          state: filled / records >= TARGET ? "▲ met" : "▼ missed",
        },
        formulas: { share: "1-{@blank}/{@records}" },
      }),
    ),
    empty: EMPTY,
  };
}

type Wanting = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly missing: readonly string[];
  readonly open: number;
};

/** Accounts with open deals that lack what is wanted, the most open value first. */
function wantingOf(book: Book): Wanting[] {
  const { accounts: data } = book.request.tables;
  const known = accounts.columns.filter(
    ({ field }) => WANTED[accounts.sheet]?.includes(field) && data?.fields.has(field as never),
  );
  const open = new Map<string, number>();
  for (const { standing } of book.allOpen) {
    const { accountId, accountName } = standing.deal;
    const key = accountId || accountName;
    if (key) open.set(key, (open.get(key) ?? 0) + (standing.amount ?? 0));
  }
  return (data?.rows ?? [])
    .flatMap((row): Wanting[] => {
      const value = open.get(row.accountId) ?? open.get(row.accountName ?? "");
      if (value === undefined) return [];
      const missing = known.filter(({ field }) => !isFilled(row[field as keyof typeof row]));
      return missing.length === 0
        ? []
        : [
            {
              id: row.accountId,
              name: row.accountName ?? row.accountId,
              owner: book.people.find(row.owner).label,
              missing: missing.map(({ label }) => label),
              open: value,
            },
          ];
    })
    .sort((a, b) => b.open - a.open);
}

/** Accounts with open deals that lack something; undefined where no account says anything of that kind. */
export function undescribedAccounts(book: Book): number | undefined {
  const { accounts: data } = book.request.tables;
  const isTold = (WANTED[accounts.sheet] ?? []).some((field) => data?.fields.has(field as never));
  return isTold ? wantingOf(book).length : undefined;
}

/** How far companies and people are described, and which accounts to look up first. No outside service is asked. */
export function enrichment(book: Book): readonly Section[] {
  const gaps = gapsOf(book);
  const missed = gaps.filter(({ records, filled }) => filled / records < TARGET);
  const [worst] = gaps;
  const wanting = wantingOf(book);
  const first: Section = {
    id: "enrichment",
    heading: "Companies and people described",
    reading:
      worst === undefined
        ? EMPTY
        : missed.length === 0
          ? `Each of ${sayCount(gaps.length, "field")} is filled in ${sayPercent(TARGET)} of its records or more.`
          : `${missed.length} of ${sayCount(gaps.length, "field")} below the target: ${worst.label} is filled in ${sayPercent(worst.filled / worst.records)} of ${worst.sheet}.`,
    table: gapsTable(gaps),
  };
  if (wanting.length === 0) return [first];
  const value = wanting.reduce((sum, one) => sum + one.open, 0);
  return [
    first,
    {
      id: "to_enrich",
      heading: "Accounts to look up first",
      reading: `${sayCount(wanting.length, "account")} with ${sayMoney(value, book.currency)} of open value ${wanting.length === 1 ? "lacks" : "lack"} something.`,
      table: {
        id: "to_enrich",
        columns: [
          { id: "id", label: "Record", format: "text", span: 2 },
          { id: "name", label: "Account", format: "text", span: 3 },
          { id: "owner", label: "Owner", format: "text", span: 2 },
          { id: "missing", label: "Missing", format: "text", span: 3 },
          { id: "open", label: `Open value${unitOf(book)}`, format: "money", span: 2 },
        ],
        rows: wanting.slice(0, MOST_ACCOUNTS).map(
          ({ id, name, owner, missing, open }): TableRow => ({
            key: id,
            cells: { id, name, owner, missing: missing.join(", "), open },
          }),
        ),
        more: sayHidden(wanting.length - MOST_ACCOUNTS, "account", "with less open value"),
        empty: "Every account with open deals is described.",
      },
    },
  ];
}
