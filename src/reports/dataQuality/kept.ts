import type { Day } from "../../core/calendar/day.ts";
import { periodOf } from "../../core/calendar/period.ts";
import {
  acceptanceOf,
  type CleanUpItem,
  type QualityAudit,
} from "../../core/hygiene/cleanUpItem.ts";
import type { RuleSetting, RuleSettings } from "../../core/hygiene/ruleSetting.ts";
import type { Book } from "../book.ts";
import type { KeptRows } from "../parts/keptRows.ts";
import { severityRank } from "../parts/severityRank.ts";
import { auditCounts } from "./audit.ts";
import type { QualityCheck } from "./check.ts";
import { undescribedAccounts } from "./enrichment.ts";
import { itemKey, type Quality } from "./gather.ts";

/** Rows that people can still work through; the checks count all. */
const MOST_ITEMS = 5000;
const MOST_OF_A_CHECK = 1000;
const GONE = "no longer found";
/** Histories are made by the CRM itself: there is nothing in them to put right. */
const NOBODYS = "history.orphan";

const stateOf = (decision: string | undefined): string => {
  const isAccepted = acceptanceOf(decision);
  if (isAccepted === undefined) return "open";
  return isAccepted ? "accepted: enter it in the CRM" : "rejected";
};

function itemsOf(check: QualityCheck, rule: RuleSetting | undefined, due: Day): CleanUpItem[] {
  const actor = rule?.owner ?? "";
  return check.failing.slice(0, MOST_OF_A_CHECK).map(
    ({ id, name, owner, found, proposal }): CleanUpItem => ({
      sheet: check.sheet,
      recordId: id,
      check: check.id,
      name,
      ...(actor !== "" ? { owner: actor } : owner !== undefined && { owner }),
      severity: check.severity,
      issue: check.label,
      found,
      action: check.action,
      ...(proposal === undefined
        ? rule !== undefined && { reason: rule.why }
        : {
            field: proposal.field,
            now: proposal.now,
            proposed: proposal.value,
            reason: proposal.reason,
          }),
      due,
    }),
  );
}

/** The work of everybody: proposals first, then by severity; decided and vanished items keep their rows. */
export function workItems(quality: Quality, rules: RuleSettings, due: Day): readonly CleanUpItem[] {
  return quality.checks
    .filter(({ id, dimension }) => id !== NOBODYS && dimension !== "uniqueness")
    .sort((a, b) => severityRank[a.severity] - severityRank[b.severity])
    .flatMap((check) => itemsOf(check, rules.get(check.rule ?? check.id), due))
    .filter(({ recordId }) => recordId !== "")
    .sort((a, b) => Number(a.proposed === undefined) - Number(b.proposed === undefined))
    .slice(0, MOST_ITEMS);
}

const keyOf = ({ sheet, recordId, check }: CleanUpItem) => itemKey(sheet, recordId, check);

/** The list as it is kept: what is found now, and what was found before and is gone. */
export function listedItems(
  items: readonly CleanUpItem[],
  earlier: readonly CleanUpItem[],
  asOf: Day,
): readonly CleanUpItem[] {
  const known = new Map(earlier.map((item) => [keyOf(item), item]));
  const now = new Set(items.map(keyOf));
  const gone = earlier.filter((item) => !now.has(keyOf(item)));
  return [
    ...items.map((item): CleanUpItem => {
      const { decision, firstFound, goneOn } = known.get(keyOf(item)) ?? {};
      // What comes back is found anew.
      const since = goneOn === undefined ? Math.min(firstFound ?? asOf, asOf) : asOf;
      return {
        ...item,
        ...(decision !== undefined && { decision }),
        state: stateOf(decision),
        firstFound: since,
      };
    }),
    ...gone.map((item): CleanUpItem => ({ ...item, state: GONE, goneOn: item.goneOn ?? asOf })),
  ];
}

export function keptItems(listed: readonly CleanUpItem[]): KeptRows {
  return {
    table: "cleanUpList",
    fields: [
      ...["owner", "severity", "issue", "sheet", "recordId", "name", "found", "action"],
      ...["field", "now", "proposed", "reason", "due", "state", "firstFound", "goneOn", "check"],
    ],
    rows: listed,
  };
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** How good the data is in the as-of day's quarter; the latest day of a quarter stands. */
export function auditOf(book: Book, quality: Quality): QualityAudit {
  const { asOf, settings } = book.request;
  const scores = Object.fromEntries(
    quality.dimensions.flatMap(({ id, score }) =>
      score === undefined ? [] : [[id, rounded(score)]],
    ),
  );
  return {
    quarter: periodOf(asOf, "quarter", settings.calendar).label,
    asOf,
    ...(quality.score !== undefined && { score: rounded(quality.score) }),
    ...scores,
    records: quality.records,
    issues: quality.issues,
    ...auditCounts(quality.checks, undescribedAccounts(book)),
  };
}

/** Audits of all quarters, the newest first. */
export function auditsWith(
  now: QualityAudit,
  earlier: readonly QualityAudit[],
): readonly QualityAudit[] {
  const known = earlier.find(({ quarter }) => quarter === now.quarter);
  const isOlder = (known?.asOf ?? Number.NEGATIVE_INFINITY) > (now.asOf ?? 0);
  const others = earlier.filter(({ quarter }) => quarter !== now.quarter);
  // Who checked it, and what came of it, is a person's.
  const { checkedBy, note } = known ?? {};
  const again = {
    ...now,
    ...(checkedBy !== undefined && { checkedBy }),
    ...(note !== undefined && { note }),
  };
  return [...others, isOlder && known !== undefined ? known : again].sort(
    (a, b) => (b.asOf ?? 0) - (a.asOf ?? 0),
  );
}

export const keptAudit = (audits: readonly QualityAudit[]): KeptRows => ({
  table: "qualityAudits",
  fields: [
    ...["quarter", "asOf", "score", "accuracy", "completeness", "consistency", "timeliness"],
    ...["validity", "uniqueness", "records", "issues", "duplicates", "undeliverable", "toArchive"],
    ...["slowDeals", "undescribed"],
  ],
  rows: audits,
});
