import type { Moment } from "../calendar/day.ts";

/** One record of a person, company or deal, as one source has it. */
export type SourcedRecord = {
  readonly source: string;
  readonly lastActivity?: Moment | undefined;
  /** By field, what a value comes down to when ways of writing do not matter; blank: the source says nothing. */
  readonly facts: Readonly<Record<string, string>>;
};

/** Two sources that say different things about one field. */
export type RecordConflict = {
  readonly field: string;
  /** Places of the record that is believed, and of the other. */
  readonly right: number;
  readonly wrong: number;
  /** Undefined: nothing tells which of the two is right. */
  readonly reason: "system of record" | "latest activity" | undefined;
};

export type RecordComparison = {
  /** By field, how many values of another source were held against the one believed. */
  readonly compared: ReadonlyMap<string, number>;
  readonly conflicts: readonly RecordConflict[];
};

export const sameSource = (one: string | undefined, other: string | undefined): boolean =>
  (one ?? "").trim().toLowerCase() === (other ?? "").trim().toLowerCase();

const NEVER = Number.NEGATIVE_INFINITY;
const latest = ({ lastActivity }: SourcedRecord) => lastActivity ?? NEVER;

/**
 * Holds what records of one thing say against each other, field by field. Believed is the system of record; where it is
 * silent or nobody has named it, the record with the latest activity. Only records of another source than the believed
 * one can contradict it: two of one source are a duplicate.
 */
export function recordConflicts(
  records: readonly SourcedRecord[],
  fields: readonly string[],
  systemOfRecord: string,
): RecordComparison {
  const compared = new Map<string, number>();
  const conflicts: RecordConflict[] = [];
  for (const field of fields) {
    const said = records.flatMap((record, at) =>
      (record.facts[field] ?? "") === "" ? [] : [{ at, record }],
    );
    const [right, ...others] = said.sort(
      (a, b) => rank(a.record, systemOfRecord) - rank(b.record, systemOfRecord) || later(a, b),
    );
    if (right === undefined) continue;
    const rivals = others.filter(({ record }) => !sameSource(record.source, right.record.source));
    if (rivals.length > 0) compared.set(field, rivals.length);
    for (const { at, record } of rivals) {
      if (record.facts[field] === right.record.facts[field]) continue;
      const reason =
        rank(right.record, systemOfRecord) === 0
          ? "system of record"
          : latest(right.record) > latest(record)
            ? "latest activity"
            : undefined;
      conflicts.push({ field, right: right.at, wrong: at, reason });
    }
  }
  return { compared, conflicts };
}

const rank = ({ source }: SourcedRecord, system: string): 0 | 1 =>
  system.trim() !== "" && sameSource(source, system) ? 0 : 1;

type Said = { readonly at: number; readonly record: SourcedRecord };

function later(a: Said, b: Said): number {
  const [first, second] = [latest(a.record), latest(b.record)];
  return first === second ? a.at - b.at : second > first ? 1 : -1;
}
