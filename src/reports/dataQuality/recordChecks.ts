import type { Dimension } from "../../core/hygiene/dataQuality.ts";
import {
  accountRules,
  badEmail,
  contactRules,
  leadRules,
  type RecordContext,
  type RecordRule,
} from "../../core/hygiene/recordRules.ts";
import type { Book } from "../book.ts";
import type { Proposal, QualityCheck } from "./check.ts";
import { otherSheets, type Records } from "./otherSheets.ts";

type AnyRule = RecordRule<Readonly<Record<string, unknown>>>;

const RULES: Readonly<Record<string, readonly AnyRule[]>> = {
  leads: leadRules as unknown as readonly AnyRule[],
  contacts: contactRules as unknown as readonly AnyRule[],
  accounts: accountRules as unknown as readonly AnyRule[],
};

const dimensionOf = (id: string): Dimension =>
  id.startsWith("stale_") ? "timeliness" : "validity";

/** `ana at acme.com` and `ana@acme.com.` as the address that was meant; undefined when none comes of it. */
function mendedEmail(text: string): string | undefined {
  const mended = text
    .trim()
    .replace(/\s*(?:\(at\)|\[at\]|\sat\s)\s*/i, "@")
    .replace(/^mailto:/i, "")
    .replace(/,(?=[^,]*$)/, ".")
    .replace(/[\s;,.]+$/, "")
    .replace(/\s+/g, "");
  return mended !== text && badEmail(mended) === undefined ? mended : undefined;
}

function proposalFor({ id }: AnyRule, value: string): Proposal | undefined {
  const mended = id === "bad_email" ? mendedEmail(value) : undefined;
  if (mended === undefined) return undefined;
  return { field: "Email", now: value, value: mended, reason: "The address that was meant" };
}

function checksOf({ table, data, failing }: Records, context: RecordContext): QualityCheck[] {
  return (RULES[table.name] ?? []).flatMap((rule): QualityCheck[] => {
    if (!data.fields.has(rule.field)) return [];
    const found = data.rows.flatMap((row) => {
      const issue = rule.find(row, context);
      if (issue === undefined) return [];
      return [{ ...failing(row, issue), proposal: proposalFor(rule, issue) }];
    });
    return [
      {
        id: `${table.name}.${rule.id}`,
        sheet: table.sheet,
        label: rule.label,
        dimension: dimensionOf(rule.id),
        severity: rule.severity,
        condition: rule.condition(context),
        action: rule.action,
        checked: data.rows.filter((row) => row[rule.field] !== undefined).length,
        failing: found,
      },
    ];
  });
}

/** Leads, contacts and accounts: what is not valid or out of date in them. */
export function recordChecks(book: Book): readonly QualityCheck[] {
  const { asOf, settings } = book.request;
  const { staleContactDays, archiveDays } = settings.options;
  const context = { asOf, staleContactDays, archiveDays };
  return otherSheets(book).flatMap((records) => checksOf(records, context));
}
