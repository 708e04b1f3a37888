import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import type { Deal, DealChange } from "../../core/deals/deal.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import { companyCore } from "../../core/duplicates/companyCore.ts";
import { groupBy } from "../../core/groupBy.ts";
import { changeFacts } from "../../core/history/changeFacts.ts";
import { pushCounts } from "../../core/hygiene/pushCount.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";
import type { Fact, Pair } from "./conflictCheck.ts";

const OPPORTUNITIES = "Opportunities";
/** The stages in the last rows of each deal's history: several where rows are of one moment. */
function stagesLast(
  changes: readonly DealChange[],
  asOf: Day,
): ReadonlyMap<string, readonly string[]> {
  const last = new Map<string, { at: number; stages: string[] }>();
  for (const change of changes) {
    const { stage } = changeFacts(change).set;
    if (stage === undefined || change.changedAt >= asOf + 1) continue;
    const key = recordKey(change.opportunityId);
    const known = last.get(key);
    if (known === undefined || change.changedAt > known.at) {
      last.set(key, { at: change.changedAt, stages: [stage] });
    } else if (change.changedAt === known.at) known.stages.push(stage);
  }
  return new Map([...last].map(([key, { stages }]) => [key, stages]));
}

const isEqual = (one: string, other: string) => one === other;

/** What deals say about themselves, beside what accounts, activities and histories say. */
export function dealFacts(book: Book): readonly Fact[] {
  const { tables, asOf } = book.request;
  const history = tables.opportunityHistory?.rows ?? [];
  const accounts = new Map(tables.accounts?.rows.map((row) => [row.accountId, row]));
  const lastStages = stagesLast(history, asOf);
  const { stages } = book.standings;
  const pushes = pushCounts(history, asOf, tables.opportunities?.rows);
  const lastActivities = new Map<string, number>();
  for (const { opportunityId, date } of tables.activities?.rows ?? []) {
    if (opportunityId === undefined || date >= asOf + 1) continue;
    const day = Math.floor(date);
    if (day > (lastActivities.get(opportunityId) ?? -Infinity)) {
      lastActivities.set(opportunityId, day);
    }
  }
  const people = groupBy(tables.opportunityContacts?.rows ?? [], (row) => row.opportunityId);
  const pairs = (
    deals: Book["deals"],
    valuesOf: (deal: Deal) => readonly [string, string, string?] | undefined,
  ): Pair[] =>
    deals.flatMap(({ standing: { deal, status, amount }, owner }): Pair[] => {
      const values = valuesOf(deal);
      if (values === undefined) return [];
      const [one, other, otherId] = values;
      const name = deal.opportunityName ?? deal.accountName ?? deal.opportunityId;
      return [
        {
          owner: owner.key === "" ? undefined : owner.label,
          amount: status === "open" ? amount : undefined,
          sides: [
            { id: deal.opportunityId, name, value: one },
            { id: otherId ?? deal.opportunityId, name, value: other },
          ],
        },
      ];
    });
  const number = (value: number | undefined) => (value === undefined ? "" : String(value));
  const both = (one: string, other: string, id?: string) =>
    one === "" || other === "" ? undefined : ([one, other, id] as const);
  return [
    {
      id: "conflict.account_name",
      label: "Account name differs",
      sheets: [OPPORTUNITIES, "Accounts"],
      fields: ["Account Name", "Account Name"],
      system: "Accounts",
      isSame: (one, other) => companyCore(one) === companyCore(other),
      pairs: pairs(book.deals, ({ accountId, accountName }) => {
        const account = accounts.get(accountId ?? "");
        return both(accountName ?? "", account?.accountName ?? "", account?.accountId);
      }),
    },
    {
      id: "conflict.last_activity",
      label: "Last activity is later than the deal says",
      sheets: [OPPORTUNITIES, "Activities"],
      fields: ["Last Activity", undefined],
      system: "Activities",
      isSame: (one, other) => one >= other,
      pairs: pairs(book.allOpen, ({ opportunityId, lastActivity }) => {
        const newest = lastActivities.get(opportunityId);
        if (lastActivity === undefined || newest === undefined) return undefined;
        return [isoFromDay(lastActivity), isoFromDay(newest)];
      }),
    },
    {
      id: "conflict.push_count",
      label: "Push count differs from the history",
      sheets: [OPPORTUNITIES, "Opportunity History"],
      fields: ["Push Count", undefined],
      system: "Opportunity History",
      isSame: isEqual,
      pairs: pairs(book.allOpen, ({ opportunityId, pushCount }) =>
        both(number(pushCount), number(pushes.get(recordKey(opportunityId)))),
      ),
    },
    {
      id: "conflict.contact_count",
      label: "Contact count differs from the contacts",
      sheets: [OPPORTUNITIES, "Opportunity Contacts"],
      fields: ["Contact Count", undefined],
      system: "Opportunity Contacts",
      isSame: isEqual,
      pairs: pairs(book.allOpen, ({ opportunityId, contactCount }) =>
        both(
          number(contactCount),
          number(new Set(people.get(opportunityId)?.map((row) => row.contactId)).size || undefined),
        ),
      ),
    },
    {
      id: "conflict.stage",
      label: "Stage differs from the last one of the history",
      sheets: [OPPORTUNITIES, "Opportunity History"],
      fields: ["Stage", undefined],
      system: OPPORTUNITIES,
      isSame: isEqual,
      pairs: pairs(book.deals, ({ opportunityId, pipeline, stage }) => {
        const last = lastStages.get(recordKey(opportunityId)) ?? [];
        // Of rows of one moment any may be the last; a stage has several spellings.
        const nameOf = (name: string) => stages.find(pipeline, name)?.stage ?? plainText(name);
        const own = nameOf(stage ?? "");
        const same = last.find((name) => nameOf(name) === own);
        return both(own, same === undefined ? (last[0] ?? "") : own);
      }),
    },
  ];
}
