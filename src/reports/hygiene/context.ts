import type { Deal } from "../../core/deals/deal.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import { pushCounts } from "../../core/hygiene/pushCount.ts";
import type { HygieneContext } from "../../core/hygiene/rule.ts";
import { ruleLimits } from "../../core/hygiene/ruleSetting.ts";
import { stageEntries } from "../../core/hygiene/stageEntry.ts";
import { keepsStatusApart } from "../../core/hygiene/statusApart.ts";
import { recordKey } from "../../core/recordKey.ts";
import { columnNamed, dealRequirements, isAboutDeals } from "../../settings/requirements.ts";
import type { Book } from "../book.ts";
import { dealChangesOf } from "../parts/dealChangesOf.ts";
import { activityRecord } from "../parts/lastActivity.ts";

/** Fields that have a rule of their own. */
const OWN_RULE = new Set(["amount", "closeDate", "owner", "stage", "nextStep", "lossReason"]);

/** Headings of required fields whose column the data lacks. */
export function uncheckedFields(book: Book): readonly string[] {
  const labels = book.request.settings.requiredFields.filter(isAboutDeals).flatMap((row) => {
    const column = columnNamed(row.field);
    if (column === undefined) return [row.field];
    return OWN_RULE.has(column.field) || book.has(column.field) ? [] : [column.label];
  });
  return [...new Set(labels)];
}

function contactCounts(book: Book): ReadonlyMap<string, number> | undefined {
  const rows = book.request.tables.opportunityContacts?.rows;
  if (rows === undefined || rows.length === 0) return undefined;
  const people = new Map<string, Set<string>>();
  for (const { opportunityId, contactId } of rows) {
    const known = people.get(opportunityId);
    if (known === undefined) people.set(opportunityId, new Set([contactId]));
    else known.add(contactId);
  }
  return new Map([...people].map(([id, contacts]) => [id, contacts.size]));
}

/** What the rules may ask, read once from the tables. */
export function hygieneContext(book: Book): HygieneContext {
  const { tables, settings, asOf } = book.request;
  const activity = activityRecord(tables, asOf);
  const changes = dealChangesOf(book.request);
  const pushes = pushCounts(changes, asOf, tables.opportunities?.rows);
  const entries = stageEntries(changes, asOf);
  const contacts = contactCounts(book);
  let limits: HygieneContext["limits"] | undefined;
  let requirements: HygieneContext["requirements"] | undefined;
  return {
    asOf,
    // Settings sheets are read for those alone who ask.
    get limits() {
      limits ??= { ...settings.options, rules: ruleLimits(settings.hygieneRules) };
      return limits;
    },
    has: book.has,
    knowsActivity: activity.isKnown,
    inactiveDays: activity.inactiveDays,
    knowsPushes: book.has("pushCount") || pushes.size > 0,
    pushes: ({ pushCount, opportunityId }: Deal) =>
      pushCount ?? pushes.get(recordKey(opportunityId)),
    knowsStageEntry: book.has("stageEntered") || entries.size > 0,
    stageEntered: ({ stageEntered, stage, opportunityId }: Deal) => {
      if (stageEntered !== undefined) return stageEntered;
      const entry = entries.get(opportunityId);
      return entry?.stage === plainText(stage ?? "") ? entry.entered : undefined;
    },
    knowsBenchmarks: book.allOpen.some(({ standing }) => (standing.stage?.benchmarkDays ?? 0) > 0),
    keepsStatusApart: keepsStatusApart(book.standings.deals),
    knowsContacts: book.has("contactCount") || contacts !== undefined,
    contacts: ({ contactCount, opportunityId }: Deal) =>
      contactCount ?? (contacts === undefined ? undefined : (contacts.get(opportunityId) ?? 0)),
    get requirements() {
      requirements ??= dealRequirements(settings.requiredFields, book.standings.stages).filter(
        ({ field }) => !OWN_RULE.has(field) && book.has(field),
      );
      return requirements;
    },
  };
}
