import { groupBy } from "../../core/groupBy.ts";
import type { Person } from "../../core/quota/people.ts";
import type { QuotaInPeriod } from "../../core/quota/quotaInPeriod.ts";
import { quotaStatus } from "../../core/quota/quotaStatus.ts";
import type { Book, BookDeal } from "../book.ts";
import { tally, total } from "../parts/tally.ts";
import { teamOf } from "../parts/teamOf.ts";
import { type Attainment, attainmentOf, isRecent, type QuotaClock } from "./numbers.ts";

/** A person with a quota, or with deals won in the period or the last 30 days. */
export type RepStanding = {
  readonly person: Person;
  readonly team: string | undefined;
  readonly numbers: Attainment;
  /** Open pipeline of the period. */
  readonly open: number | undefined;
  readonly status: string;
};

export const NO_QUOTA = "No quota";

/** Status words with their sign, from the best on. */
export const BANDS = ["▲ Exceeding", "▲ On Track", "● At Risk", "▼ Critical"] as const;

/** The band of a projected share of quota. */
export function bandOf(projectedShare: number | undefined, book: Book): string | undefined {
  if (projectedShare === undefined) return undefined;
  const status = quotaStatus(projectedShare, book.request.settings.options);
  return BANDS.find((band) => band.endsWith(status));
}

const amountOf = ({ standing }: BookDeal) => standing.amount;
const ownerKey = ({ owner }: BookDeal) => owner.key;

export function repStandings(
  book: Book,
  quota: QuotaInPeriod,
  clock: QuotaClock,
  hasClosed: boolean,
): readonly RepStanding[] {
  const { asOf } = book.request;
  const won = groupBy(book.won, ownerKey);
  const recent = groupBy(
    book.deals.filter((deal) => isRecent(deal, asOf)),
    ownerKey,
  );
  const open = groupBy(book.open, ownerKey);
  const labels = new Map([...won, ...recent].map(([key]) => [key, book.people.find(key)]));
  for (const [key, amount] of quota.byPerson)
    if (amount > 0) labels.set(key, book.people.find(key));
  // Without a single close date nobody knows what is open in the period.
  const knowsOpen =
    book.open.length > 0 ||
    book.allOpen.some(({ standing }) => standing.deal.closeDate !== undefined) ||
    book.allOpen.length === 0;
  const sum = (deals: readonly BookDeal[] | undefined) => total(tally(deals ?? [], amountOf));
  const standings = [...labels].map(([key, person]): RepStanding => {
    const numbers = attainmentOf(
      quota.byPerson.get(key) || undefined,
      hasClosed ? sum(won.get(key)) : undefined,
      hasClosed ? sum(recent.get(key)) : undefined,
      clock,
      book,
    );
    const status =
      numbers.quota === undefined
        ? NO_QUOTA
        : (bandOf(numbers.projectedShare, book) ?? "Not known");
    return {
      person,
      team: teamOf(book.people, key),
      numbers,
      open: knowsOpen ? sum(open.get(key)) : undefined,
      status,
    };
  });
  return standings.sort(
    (a, b) =>
      (b.numbers.attainment ?? -1) - (a.numbers.attainment ?? -1) ||
      (b.numbers.closed ?? 0) - (a.numbers.closed ?? 0) ||
      (a.person.label < b.person.label ? -1 : 1),
  );
}
