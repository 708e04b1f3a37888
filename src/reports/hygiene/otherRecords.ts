import type { Day } from "../../core/calendar/day.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import {
  accountRules,
  contactRules,
  leadRules,
  type RecordContext,
  type RecordRule,
} from "../../core/hygiene/recordRules.ts";
import { rulesInUse } from "../../core/hygiene/ruleSetting.ts";
import type { TableData } from "../../tables/table.ts";
import type { Book } from "../book.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";

type Source<Row> = {
  readonly sheet: string;
  readonly data: TableData<Row> | undefined;
  readonly rules: readonly RecordRule<Row>[];
  readonly idOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string | undefined;
  readonly ownerOf: (row: Row) => string | undefined;
};

export type OtherRecords = {
  readonly records: number;
  readonly issues: number;
  readonly rules: ReportTable;
  readonly list: ReportTable;
};

/** Records listed one by one; the table of rules counts all. */
const MOST_LISTED = 500;

const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined && part !== "").join(" ") || undefined;

/** Leads, contacts and accounts: what is not valid or out of date in them. */
export function otherRecords(book: Book): OtherRecords {
  const { tables, asOf, settings } = book.request;
  const { options, calendar } = settings;
  const { staleContactDays, archiveDays } = options;
  const context: RecordContext = { asOf, staleContactDays, archiveDays };
  const due: Day = dueDay(asOf, options.dueDays, calendar);
  const rules: TableRow[] = [];
  const list: TableRow[] = [];
  let [records, issues] = [0, 0];
  /** Lists what a rule finds, as far as there is room, and counts all of it. */
  const apply = <Row>(
    { sheet, data, idOf, nameOf, ownerOf }: Source<Row>,
    rule: RecordRule<Row>,
  ) => {
    let hits = 0;
    for (const row of data?.rows ?? []) {
      const issue = rule.find(row, context);
      if (issue === undefined) continue;
      hits++;
      if (list.length >= MOST_LISTED) continue;
      list.push({
        key: `${sheet}/${idOf(row)}/${rule.id}`,
        cells: {
          sheet,
          name: nameOf(row) ?? idOf(row),
          owner: book.people.find(ownerOf(row)).label,
          rule: rule.label,
          value: issue,
          action: rule.action,
          due,
        },
      });
    }
    return hits;
  };
  const inspect = <Row>(source: Source<Row>) => {
    const { sheet, data } = source;
    if (data === undefined) return;
    records += data.rows.length;
    const table = sheet.toLowerCase();
    for (const rule of rulesInUse(
      source.rules,
      settings.hygieneRules,
      ({ id }) => `${table}.${id}`,
    )) {
      if (!data.fields.has(rule.field)) continue;
      const hits = apply(source, rule);
      issues += hits;
      rules.push({
        key: `${sheet}/${rule.id}`,
        cells: { sheet, rule: rule.label, hits, condition: rule.condition(context) },
      });
    }
  };
  inspect({
    sheet: "Leads",
    data: tables.leads,
    rules: leadRules,
    idOf: ({ leadId }) => leadId,
    nameOf: ({ firstName, lastName, company }) => joined(firstName, lastName) ?? company,
    ownerOf: ({ owner }) => owner,
  });
  inspect({
    sheet: "Accounts",
    data: tables.accounts,
    rules: accountRules,
    idOf: ({ accountId }) => accountId,
    nameOf: ({ accountName }) => accountName,
    ownerOf: ({ owner }) => owner,
  });
  inspect({
    sheet: "Contacts",
    data: tables.contacts,
    rules: contactRules,
    idOf: ({ contactId }) => contactId,
    nameOf: ({ firstName, lastName }) => joined(firstName, lastName),
    ownerOf: ({ owner }) => owner,
  });
  return { records, issues, rules: rulesTable(rules), list: listTable(list, issues) };
}

function rulesTable(rows: readonly TableRow[]): ReportTable {
  return {
    id: "other_rules",
    columns: [
      { id: "sheet", label: "Sheet", format: "text", span: 1 },
      { id: "rule", label: "Rule", format: "text", span: 3 },
      { id: "hits", label: "Records", format: "integer", span: 1, bar: true },
      { id: "condition", label: "Condition", format: "text", span: 6 },
    ],
    rows,
    empty: "There are no leads, contacts or accounts to check.",
  };
}

function listTable(rows: readonly TableRow[], issues: number): ReportTable {
  return {
    id: "other_issues",
    columns: [
      { id: "sheet", label: "Sheet", format: "text", span: 1 },
      { id: "name", label: "Record", format: "text", span: 2 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "rule", label: "Issue", format: "text", span: 2 },
      { id: "value", label: "Found", format: "text", span: 2 },
      { id: "action", label: "Proposed action", format: "text", span: 2 },
      { id: "due", label: "Due", format: "date", span: 1 },
    ],
    rows,
    more: sayHidden(issues - rows.length, "more issue", "that the rules above count too"),
    empty: "No rule is broken.",
  };
}
