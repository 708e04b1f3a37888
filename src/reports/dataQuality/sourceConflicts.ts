import { recordConflicts, sameSource } from "../../core/hygiene/recordConflicts.ts";
import type { RuleSettings } from "../../core/hygiene/ruleSetting.ts";
import type { Book } from "../book.ts";
import type { Found } from "../duplicates/find.ts";
import type { Comparable } from "../duplicates/records.ts";
import type { Failing, QualityCheck } from "./check.ts";
import { groupFacts } from "./sourceFacts.ts";
import { sourceGroups } from "./sourceGroups.ts";

/** A field about which two sources say different things. */
export type SourceDispute = {
  readonly record: Comparable;
  readonly field: string;
  readonly value: string;
  readonly source: string;
  readonly other: string;
  readonly otherSource: string;
  /** Undefined: nothing tells who is right, so that nothing is proposed. */
  readonly reason: "system of record" | "latest activity" | undefined;
};

export type SourceConflicts = {
  readonly checks: readonly QualityCheck[];
  /** Deals first, those with the most open value before others. */
  readonly disputes: readonly SourceDispute[];
  /** Things that stand in several sources. */
  readonly shared: number;
  /** Of these, deals that are open in two sources or more, so that the pipeline holds them more than once. */
  readonly openTwice: number;
  /** Systems of record that no record comes from. */
  readonly unknown: readonly string[];
};

type Draft = { checked: number; failing: Failing[]; table: Comparable["table"]; label: string };

const OPT_OUT: ReadonlySet<string> = new Set(["emailOptOut", "optOut"]);
const nothing: SourceConflicts = { checks: [], disputes: [], shared: 0, openTwice: 0, unknown: [] };

/** What two sources say about the same accounts, people and deals, where it is not the same. */
export function sourceConflicts(
  book: Book,
  found: readonly Found[],
  rules: RuleSettings,
): SourceConflicts {
  const factsOf = groupFacts(book);
  return found.reduce((all, one): SourceConflicts => {
    const setting = rules.get(one.subject.rule);
    if (setting?.severity === "off") return all;
    const system = setting?.systemOfRecord ?? "";
    const groups = sourceGroups(book, one);
    if (groups.length === 0) return all;
    const { checks, disputes } = compared(book, groups, one.subject.rule, system, factsOf);
    const isKnown = one.subject.records.some(({ source }) => sameSource(source, system));
    return {
      checks: [...all.checks, ...checks],
      disputes: [...disputes, ...all.disputes],
      shared: all.shared + groups.length,
      openTwice: all.openTwice + groups.filter(isOpenTwice).length,
      unknown: system === "" || isKnown ? all.unknown : [...all.unknown, system],
    };
  }, nothing);
}

const isOpenTwice = (group: readonly Comparable[]): boolean =>
  group.filter(({ openAmount }) => openAmount !== undefined).length > 1;

function compared(
  book: Book,
  groups: readonly (readonly Comparable[])[],
  rule: string,
  system: string,
  factsOf: ReturnType<typeof groupFacts>,
): Pick<SourceConflicts, "checks" | "disputes"> {
  const drafts = new Map<string, Draft>();
  const disputes: SourceDispute[] = [];
  for (const group of groups) {
    const { fields, facts } = factsOf(group);
    const records = group.map(({ source = "", lastActivity }, at) => ({
      source,
      lastActivity,
      facts: Object.fromEntries(fields.map((field) => [field, facts[at]?.[field]?.key ?? ""])),
    }));
    const { compared: counts, conflicts } = recordConflicts(records, fields, system);
    for (const [field, count] of counts) draftOf(drafts, group, field).checked += count;
    for (const { field, right, wrong, reason } of conflicts) {
      const [record, believed] = [group[wrong], group[right]];
      if (record === undefined || believed === undefined) continue;
      const draft = draftOf(drafts, group, field);
      const dispute: SourceDispute = {
        record,
        field: draft.label,
        value: facts[right]?.[field]?.shown ?? "",
        source: believed.source ?? "",
        other: facts[wrong]?.[field]?.shown ?? "",
        otherSource: record.source ?? "",
        // Who wants no mails wants none, whoever else says so.
        reason: OPT_OUT.has(field) && facts[right]?.[field]?.key !== "true" ? undefined : reason,
      };
      draft.failing.push(failingOf(book, dispute));
      disputes.push(dispute);
    }
  }
  const worth = ({ record }: SourceDispute) => record.openAmount ?? 0;
  return {
    checks: [...drafts].map(([id, draft]) => checkOf(`${rule}.${id}`, rule, draft, system)),
    disputes: disputes.sort((a, b) => worth(b) - worth(a)),
  };
}

function draftOf(drafts: Map<string, Draft>, [first]: readonly Comparable[], field: string): Draft {
  const { table } = first as Comparable;
  const key = `${table.name}.${field}`;
  const known = drafts.get(key);
  if (known !== undefined) return known;
  const label = table.columns.find((column) => column.field === field)?.label ?? field;
  const fresh: Draft = { checked: 0, failing: [], table, label };
  drafts.set(key, fresh);
  return fresh;
}

const REASONS = {
  "system of record": (source: string) => `${source} is the system of record`,
  "latest activity": (source: string) => `${source} has the latest activity`,
} as const;

function failingOf(book: Book, dispute: SourceDispute): Failing {
  const { record, field, value, source, other, otherSource, reason } = dispute;
  return {
    id: record.id,
    name: record.name,
    owner: record.owner === undefined ? undefined : book.people.find(record.owner).label,
    amount: record.openAmount,
    found: `${other} in ${otherSource}, but ${value} in ${source}`,
    ...(reason !== undefined && {
      proposal: { field, now: other, value, reason: REASONS[reason](source) },
    }),
  };
}

function checkOf(id: string, rule: string, draft: Draft, system: string): QualityCheck {
  const believed = system === "" ? "the latest activity" : system;
  return {
    id,
    rule,
    sheet: draft.table.sheet,
    label: `${draft.label} differs between two sources`,
    dimension: "accuracy",
    severity: "medium",
    condition: `Two sources differ; ${believed} is believed`,
    action: "Make the two agree, in the CRM that is wrong",
    checked: draft.checked,
    failing: draft.failing,
  };
}
