import { groupBy } from "../../core/groupBy.ts";
import type { Requirement } from "../../core/hygiene/requirement.ts";
import type { Severity } from "../../core/hygiene/rule.ts";
import { dealRequirements, isAboutDeals } from "../../settings/requirements.ts";
import type { RequiredField } from "../../settings/settings.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { headingKey } from "../../tables/reading/header.ts";
import type { Book, BookDeal } from "../book.ts";
import { dealName } from "../parts/dealName.ts";
import {
  type Failing,
  isFilled,
  type Proposal,
  type QualityCheck,
  type Unchecked,
} from "./check.ts";
import { otherSheets } from "./otherSheets.ts";

/** How far the fields that some deals need are filled. */
export type GroupCompletion = {
  readonly name: string;
  readonly records: number;
  readonly needed: number;
  readonly filled: number;
  /** The field that is blank most often; undefined when none is. */
  readonly worst: string | undefined;
};

export type Completion = {
  /** One check for each field of each sheet. */
  readonly checks: readonly QualityCheck[];
  readonly unchecked: readonly Unchecked[];
  readonly byOwner: readonly GroupCompletion[];
  readonly byStage: readonly GroupCompletion[];
};

type Need = { readonly label: string; readonly field: string; readonly isBlank: boolean };
type NeedsOf = { readonly deal: BookDeal; readonly needs: readonly Need[] };

function groups(all: readonly NeedsOf[], nameOf: (deal: BookDeal) => string): GroupCompletion[] {
  return [...groupBy(all, ({ deal }) => nameOf(deal))]
    .map(([name, list]): GroupCompletion => {
      const blanks = new Map<string, number>();
      let [needed, blank] = [0, 0];
      for (const { needs } of list) {
        needed += needs.length;
        for (const { label, isBlank } of needs) {
          if (!isBlank) continue;
          blank++;
          blanks.set(label, (blanks.get(label) ?? 0) + 1);
        }
      }
      const worst = [...blanks].sort((a, b) => b[1] - a[1])[0];
      return { name, records: list.length, needed, filled: needed - blank, worst: worst?.[0] };
    })
    .filter(({ needed }) => needed > 0)
    .sort((a, b) => a.filled / a.needed - b.filled / b.needed || b.needed - a.needed);
}

const checkOf = (
  sheet: string,
  field: string,
  label: string,
  severity: Severity,
  condition: string,
): Omit<QualityCheck, "checked" | "failing"> => ({
  id: `${sheet}.blank.${field}`,
  sheet,
  label: `${label} blank`,
  dimension: "completeness",
  severity,
  condition,
  action: `Fill in ${label}`,
});

/** What a blank field of a deal should hold, where another sheet tells. */
function dealProposer(book: Book): (deal: BookDeal, field: string) => Proposal | undefined {
  const names = new Map(
    (book.request.tables.accounts?.rows ?? []).map(({ accountId, accountName }) => [
      accountId,
      accountName,
    ]),
  );
  return ({ standing: { deal } }, field) => {
    const value = field === "accountName" ? names.get(deal.accountId ?? "") : undefined;
    return value === undefined || value === ""
      ? undefined
      : { field: "Account Name", now: "", value, reason: `Sheet Accounts, ${deal.accountId}` };
  };
}

/** The fields that a deal must fill as it stands, each once. */
function needsOf({ standing }: BookDeal, requirements: readonly Requirement[]): readonly Need[] {
  const needs = new Map<string, Need>();
  for (const { field, label, applies } of requirements) {
    if (needs.has(field) || !applies(standing)) continue;
    needs.set(field, { label, field, isBlank: !isFilled(standing.deal[field]) });
  }
  return [...needs.values()];
}

const blankField = (deal: BookDeal, label: string, proposal: Proposal | undefined): Failing => ({
  id: deal.standing.deal.opportunityId,
  name: dealName(deal),
  owner: deal.owner.key === "" ? undefined : deal.owner.label,
  found: `${label} blank`,
  amount: deal.standing.status === "open" ? deal.standing.amount : undefined,
  proposal,
});

function dealCompletion(book: Book, records: readonly BookDeal[]) {
  const { settings } = book.request;
  const rows = settings.requiredFields.filter(isAboutDeals);
  const severities = new Map(rows.map(({ field, severity }) => [headingKey(field), severity]));
  const requirements = dealRequirements(settings.requiredFields, book.standings.stages);
  const known = requirements.filter(({ field }) => book.has(field));
  const proposalOf = dealProposer(book);
  const all: NeedsOf[] = [];
  const fields = new Map<string, { label: string; checked: number; failing: Failing[] }>();
  for (const deal of records) {
    const needs = needsOf(deal, known);
    for (const { field, label, isBlank } of needs) {
      const count = fields.get(field) ?? { label, checked: 0, failing: [] };
      fields.set(field, count);
      count.checked++;
      if (isBlank) count.failing.push(blankField(deal, label, proposalOf(deal, field)));
    }
    all.push({ deal, needs });
  }
  const { sheet } = opportunities;
  return {
    all,
    checks: [...fields].map(
      ([field, { label, checked, failing }]): QualityCheck => ({
        ...checkOf(
          sheet,
          field,
          label,
          severities.get(headingKey(label)) ?? "medium",
          "Blank, from the stage on that the Required fields sheet names",
        ),
        checked,
        failing,
      }),
    ),
    unchecked: requirements
      .filter(({ field }) => !book.has(field))
      .map(({ label }) => ({ label: `${sheet}: ${label}`, why: "the data has no such column" })),
  };
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/s$/, "");

/** Required fields of one sheet that are needed in every record. */
function neededIn(table: AnyTable, rows: readonly RequiredField[]) {
  return rows
    .filter(({ object }) => plain(object) === plain(table.sheet))
    .flatMap(({ field, severity }) => {
      const wanted = headingKey(field);
      const column = table.columns.find(
        (one) => headingKey(one.label) === wanted || headingKey(one.field) === wanted,
      );
      return column === undefined ? [] : [{ column, severity }];
    });
}

/** How far the fields that the Required fields sheet names are filled. */
export function completion(book: Book, records: readonly BookDeal[]): Completion {
  const deals = dealCompletion(book, records);
  const checks: QualityCheck[] = [...deals.checks];
  const unchecked: Unchecked[] = [...deals.unchecked];
  for (const { table, data, failing } of otherSheets(book)) {
    for (const { column, severity } of neededIn(table, book.request.settings.requiredFields)) {
      const { field, label } = column;
      if (!data.fields.has(field)) {
        unchecked.push({ label: `${table.sheet}: ${label}`, why: "the data has no such column" });
        continue;
      }
      checks.push({
        ...checkOf(table.sheet, field, label, severity, "Blank in any record"),
        checked: data.rows.length,
        failing: data.rows
          .filter((row) => !isFilled(row[field]))
          .map((row) => failing(row, `${label} blank`)),
      });
    }
  }
  const isOpen = ({ deal }: NeedsOf) => deal.standing.status === "open";
  const open = deals.all.filter(isOpen);
  return {
    checks,
    unchecked,
    byOwner: groups(open, ({ owner }) => owner.label),
    byStage: groups(open, ({ stageName }) => stageName),
  };
}
