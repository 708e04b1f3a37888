import { recentActivity } from "../../core/deals/activityChange.ts";
import { type Readiness, stageReadiness } from "../../core/hygiene/stageReadiness.ts";
import { InputError } from "../../core/inputError.ts";
import type { Person } from "../../core/quota/people.ts";
import { dealRequirements } from "../../settings/requirements.ts";
import type { Book, BookDeal } from "../book.ts";
import { bookQuota } from "../parts/bookQuota.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import { tally, total } from "../parts/tally.ts";
import { type RiskBook, type RiskDeal, riskiest, riskReader } from "../risk/riskDeals.ts";

export type MyDeal = {
  readonly risk: RiskDeal;
  readonly ready: Readiness | undefined;
  readonly inactiveDays: number | undefined;
  /** Activities of the last 14 days; undefined when the data holds none at all. */
  readonly lately: number | undefined;
};

export type MyDeals = {
  readonly book: Book;
  readonly risks: RiskBook;
  readonly person: Person;
  /** Open deals, the riskiest money first. */
  readonly deals: readonly MyDeal[];
  /** Open deals of the period, overdue ones included. */
  readonly inPeriod: readonly BookDeal[];
  /** All deals that an amount may come from: open ones and those won in the period. */
  readonly counted: readonly BookDeal[];
  readonly won: number | undefined;
  readonly quota: number | undefined;
  readonly open: number | undefined;
  readonly weighted: number | undefined;
};

const keyOf = ({ owner }: BookDeal) => owner.key;

function personCalled(book: Book, wanted: string): Person {
  const person = book.people.find(wanted);
  const { deals } = book;
  const isKnown = person.rep !== undefined || deals.some((deal) => keyOf(deal) === person.key);
  if (isKnown || deals.length === 0) return person;
  throw new InputError(
    `Nobody is called "${wanted.trim()}"; expected the name or the id of a person of the sheets Reps or Opportunities.`,
  );
}

/** Whoever is asked for, else who has most open value. */
function personOf(book: Book, wanted: string | undefined): Person {
  if (wanted !== undefined) return personCalled(book, wanted);
  const values = new Map<string, number>();
  for (const deal of book.allOpen) {
    if (deal.owner.key === "") continue;
    const amount = Math.max(0, deal.standing.amount ?? 0);
    values.set(deal.owner.key, (values.get(deal.owner.key) ?? 0) + amount);
  }
  let [most, key] = [Number.NEGATIVE_INFINITY, ""];
  for (const [owner, value] of values) if (value > most) [most, key] = [value, owner];
  return book.people.find(key);
}

export function myDealsOf(book: Book): MyDeals {
  const { tables, asOf, settings } = book.request;
  const person = personOf(book, book.request.person);
  const mine = (deals: readonly BookDeal[]) => deals.filter((deal) => keyOf(deal) === person.key);
  const { riskOf, ...reader } = riskReader(book);
  const { stages } = book.standings;
  const requirements = dealRequirements(settings.requiredFields, stages);
  const activity = activityRecord(tables, asOf);
  const activities = tables.activities?.rows ?? [];
  const lately = recentActivity(activities, asOf);
  const risky = mine(book.allOpen).map(riskOf).sort(riskiest);
  const inPeriod = mine(book.open);
  // Without a close date on any deal nothing is known to close in the period.
  const all = mine(book.allOpen);
  const isDated =
    all.length === 0 || all.some(({ standing }) => standing.deal.closeDate !== undefined);
  return {
    book,
    risks: { book, ...reader, deals: risky },
    person,
    deals: risky.map((risk) => ({
      risk,
      ready: stageReadiness(risk.facts, stages, requirements, book.has),
      inactiveDays: activity.inactiveDays(risk.facts),
      lately: activities.length === 0 ? undefined : (lately.get(risk.facts.opportunityId) ?? 0),
    })),
    inPeriod,
    counted: [...all, ...mine(book.won)],
    won: book.knowsClosed
      ? total(tally(mine(book.won), ({ standing }) => standing.amount))
      : undefined,
    quota: bookQuota(book).byPerson.get(person.key) || undefined,
    open: isDated ? total(tally(inPeriod, ({ standing }) => standing.amount)) : undefined,
    weighted: isDated ? total(tally(inPeriod, ({ standing }) => standing.weighted)) : undefined,
  };
}
