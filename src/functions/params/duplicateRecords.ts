import { companyData } from "../../core/duplicates/company.ts";
import { dealData } from "../../core/duplicates/dealData.ts";
import type { MatchData } from "../../core/duplicates/matchField.ts";
import { personData } from "../../core/duplicates/person.ts";
import type { Candidate } from "../../core/duplicates/survivor.ts";
import { InputError } from "../../core/inputError.ts";
import { accounts } from "../../tables/accounts.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { contacts } from "../../tables/contacts.ts";
import { leads } from "../../tables/leads.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { matchHeader } from "../../tables/reading/header.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import type { Cells } from "../customFunction.ts";
import { readRecords } from "./readRecords.ts";

type Row = Readonly<Record<string, unknown>>;

/** Records that can be compared with each other, whichever sheet they come from. */
type Kind = {
  readonly table: AnyTable;
  /** Tables whose id column may name the records. */
  readonly ids: readonly AnyTable[];
  readonly fields: readonly string[];
  /** Fields that no other kind has, and what a range without any of them counts for less: headings such as Name suit several kinds. */
  readonly own: readonly string[];
  readonly doubt: number;
  readonly name: readonly string[];
  readonly data: (rows: readonly never[]) => MatchData;
};

/** What a person has and a company has not. */
const PERSONAL = ["firstName", "lastName", "email"];
const ACTIVITY = ["lastActivity", "createdDate"];

const kinds: readonly Kind[] = [
  {
    table: leads,
    ids: [leads, contacts],
    fields: ["firstName", "lastName", "name", "company", "email", "phone", "website"],
    own: PERSONAL,
    doubt: 0.5,
    name: ["firstName", "lastName", "name"],
    data: personData,
  },
  {
    table: contacts,
    ids: [contacts, leads],
    fields: ["firstName", "lastName", "email", "phone", "mobile"],
    own: PERSONAL,
    doubt: 0.5,
    name: ["firstName", "lastName"],
    data: personData,
  },
  {
    table: accounts,
    ids: [accounts],
    fields: ["accountName", "domain", "phone", "city", "country", "postalCode"],
    own: [],
    doubt: 0,
    name: ["accountName"],
    data: companyData,
  },
  {
    table: opportunities,
    ids: [opportunities],
    fields: ["opportunityName", "accountName", "accountId", "closeDate", "amount", "owner"],
    own: ["closeDate", "amount"],
    doubt: 0.75,
    name: ["opportunityName"],
    data: dealData,
  },
];

export type ComparableRecord = Candidate & {
  /** The record's id, else its row in the range. */
  readonly id: string;
  readonly name: string;
  readonly isRead: boolean;
};

export type Comparable = {
  readonly kind: Kind;
  readonly records: readonly ComparableRecord[];
  readonly rows: readonly Row[];
};

/** What people are told apart by beside their names. */
const REACHED_BY = ["email", "phone", "mobile", "company"];

/** The kind of records whose headings the range has most of; undefined for a list that is none of the CRM's. */
export function knownKindOf(headings: readonly string[]): Kind | undefined {
  let best: { kind: Kind; weight: number } | undefined;
  for (const kind of kinds) {
    const { mapping } = matchHeader(kind.table, headings);
    const count = kind.fields.filter((field) => mapping[field] !== undefined).length;
    const isSure = kind.own.some((field) => mapping[field] !== undefined);
    const weight = isSure ? count : count - kind.doubt;
    if (weight > (best?.weight ?? 0)) best = { kind, weight };
  }
  return best?.kind;
}

/** True for a list of people that only their names and columns of no CRM tell apart. */
export function knowsNamesOnly({ own, table }: Kind, headings: readonly string[]): boolean {
  if (own !== PERSONAL) return false;
  const { mapping } = matchHeader(table, headings);
  if (REACHED_BY.some((field) => mapping[field] !== undefined)) return false;
  const known = new Set(Object.values(mapping));
  return headings.filter((heading, at) => heading !== "" && !known.has(at)).length > 1;
}

function kindOf(name: string, cells: Cells): Kind {
  const kind = knownKindOf((cells[0] ?? []).map(headingText));
  if (kind !== undefined) return kind;
  throw new InputError(
    `the first row of ${name} holds no heading that tells records apart; expected headings such as First Name, Last Name, Email, Company, Account Name or Opportunity Name`,
  );
}

function idsOf(name: string, cells: Cells, { ids }: Kind): readonly (string | undefined)[] {
  const headings = (cells[0] ?? []).map(headingText);
  for (const table of ids) {
    const [key = ""] = table.key;
    if (matchHeader(table, headings).mapping[key] === undefined) continue;
    return readRecords(name, table, cells, [key]).entries.map(({ record }) => record?.[key]);
  }
  return [];
}

/** Reads a range of leads, contacts, accounts or deals for comparing; a row that cannot be read is compared with none. */
export function readComparable(name: string, cells: Cells, given?: Kind): Comparable {
  const kind = given ?? kindOf(name, cells);
  const wanted = [...kind.fields, ...ACTIVITY];
  const { entries } = readRecords(name, kind.table, cells, kind.fields);
  const dates = readRecords(name, kind.table, cells, ACTIVITY).entries;
  const ids = idsOf(name, cells, kind);
  const rows = entries.map(({ record }): Row => record ?? {});
  const records = rows.map((row, at): ComparableRecord => {
    const { lastActivity, createdDate } = dates[at]?.record ?? {};
    const words = kind.name.map((field) => row[field]).filter((text) => text !== undefined);
    return {
      id: ids[at] ?? `row ${at + 2}`,
      name: words.join(" "),
      isRead: entries[at]?.record !== undefined,
      rank: 0,
      lastActivity,
      created: createdDate,
      filled: wanted.filter((field) => row[field] !== undefined).length,
    };
  });
  return { kind, records, rows };
}

export const comparableData = ({ kind }: Comparable, rows: readonly Row[]): MatchData =>
  kind.data(rows as never[]);
