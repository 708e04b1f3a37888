import { groupBy } from "../../core/groupBy.ts";
import type { QuotaInPeriod } from "../../core/quota/quotaInPeriod.ts";
import type { Book } from "../book.ts";
import type { AttainmentRow } from "./attainmentTable.ts";
import { attainmentOf, type QuotaClock } from "./numbers.ts";
import { bandOf, NO_QUOTA, type RepStanding } from "./reps.ts";

/** Sum over people; undefined when there are some and none of them has the number. */
function sum(
  people: readonly RepStanding[],
  numberOf: (person: RepStanding) => number | undefined,
): number | undefined {
  const known = people.flatMap((person) => numberOf(person) ?? []);
  return known.length === 0 && people.length > 0 ? undefined : known.reduce((a, b) => a + b, 0);
}

/** People taken together as if they were one. */
export function together(
  key: string,
  label: string,
  people: readonly RepStanding[],
  clock: QuotaClock,
  book: Book,
): AttainmentRow {
  const numbers = attainmentOf(
    sum(people, ({ numbers: one }) => one.quota),
    sum(people, ({ numbers: one }) => one.closed),
    sum(people, ({ numbers: one }) => one.recent),
    clock,
    book,
  );
  return {
    key,
    label,
    numbers,
    open: sum(people, ({ open }) => open),
    status: numbers.quota === undefined ? NO_QUOTA : (bandOf(numbers.projectedShare, book) ?? ""),
    people: people.length,
  };
}

const byAttainment = (a: AttainmentRow, b: AttainmentRow) =>
  (b.numbers.attainment ?? -1) - (a.numbers.attainment ?? -1) || (a.label < b.label ? -1 : 1);

/** Teams as Reps name them, else the people of one manager; empty when nobody has a team. */
export function teamRows(
  standings: readonly RepStanding[],
  clock: QuotaClock,
  book: Book,
): readonly AttainmentRow[] {
  if (standings.every(({ team }) => team === undefined)) return [];
  const teams = groupBy(standings, ({ team }) => team ?? "No team");
  return [...teams]
    .map(([team, people]) => together(team, team, people, clock, book))
    .sort(byAttainment);
}

export type ManagerRow = AttainmentRow & { readonly ownQuota: number | undefined };

/** Every manager with all people below, directly or not; one person counts under each manager above. */
export function managerRows(
  standings: readonly RepStanding[],
  quota: QuotaInPeriod,
  clock: QuotaClock,
  book: Book,
): readonly ManagerRow[] {
  const below = new Map<string, RepStanding[]>();
  for (const standing of standings) {
    const seen = new Set([standing.person.key]);
    let boss = book.people.managerOf(standing.person.key);
    while (boss !== undefined && !seen.has(boss.key)) {
      const people = below.get(boss.key);
      if (people === undefined) below.set(boss.key, [standing]);
      else people.push(standing);
      seen.add(boss.key);
      boss = book.people.managerOf(boss.key);
    }
  }
  // A manager's own deals belong to his people's result.
  for (const standing of standings) below.get(standing.person.key)?.push(standing);
  return [...below]
    .map(([key, people]): ManagerRow => {
      const { label } = book.people.find(key);
      return { ...together(key, label, people, clock, book), ownQuota: quota.rollUps.get(key) };
    })
    .sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || byAttainment(a, b));
}
