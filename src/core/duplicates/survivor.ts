import type { Moment } from "../calendar/day.ts";

/** What decides which of several records of one person, company or deal stays. */
export type Candidate = {
  /** Of the system of record, in a group that spans several sources. */
  readonly isBelieved?: boolean;
  /** Lower stays before higher: a contact before a lead. */
  readonly rank: number;
  readonly lastActivity?: Moment | undefined;
  readonly created?: Moment | undefined;
  /** Fields that are filled. */
  readonly filled: number;
};

const NEVER = Number.NEGATIVE_INFINITY;

/** Place of the record that stays: the system of record's, then lowest rank, then latest activity, then most filled fields, then the oldest. */
export function survivorOf(records: readonly Candidate[]): number {
  let best = 0;
  for (let at = 1; at < records.length; at++) {
    const [one, other] = [records[best], records[at]];
    if (one !== undefined && other !== undefined && compare(other, one) < 0) best = at;
  }
  return best;
}

/** Below 0 when the first is to stay rather than the second. */
function compare(a: Candidate, b: Candidate): number {
  const [believedA, believedB] = [a.isBelieved === true, b.isBelieved === true];
  if (believedA !== believedB) return believedA ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  const [activityA, activityB] = [a.lastActivity ?? NEVER, b.lastActivity ?? NEVER];
  if (activityA !== activityB) return activityB > activityA ? 1 : -1;
  if (a.filled !== b.filled) return b.filled - a.filled;
  const [createdA, createdB] = [a.created ?? Infinity, b.created ?? Infinity];
  return createdA === createdB ? 0 : createdA < createdB ? -1 : 1;
}

/** Where a merged record takes a field from. */
export type FieldChoice = {
  readonly field: string;
  /** Place of the record whose value is taken. */
  readonly from: number;
  readonly reason:
    | "only value"
    | "a refusal stands"
    | "system of record"
    | "latest activity"
    | "the record kept";
};

export type MergeRecord = Candidate & { readonly values: Readonly<Record<string, unknown>> };

const isFilled = (value: unknown): boolean => value !== undefined && value !== "";

const OPT_OUT: ReadonlySet<string> = new Set(["emailOptOut", "optOut"]);

/**
 * Which record each field comes from: of those that have it filled, the system of record's, else the one with the latest
 * activity; without dates the record that stays. Fields that all filled records agree on, and that the record kept has, are left out.
 */
export function chooseFields(
  records: readonly MergeRecord[],
  master: number,
  fields: readonly string[],
): readonly FieldChoice[] {
  return fields.flatMap((field): readonly FieldChoice[] => {
    const filled = records.flatMap(({ values }, at) => (isFilled(values[field]) ? [at] : []));
    const [first] = filled;
    if (first === undefined) return [];
    if (filled.length === 1)
      return first === master ? [] : [{ field, from: first, reason: "only value" }];
    const kept = records[master]?.values[field];
    if (isFilled(kept) && filled.every((at) => same(records[at]?.values[field], kept))) return [];
    return OPT_OUT.has(field) && filled.some((at) => records[at]?.values[field] === true)
      ? refusal(records, filled, master, field)
      : [believed(records, filled, master, field)];
  });
}

/** Who wants no mails wants none, whoever else says so. */
function refusal(
  records: readonly MergeRecord[],
  filled: readonly number[],
  master: number,
  field: string,
): readonly FieldChoice[] {
  const refusing = filled.filter((at) => records[at]?.values[field] === true);
  const [from] = refusing;
  if (from === undefined || refusing.includes(master)) return [];
  return [{ field, from, reason: "a refusal stands" }];
}

function believed(
  records: readonly MergeRecord[],
  filled: readonly number[],
  master: number,
  field: string,
): FieldChoice {
  const trusted = filled.filter((at) => records[at]?.isBelieved === true);
  // When something was last done is a fact of all of them together.
  const isOpen = field === "lastActivity" || trusted.length === 0;
  if (isOpen || trusted.length === filled.length) return newest(records, filled, master, field);
  return { ...newest(records, trusted, master, field), reason: "system of record" };
}

function newest(
  records: readonly MergeRecord[],
  filled: readonly number[],
  master: number,
  field: string,
): FieldChoice {
  let best = filled.includes(master) ? master : (filled[0] ?? master);
  let isDated = false;
  for (const at of filled) {
    const [mine, other] = [
      records[best]?.lastActivity ?? NEVER,
      records[at]?.lastActivity ?? NEVER,
    ];
    if (at === best || other === mine) continue;
    isDated = true;
    if (other > mine) best = at;
  }
  if (isDated) return { field, from: best, reason: "latest activity" };
  return { field, from: best, reason: best === master ? "the record kept" : "only value" };
}

const same = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string"
    ? a.trim().toLowerCase() === b.trim().toLowerCase()
    : a === b;
