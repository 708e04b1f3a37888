import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import { periodFromName } from "../calendar/periodName.ts";
import type { People, Person } from "../quota/people.ts";
import { callName, type ForecastSubmission, isManagers, submittedOn } from "./submission.ts";

/** The number that stands, and how it came about. */
export type Call = {
  readonly amount: number;
  readonly on: Day;
  readonly note: string | undefined;
  readonly by: string | undefined;
  /** The number before it; undefined for the first one. */
  readonly before: number | undefined;
  /** How many times it was submitted. */
  readonly times: number;
};

export type PersonCalls = {
  readonly person: Person;
  /** By `call`, `commit`, `bestcase`, `pipeline`. */
  readonly own: ReadonlyMap<string, Call>;
  /** What the manager holds the same numbers to be. */
  readonly managers: ReadonlyMap<string, Call>;
};

type Numbered = { readonly row: ForecastSubmission; readonly on: Day; readonly amount: number };

/** The one number of a period: the call, else what is committed. */
export const mainCall = (calls: ReadonlyMap<string, Call>): Call | undefined =>
  calls.get("call") ?? calls.get("commit");

/** Submissions for a period that were made by the day, oldest first; the later row wins within one moment. */
export function submissionsOf(
  submissions: readonly ForecastSubmission[],
  period: string,
  asOf: Day,
  calendar: FiscalCalendar,
): readonly Numbered[] {
  const labels = new Map<string, string>();
  const labelOf = (text: string) => {
    const known = labels.get(text) ?? periodFromName(text, calendar)?.label ?? text.trim();
    labels.set(text, known);
    return known;
  };
  const wanted = labelOf(period);
  return submissions
    .flatMap((row): Numbered[] => {
      const on = submittedOn(row);
      const { amount, period: named } = row;
      if (on === undefined || amount === undefined || named === undefined || on > asOf) return [];
      return labelOf(named) === wanted ? [{ row, on, amount }] : [];
    })
    .sort((a, b) => a.on - b.on || (a.row.submittedAt ?? a.on) - (b.row.submittedAt ?? b.on));
}

/** What everybody calls: of each person's numbers the last one, with the one before it. */
export function currentCalls(
  submissions: readonly Numbered[],
  people: People,
): ReadonlyMap<string, PersonCalls> {
  const found = new Map<
    string,
    { person: Person; own: Map<string, Call>; managers: Map<string, Call> }
  >();
  for (const { row, on, amount } of submissions) {
    const person = people.find(row.rep);
    if (person.key === "") continue;
    const calls = found.get(person.key) ?? { person, own: new Map(), managers: new Map() };
    found.set(person.key, calls);
    const kept = isManagers(row) ? calls.managers : calls.own;
    const before = kept.get(callName(row));
    kept.set(callName(row), {
      amount,
      on,
      note: row.note,
      by: row.by,
      before: before?.amount,
      times: (before?.times ?? 0) + 1,
    });
  }
  return found;
}
