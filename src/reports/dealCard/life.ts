import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { sayDay, sayHidden, sayNumber } from "../parts/words.ts";
import type { ReportTable, TableRow, Value } from "../report.ts";

const MOST = 12;

type Told = {
  readonly label: string;
  readonly of: (day: DealOnDay) => Value;
  readonly say: (value: Value) => string;
};

const text = (value: Value) => (value === undefined ? "blank" : String(value));
const TOLD: readonly Told[] = [
  { label: "Stage", of: ({ stage }) => stage, say: text },
  {
    label: "Amount",
    of: ({ amount }) => amount,
    say: (value) => (typeof value === "number" ? sayNumber(value) : text(value)),
  },
  {
    label: "Close date",
    of: ({ closeDate }) => closeDate,
    say: (value) => (typeof value === "number" ? sayDay(value) : text(value)),
  },
  { label: "Owner", of: ({ owner }) => owner, say: text },
  { label: "Status", of: ({ status }) => status, say: text },
];

/** What changed in a deal's life, the latest first. */
export function lifeTable(book: Book, opportunityId: string): ReportTable {
  const { asOf } = book.request;
  const life = dealHistoryOf(book.request)
    .lifeOf(opportunityId)
    .filter(({ since }) => since <= asOf);
  const rows: TableRow[] = [];
  life.forEach((day, at) => {
    const before = life[at - 1];
    if (before === undefined) return;
    for (const { label, of, say } of TOLD) {
      if (of(before) === of(day)) continue;
      rows.push({
        key: `${at}/${label}`,
        cells: { day: day.since, what: label, was: say(of(before)), is: say(of(day)) },
      });
    }
  });
  rows.reverse();
  return {
    id: "life",
    columns: [
      { id: "day", label: "Day", format: "date", span: 1 },
      { id: "what", label: "What", format: "text", span: 2 },
      { id: "was", label: "Was", format: "text", span: 4 },
      { id: "is", label: "Is", format: "text", span: 5 },
    ],
    rows: rows.slice(0, MOST),
    more: sayHidden(rows.length - MOST, "earlier change"),
    empty: "Neither snapshots nor a history tell of a change.",
  };
}

/** The latest activities of a deal, planned ones included. */
export function activitiesTable(book: Book, opportunityId: string): ReportTable {
  const own = (book.request.tables.activities?.rows ?? [])
    .filter(
      (row) =>
        row.opportunityId !== undefined &&
        recordKey(row.opportunityId) === recordKey(opportunityId),
    )
    .sort((a, b) => b.date - a.date);
  return {
    id: "activities",
    columns: [
      { id: "day", label: "Day", format: "date", span: 1 },
      { id: "type", label: "Type", format: "text", span: 2 },
      { id: "subject", label: "Subject", format: "text", span: 5 },
      { id: "owner", label: "Who", format: "text", span: 2 },
      { id: "outcome", label: "Outcome", format: "text", span: 2 },
    ],
    rows: own.slice(0, MOST).map((row, at) => ({
      key: row.activityId ?? `activity ${at + 1}`,
      cells: {
        day: Math.floor(row.date),
        type: row.type ?? "",
        subject: row.subject ?? "",
        owner: book.people.find(row.owner).label,
        outcome: row.outcome ?? row.status ?? "",
      },
    })),
    more: sayHidden(own.length - MOST, "more activity", "in sheet Activities", "more activities"),
    empty: "No activity names the deal.",
  };
}

/** The people of a deal and their parts in it. */
export function contactsTable(book: Book, opportunityId: string): ReportTable {
  const { opportunityContacts, contacts } = book.request.tables;
  const known = new Map((contacts?.rows ?? []).map((one) => [one.contactId, one]));
  const own = (opportunityContacts?.rows ?? []).filter(
    (row) => recordKey(row.opportunityId) === recordKey(opportunityId),
  );
  const rows = new Map<string, TableRow>();
  for (const { contactId, role, isPrimary, stillEmployed } of own) {
    const person = known.get(contactId);
    const name = [person?.firstName, person?.lastName].filter(Boolean).join(" ");
    rows.set(contactId, {
      key: contactId,
      cells: {
        name: name === "" ? contactId : name,
        title: person?.title ?? "",
        role: [role, isPrimary === true ? "primary" : ""].filter(Boolean).join(", "),
        there: stillEmployed === undefined ? "" : stillEmployed ? "yes" : "left",
      },
    });
  }
  return {
    id: "contacts",
    columns: [
      { id: "name", label: "Contact", format: "text", span: 3 },
      { id: "title", label: "Title", format: "text", span: 4 },
      { id: "role", label: "Part in the deal", format: "text", span: 3 },
      { id: "there", label: "Still there", format: "text", span: 2 },
    ],
    rows: [...rows.values()].slice(0, MOST),
    more: sayHidden(rows.size - MOST, "more contact", "in sheet Opportunity Contacts"),
    empty: "No contact is linked to the deal.",
  };
}
