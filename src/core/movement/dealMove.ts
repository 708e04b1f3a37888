import type { Day } from "../calendar/day.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { currencyOn, type HomeRates, homeAmountOn, homeRateOn } from "./homeAmountOn.ts";
import type { MoveReason } from "./moveReason.ts";

/** Which pipeline is looked at. */
export type MovementScope = {
  /** Close dates that belong to it, both ends included; every open deal when left out. */
  readonly window?: { readonly from: Day; readonly to: Day };
  /** Stages and categories that belong to it; all when left out. */
  readonly counts?: (deal: DealOnDay) => boolean;
  /** True: what a deal's amount changed by is told apart from why it came or left. */
  readonly splitAmounts?: boolean;
};

/** A deal at one end, and whether it was then one of those whose deals are looked at. */
export type MoveEnd = {
  readonly day: Day;
  readonly deal: DealOnDay | undefined;
  readonly isMine: boolean;
};

export type MoveEffect = { readonly reason: MoveReason; readonly amount: number };

export type DealMove = {
  /** What the deal adds to the pipeline of the first and of the second day; undefined when it is not in it. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** They add up to `end` less `start`. The first is the reason, others are amount and currency changes. */
  readonly effects: readonly MoveEffect[];
};

/** True for an open deal whose close date, stage and category belong to the pipeline looked at. */
export function isInScope(deal: DealOnDay | undefined, scope: MovementScope): deal is DealOnDay {
  if (deal?.status !== "open") return false;
  return placeIn(deal, scope) === 0 && (scope.counts?.(deal) ?? true);
}

/** -1 closing before the window, 0 in it, 1 after it; without a close date it counts as later than any window. */
function placeIn({ closeDate }: DealOnDay, { window }: MovementScope): number {
  if (window === undefined) return 0;
  if (closeDate === undefined || closeDate > window.to) return 1;
  return closeDate < window.from ? -1 : 0;
}

/**
 * What a deal did to a pipeline between the ends of two days. One reason a deal, the first that holds. Of a deal that
 * came: new, owner in, reopened, pulled or pushed in, stage. Of one that left: deleted, owner out, won, lost, pulled or
 * pushed out, stage. Of one that stayed: what its amount and what its rate changed by.
 */
export function dealMove(
  from: MoveEnd,
  to: MoveEnd,
  scope: MovementScope,
  rates: HomeRates,
): DealMove {
  const wasIn = from.isMine && isInScope(from.deal, scope);
  const isIn = to.isMine && isInScope(to.deal, scope);
  if (!wasIn && !isIn) return { start: undefined, end: undefined, effects: [] };
  const before = from.deal && homeAmountOn(from.deal, rates, from.day);
  const after = to.deal && homeAmountOn(to.deal, rates, to.day);
  const start = wasIn ? (before ?? 0) : undefined;
  const end = isIn ? (after ?? 0) : undefined;
  const changes = () => changesOf(from, to, rates);
  if (wasIn && isIn) return { start, end, effects: changes() };
  const reason = wasIn ? whyLeft(to, scope) : whyCame(from, scope);
  if (!scope.splitAmounts || before === undefined || after === undefined) {
    return { start, end, effects: [{ reason, amount: (end ?? 0) - (start ?? 0) }] };
  }
  const moved = wasIn ? -after : before;
  return { start, end, effects: [{ reason, amount: moved }, ...changes()] };
}

function whyLeft({ deal, isMine }: MoveEnd, scope: MovementScope): MoveReason {
  if (deal === undefined || deal.status === "gone") return "deleted";
  if (!isMine) return "owner_out";
  if (deal.status !== "open") return deal.status;
  const place = placeIn(deal, scope);
  if (place === 0) return "stage_out";
  return place < 0 ? "pulled_out" : "pushed_out";
}

function whyCame({ deal, isMine }: MoveEnd, scope: MovementScope): MoveReason {
  if (deal === undefined) return "new";
  if (!isMine) return "owner_in";
  if (deal.status !== "open") return "reopened";
  const place = placeIn(deal, scope);
  if (place === 0) return "stage_in";
  return place < 0 ? "pushed_in" : "pulled_in";
}

/** The change of the amount at the first day's rate, and what the rate or another currency did to it. */
function changesOf(from: MoveEnd, to: MoveEnd, rates: HomeRates): MoveEffect[] {
  if (from.deal === undefined || to.deal === undefined) return [];
  const before = homeAmountOn(from.deal, rates, from.day);
  const after = homeAmountOn(to.deal, rates, to.day);
  const whole = (after ?? 0) - (before ?? 0);
  const [rateBefore, rateAfter] = [
    homeRateOn(from.deal, rates, from.day),
    homeRateOn(to.deal, rates, to.day),
  ];
  const isComparable =
    rateBefore !== undefined &&
    rateAfter !== undefined &&
    currencyOn(from.deal, rates) === currencyOn(to.deal, rates);
  if (!isComparable) return effectsOf(0, whole);
  if (rateBefore === rateAfter) return effectsOf(whole, 0);
  const amount = ((to.deal.amount ?? 0) - (from.deal.amount ?? 0)) * rateBefore;
  return effectsOf(amount, whole - amount);
}

function effectsOf(amount: number, currency: number): MoveEffect[] {
  const effects: MoveEffect[] = [];
  if (amount !== 0) effects.push({ reason: amount > 0 ? "amount_up" : "amount_down", amount });
  if (currency !== 0) effects.push({ reason: "currency", amount: currency });
  return effects;
}
