import type { Day, Moment } from "../calendar/day.ts";
import type { NewBusiness } from "./distribution/newBusiness.ts";

/** A deal of the past that was won, in home currency. */
export type PastWin = {
  readonly created: Moment | undefined;
  readonly closed: Day;
  readonly amount: number | undefined;
};

type Days = { readonly from: Day; readonly to: Day };

export type CreateAndClose = {
  /** Undefined when the data does not reach back over a single past period. */
  readonly business: NewBusiness | undefined;
  /** Past periods that the data covers. */
  readonly periods: number;
  /** Deals counted in them. */
  readonly deals: number;
};

/**
 * Deals that are created and won within the last so many days of a period, as in past ones: on average so many a
 * period, of the sizes seen. A past period counts when deals are known from before its last so many days.
 */
export function createAndClose(
  wins: readonly PastWin[],
  periods: readonly Days[],
  daysLeft: number,
  knownSince: Day | undefined,
): CreateAndClose {
  if (daysLeft <= 0) return { business: { count: 0, amounts: [] }, periods: 0, deals: 0 };
  const covered = periods.filter(
    ({ to }) => knownSince !== undefined && knownSince <= to - daysLeft,
  );
  const amounts = wins.flatMap(({ created, closed, amount }) => {
    if (created === undefined || amount === undefined || !(amount > 0)) return [];
    const period = covered.find(({ from, to }) => closed >= from && closed <= to);
    // The day itself still belongs to what is known.
    return period !== undefined && Math.floor(created) > period.to - daysLeft ? [amount] : [];
  });
  const count = covered.length;
  return {
    business: count === 0 ? undefined : { count: amounts.length / count, amounts, periods: count },
    periods: count,
    deals: amounts.length,
  };
}
