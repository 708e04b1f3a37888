import type { Day } from "../../core/calendar/day.ts";
import type { Book } from "../book.ts";
import { share } from "../parts/tally.ts";
import { sayCount, sayPercent } from "../parts/words.ts";
import type { ReportTable, Section, TableRow } from "../report.ts";
import { isFilled } from "./check.ts";
import type { Completion } from "./completion.ts";

/** Sheets of a CRM in the order in which they are shown; what is logged by itself needs no field of a person. */
const SHEETS: readonly {
  readonly name: string;
  readonly table: "opportunities" | "accounts" | "contacts" | "leads" | "activities" | "tickets";
  readonly entered: string;
  readonly target: number;
}[] = [
  { name: "Opportunities", table: "opportunities", entered: "by people", target: 0.95 },
  { name: "Accounts", table: "accounts", entered: "by people", target: 0.95 },
  { name: "Contacts", table: "contacts", entered: "by people", target: 0.95 },
  { name: "Leads", table: "leads", entered: "by people", target: 0.9 },
  { name: "Activities", table: "activities", entered: "automatically", target: 0.95 },
  { name: "Tickets", table: "tickets", entered: "automatically", target: 0.95 },
];

/** A new lead is to be complete a day after it came in. */
const NEW_LEAD_TARGET = 0.9;
const NEW_LEAD_DAYS = 30;

type Line = {
  readonly name: string;
  readonly entered: string;
  readonly records: number | undefined;
  readonly asked: number;
  readonly needed: number;
  readonly filled: number;
  readonly target: number;
  readonly lacking: readonly string[];
};

function sheetLines(book: Book, { checks, unchecked }: Completion): Line[] {
  return SHEETS.map(({ name, table, entered, target }): Line => {
    const own = checks.filter(({ sheet }) => sheet === name);
    const lacking = unchecked.flatMap(({ label }) =>
      label.startsWith(`${name}: `) ? [label.slice(name.length + 2)] : [],
    );
    const needed = own.reduce((sum, { checked }) => sum + checked, 0);
    const blank = own.reduce((sum, { failing }) => sum + failing.length, 0);
    return {
      ...{ name, entered, target, lacking, needed },
      records: book.request.tables[table]?.rows.length,
      asked: own.length + lacking.length,
      filled: needed - blank,
    };
  });
}

/** Leads of the last weeks that are at least a day old, by the same fields. */
function newLeads(book: Book, { checks }: Completion): Line | undefined {
  const { asOf, tables } = book.request;
  const fields = checks.flatMap(({ sheet, id }) =>
    sheet === "Leads" ? [id.slice("Leads.blank.".length)] : [],
  );
  const isNew = (day: Day) => day > asOf - NEW_LEAD_DAYS && day < asOf;
  const rows = (tables.leads?.rows ?? []).filter(
    ({ createdDate }) => createdDate !== undefined && isNew(Math.floor(createdDate)),
  );
  if (rows.length === 0 || fields.length === 0) return undefined;
  const filled = rows.reduce(
    (sum, row) => sum + fields.filter((field) => isFilled(row[field as keyof typeof row])).length,
    0,
  );
  return {
    name: `Leads of the last ${NEW_LEAD_DAYS} days`,
    entered: "a day after coming in",
    records: rows.length,
    asked: fields.length,
    needed: rows.length * fields.length,
    filled,
    target: NEW_LEAD_TARGET,
    lacking: [],
  };
}

const shareOf = ({ filled, needed }: Line) => share(filled, needed);

function stateOf(line: Line): string {
  const value = shareOf(line);
  if (line.records === undefined) return "not imported";
  if (value === undefined) return "none asked";
  return value >= line.target ? "▲ met" : "▼ missed";
}

function tableOf(lines: readonly Line[]): ReportTable {
  return {
    id: "structure",
    columns: [
      { id: "sheet", label: "Sheet", format: "text", span: 2 },
      { id: "entered", label: "Entered", format: "text", span: 2 },
      { id: "records", label: "Records", format: "integer", span: 1 },
      { id: "asked", label: "Fields asked", format: "integer", span: 1 },
      { id: "lacking", label: "Not in data", format: "integer", span: 1 },
      { id: "needed", label: "Values needed", format: "integer", span: 1 },
      { id: "filled", label: "Filled", format: "integer", span: 1 },
      { id: "share", label: "Completion", format: "percent", span: 1 },
      { id: "target", label: "Target", format: "percent", span: 1 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 1,
        status: { "▲ met": "good", "▼ missed": "bad" },
      },
    ],
    rows: lines.map((line): TableRow => {
      const { name, entered, records, asked, needed, filled, target, lacking } = line;
      const isAsked = needed > 0;
      return {
        key: name,
        cells: {
          ...{ sheet: name, entered, records, asked, lacking: lacking.length || undefined },
          ...(isAsked && { needed, filled, share: shareOf(line), target }),
          state: stateOf(line),
        },
        ...(isAsked && { formulas: { share: "{@filled}/{@needed}" } }),
      };
    }),
    empty: "There are no records yet.",
  };
}

/** Which sheets of the CRM the workbook holds, which fields they must fill, and how far they do. */
export function structureSection(book: Book, completion: Completion): Section {
  const sheets = sheetLines(book, completion);
  const fresh = newLeads(book, completion);
  const lines = sheets.flatMap((line) => (line.name === "Leads" && fresh ? [line, fresh] : [line]));
  const missed = lines.filter((line) => stateOf(line) === "▼ missed");
  const [worst] = [...missed].sort((a, b) => (shareOf(a) ?? 0) - (shareOf(b) ?? 0));
  const absent = sheets.filter(({ records }) => records === undefined).length;
  const others = absent === 0 ? "" : `; ${sayCount(absent, "sheet")} not imported`;
  return {
    id: "structure",
    heading: "CRM structure and completion by sheet",
    reading:
      worst === undefined
        ? `No sheet is below its target${others}.`
        : `${worst.name} ${worst.name.includes(" ") ? "have" : "has"} ${sayPercent(shareOf(worst) ?? 0)} of the values needed, below ${sayPercent(worst.target)}${others}.`,
    table: tableOf(lines),
  };
}
