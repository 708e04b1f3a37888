import type { Day } from "../../core/calendar/day.ts";
import { pastPeriods } from "../../core/calendar/pastPeriods.ts";
import { FACTORS, type Factor, type FactorDeal } from "../../core/winloss/factors.ts";
import type { Book, BookDeal } from "../book.ts";
import { sayDay } from "../parts/words.ts";

export type DecidedDeal = FactorDeal & { readonly row: BookDeal };

/** The won and lost deals that the report looks at, and those it compares them with. */
export type Decided = {
  readonly book: Book;
  readonly deals: readonly DecidedDeal[];
  readonly before: readonly DecidedDeal[];
  /** The days of the comparison, in words. */
  readonly beforeWords: string;
  /** The days looked at, in words. */
  readonly words: string;
  /** True when the period had too few deals and 12 months are looked at. */
  readonly isYear: boolean;
  /** What the deals can be sorted by: factors whose column is filled. */
  readonly factors: readonly Factor[];
  /** True when the amount of a lost deal is known. */
  readonly valued: boolean;
};

/** Decided deals below which a win rate by group is shown as a range alone. */
export const ENOUGH_FOR_BARS = 100;
const YEAR = 365;

/** An amount of 0 is none: some exports set it when a deal is lost. */
function toDecided(row: BookDeal): DecidedDeal {
  const { standing, owner, team, segment, region } = row;
  const { deal, status, amount } = standing;
  return {
    row,
    won: status === "won",
    reason: deal.lossReason,
    amount: amount !== undefined && amount > 0 ? amount : undefined,
    deal: { ...deal, owner: owner.label, team, segment, region },
  };
}

/**
 * The deals closed in the period so far; of the 12 months to its end where these are fewer than a hundred, since few
 * deals tell nothing about reasons and groups. They are compared with the year before, or with the same part of the
 * period before: the end of a period brings other deals than its beginning. Without close dates all deals count, and
 * nothing is compared.
 */
export function decidedDeals(book: Book): Decided {
  const { asOf, period, settings } = book.request;
  const closed = book.deals.filter(
    ({ standing: { status } }) => status === "won" || status === "lost",
  );
  const end = Math.min(asOf, period.to);
  const between = (from: Day, to: Day) =>
    closed.filter(({ standing: { deal } }) => {
      const day = deal.closeDate;
      return day !== undefined && day >= from && day <= to;
    });
  const inPeriod = between(period.from, end);
  const isYear = inPeriod.length < ENOUGH_FOR_BARS && end - period.from + 1 < YEAR;
  const from = isYear ? end - YEAR + 1 : period.from;
  const [last] = pastPeriods(period, 1, settings.calendar);
  const back =
    isYear || !last
      ? { from: from - YEAR, to: end - YEAR }
      : { from: last.from, to: end === period.to ? last.to : last.from + end - from };
  const chosen = book.knowsClosed ? between(from, end) : closed;
  const deals = chosen.map(toDecided);
  const before = book.knowsClosed ? between(back.from, back.to).map(toDecided) : [];
  const isFilled = (factor: Factor) =>
    factor.word === "size"
      ? [true, false].every((won) =>
          deals.some((one) => one.won === won && one.amount !== undefined),
        )
      : deals.some(({ deal }) => deal[factor.field] !== undefined && deal[factor.field] !== "");
  return {
    book,
    deals,
    before,
    words: book.knowsClosed ? `${sayDay(from)} to ${sayDay(end)}` : "all closed deals",
    beforeWords: `${sayDay(back.from)} to ${sayDay(back.to)}`,
    isYear: book.knowsClosed && isYear,
    factors: FACTORS.filter(isFilled),
    valued: deals.some(({ won, amount }) => !won && amount !== undefined),
  };
}
