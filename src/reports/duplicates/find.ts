import { decisionOf } from "../../core/duplicates/decisionOf.ts";
import type { DuplicatePair } from "../../core/duplicates/duplicatePair.ts";
import type { Decision } from "../../core/duplicates/groupRecords.ts";
import { type PairPlace, placePairs } from "../../core/duplicates/questions.ts";
import type { PairScore } from "../../core/duplicates/scorePair.ts";
import {
  explainPair,
  groupsFound,
  type Search,
  type SearchState,
  searchInParts,
} from "../../core/duplicates/search.ts";
import { survivorOf } from "../../core/duplicates/survivor.ts";
import { sameSource } from "../../core/hygiene/recordConflicts.ts";
import { inOneGo, type Remember } from "../../core/remember.ts";
import type { Book } from "../book.ts";
import { type Comparable, type Subject, subjectsOf } from "./records.ts";

/** Records that are one: the one to keep first. */
export type Group = {
  readonly keep: Comparable;
  readonly merge: readonly { readonly record: Comparable; readonly score: PairScore }[];
};

export type FoundPair = {
  readonly a: Comparable;
  readonly b: Comparable;
  readonly score: PairScore;
  readonly place: PairPlace;
  /** What a person decided. */
  readonly isSame: boolean | undefined;
};

export type Found = {
  readonly subject: Subject;
  readonly search: Search;
  readonly state: SearchState;
  readonly groups: readonly Group[];
  /** Every pair that may be one, the likeliest first. */
  readonly pairs: readonly FoundPair[];
};

const refOf = (sheet: string, id: string): string => `${sheet}/${id}`;

function decisionsOf(
  { records }: Subject,
  kept: readonly DuplicatePair[],
): readonly (Decision & { readonly key: string })[] {
  const places = new Map(records.map(({ table, id }, at) => [refOf(table.sheet, id), at]));
  return kept.flatMap(({ sheet, recordId, otherSheet, otherId, decision }) => {
    const isSame = decisionOf(decision);
    const a = places.get(refOf(sheet, recordId));
    const b = places.get(refOf(otherSheet, otherId));
    if (isSame === undefined || a === undefined || b === undefined) return [];
    return [{ a, b, isSame, key: pairKey(a, b) }];
  });
}

const pairKey = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`;

/** Records of a group, those of the system of record marked where it spans several sources. */
function withBelief(members: readonly Comparable[], system: string): readonly Comparable[] {
  const sources = new Set(members.flatMap(({ source }) => source?.toLowerCase() ?? []));
  if (system === "" || sources.size < 2) return members;
  return members.map((one) => ({ ...one, isBelieved: sameSource(one.source, system) }));
}

function findIn(
  subject: Subject,
  system: string,
  kept: readonly DuplicatePair[],
  remember: Remember,
): Found {
  const { records, data, label } = subject;
  const { search, state } = searchInParts(data, label, remember);
  const decisions = decisionsOf(subject, kept);
  const decided = new Map(decisions.map(({ key, isSame }) => [key, isSame]));
  const at = (place: number) => records[place] as Comparable;
  const grouped = groupsFound(search, state, decisions);
  const groups = grouped.map((group): Group => {
    const members = withBelief(group.map(at), system);
    const keep = survivorOf(members);
    const master = group[keep] as number;
    return {
      keep: members[keep] as Comparable,
      merge: group.flatMap((place, member) =>
        place === master
          ? []
          : [
              {
                record: members[member] as Comparable,
                score: explainPair(search, state, master, place),
              },
            ],
      ),
    };
  });
  const known = new Set(state.links.map(({ a, b }) => pairKey(a, b)));
  const scored = [...state.links, ...decisions.filter(({ key }) => !known.has(key))]
    .map(({ a, b }) => ({ a, b, score: explainPair(search, state, a, b) }))
    .sort((one, other) => other.score.weight - one.score.weight);
  const places = placePairs(grouped, scored, decisions);
  const pairs = scored.map(
    ({ a, b, score }, index): FoundPair => ({
      a: at(a),
      b: at(b),
      score,
      place: places[index] as PairPlace,
      isSame: decided.get(pairKey(a, b)),
    }),
  );
  return { subject, search, state, groups, pairs };
}

export function findDuplicates(book: Book): readonly Found[] {
  const { tables, settings, remember = inOneGo } = book.request;
  const kept = tables.duplicatePairs?.rows ?? [];
  return subjectsOf(book).map((subject) => {
    const system = settings.hygieneRules.get(subject.rule)?.systemOfRecord ?? "";
    return findIn(subject, system, kept, remember);
  });
}

/** The pairs that a person is asked about, those that hang together in one, the likeliest first. */
export function questionsOf({ pairs }: Found): readonly (readonly FoundPair[])[] {
  const questions = new Map<number, FoundPair[]>();
  for (const pair of pairs) {
    if (pair.place.standing !== "ask") continue;
    const known = questions.get(pair.place.question);
    if (known === undefined) questions.set(pair.place.question, [pair]);
    else known.push(pair);
  }
  return [...questions.values()];
}

const bits = (weight: number): string => `${weight >= 0 ? "+" : ""}${weight.toFixed(2)}`;

/** The parts of a pair's weight in words: `Start -14.61; Company name same +8.64`. */
export function partsInWords({ start, parts }: PairScore): string {
  const known = parts.filter(({ agreement }) => agreement !== "missing");
  const words = known.map(
    ({ label, agreement, weight }) => `${label} ${agreement} ${bits(weight)}`,
  );
  return [`Start ${bits(start)}`, ...words].join("; ");
}

/** The fields that two records agree on, and those they do not. */
export function agreement({ parts }: PairScore, ...wanted: readonly string[]): string {
  return parts
    .filter((part) => wanted.includes(part.agreement))
    .map(({ label, agreement: how }) => (how === "close" ? `${label} nearly` : label))
    .join(", ");
}
