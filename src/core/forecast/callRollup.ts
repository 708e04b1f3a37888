import type { Day } from "../calendar/day.ts";
import type { People, Person } from "../quota/people.ts";
import { type Call, mainCall, type PersonCalls } from "./currentCalls.ts";

/** One person of the roll-up: what he or she calls, beside what those below add up to. */
export type CallLine = {
  readonly person: Person;
  /** 0 for those who report to nobody here. */
  readonly level: number;
  readonly own: Call | undefined;
  /** What the manager holds it to be. */
  readonly byManager: Call | undefined;
  /** What the direct reports count for together; undefined without any, or where none has a number. */
  readonly reports: number | undefined;
  /** What goes up: the manager's number for the person, else the own call, else that of the reports. */
  readonly counts: number | undefined;
  /** Own call less that of the reports. */
  readonly difference: number | undefined;
  /** Direct reports who have no number and nobody below with one. */
  readonly missing: readonly Person[];
  /** Days since the own call. */
  readonly age: number | undefined;
  /** The own call is from before the last weekly round. */
  readonly isOld: boolean;
};

export type CallRollup = {
  /** Each manager before those who report to him or her. */
  readonly lines: readonly CallLine[];
  /** What those at the top count for; undefined where nobody has a number. */
  readonly total: number | undefined;
};

const byLabel = (a: Person, b: Person) => a.label.localeCompare(b.label);

function sumOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}

/**
 * The calls of a period over the tree of managers. `team` are those expected to call; whoever has called, and every
 * manager above them, belongs to it too. Calls before `freshFrom` are old. Managers who manage each other in a circle are cut at the first of them.
 */
export function callRollup(
  calls: ReadonlyMap<string, PersonCalls>,
  team: readonly Person[],
  people: People,
  asOf: Day,
  freshFrom: Day,
): CallRollup {
  const all = new Map<string, Person>();
  for (const start of [...team, ...[...calls.values()].map(({ person }) => person)]) {
    let at: Person | undefined = start;
    while (at !== undefined && !all.has(at.key)) {
      all.set(at.key, at);
      at = people.managerOf(at.key);
    }
  }
  const below = new Map<string, Person[]>();
  const tops: Person[] = [];
  for (const person of [...all.values()].sort(byLabel)) {
    const boss = people.managerOf(person.key);
    if (boss === undefined) tops.push(person);
    else {
      const team = below.get(boss.key) ?? [];
      team.push(person);
      below.set(boss.key, team);
    }
  }
  const days = { asOf, freshFrom };
  const seen = new Set<string>();
  const lines: CallLine[] = [];
  const visit = (person: Person, level: number): number | undefined => {
    seen.add(person.key);
    const place = lines.length;
    const reports = (below.get(person.key) ?? []).filter(({ key }) => !seen.has(key));
    // The place is taken first, so that a manager stands above the reports that are visited next.
    lines.push(lineOf(person, level, calls.get(person.key), [], days));
    const parts = reports.map((one) => [one, visit(one, level + 1)] as const);
    const line = lineOf(person, level, calls.get(person.key), parts, days);
    lines[place] = line;
    return line.counts;
  };
  const totals = tops.map((person) => visit(person, 0));
  for (const person of [...all.values()].sort(byLabel))
    if (!seen.has(person.key)) totals.push(visit(person, 0));
  return { lines, total: sumOf(totals) };
}

function lineOf(
  person: Person,
  level: number,
  calls: PersonCalls | undefined,
  parts: readonly (readonly [Person, number | undefined])[],
  { asOf, freshFrom }: { readonly asOf: Day; readonly freshFrom: Day },
): CallLine {
  const own = calls && mainCall(calls.own);
  const byManager = calls && mainCall(calls.managers);
  const reports = sumOf(parts.map(([, counts]) => counts));
  const age = own && asOf - own.on;
  return {
    person,
    level,
    own,
    byManager,
    reports,
    counts: byManager?.amount ?? own?.amount ?? reports,
    difference: own === undefined || reports === undefined ? undefined : own.amount - reports,
    missing: parts.flatMap(([one, counts]) => (counts === undefined ? [one] : [])),
    age,
    isOld: own !== undefined && own.on < freshFrom,
  };
}
