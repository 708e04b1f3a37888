import type { Day } from "../calendar/day.ts";
import type { DealHistory } from "../history/dealHistory.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { type DealMove, dealMove, isInScope, type MovementScope } from "./dealMove.ts";
import type { HomeRates } from "./homeAmountOn.ts";
import { MOVE_REASONS, type MoveReason } from "./moveReason.ts";

export type MovementRequest = {
  readonly from: Day;
  readonly to: Day;
  readonly scope: MovementScope;
  readonly rates: HomeRates;
  /** Whose deals are looked at; everybody's when left out. */
  readonly isMine?: (deal: DealOnDay) => boolean;
};

export type MovedDeal = DealMove & {
  readonly before: DealOnDay | undefined;
  readonly after: DealOnDay | undefined;
};

/** A pipeline on two days and all that happened to it in between. */
export type Waterfall = {
  readonly start: number;
  readonly end: number;
  readonly startDeals: number;
  readonly endDeals: number;
  /** Signed: `start` and all of them add up to `end`. */
  readonly moves: Readonly<Record<MoveReason, { readonly amount: number; readonly deals: number }>>;
  /** `start` plus all moves less `end`, to the cent: 0 when right. */
  readonly check: number;
};

export type PipelineMovement = {
  readonly total: Waterfall;
  /** Deals that came, left or changed. */
  readonly deals: readonly MovedDeal[];
};

/** What changed in a pipeline between the ends of two days. */
export function pipelineMovement(history: DealHistory, request: MovementRequest): PipelineMovement {
  const { from, to, scope, rates, isMine = () => true } = request;
  const total = waterfallSum();
  const deals: MovedDeal[] = [];
  for (const { before, after } of pairsOf(history, from, to)) {
    if (!isInScope(before, scope) && !isInScope(after, scope)) continue;
    const move = dealMove(
      { day: from, deal: before, isMine: before !== undefined && isMine(before) },
      { day: to, deal: after, isMine: after !== undefined && isMine(after) },
      scope,
      rates,
    );
    total.add(move);
    if (move.effects.length > 0) deals.push({ ...move, before, after });
  }
  return { total: total.waterfall(), deals };
}

/**
 * The same for each owner, team or other group a deal belongs to on a day. A deal that changes hands leaves one group and
 * comes into another, so the groups' starts, ends and moves add up to those of all.
 */
export function movementByGroup(
  history: DealHistory,
  { from, to, scope, rates, isMine = () => true }: MovementRequest,
  groupOf: (deal: DealOnDay) => string,
): ReadonlyMap<string, Waterfall> {
  const sums = new Map<string, ReturnType<typeof waterfallSum>>();
  for (const { before, after } of pairsOf(history, from, to)) {
    if (!isInScope(before, scope) && !isInScope(after, scope)) continue;
    const [first, second] = [before, after].map((deal) =>
      deal && isMine(deal) ? groupOf(deal) : undefined,
    );
    for (const group of new Set([first, second])) {
      if (group === undefined) continue;
      const move = dealMove(
        { day: from, deal: before, isMine: first === group },
        { day: to, deal: after, isMine: second === group },
        scope,
        rates,
      );
      if (move.start === undefined && move.end === undefined) continue;
      let sum = sums.get(group);
      if (!sum) {
        sum = waterfallSum();
        sums.set(group, sum);
      }
      sum.add(move);
    }
  }
  return new Map([...sums].map(([group, sum]) => [group, sum.waterfall()]));
}

/** Each deal on both days. One that existed on the first exists on the second too, in the same order. */
function pairsOf(history: DealHistory, from: Day, to: Day) {
  const earlier = history.on(from);
  let next = 0;
  return history.on(to).map((after) => {
    const isKnown = earlier[next]?.opportunityId === after.opportunityId;
    const before = isKnown ? earlier[next] : undefined;
    if (isKnown) next += 1;
    return { before, after };
  });
}

function waterfallSum() {
  const moves = Object.fromEntries(
    MOVE_REASONS.map((reason) => [reason, { amount: 0, deals: 0 }]),
  ) as Record<MoveReason, { amount: number; deals: number }>;
  const sums = { start: 0, end: 0, startDeals: 0, endDeals: 0 };
  return {
    add({ start, end, effects }: DealMove): void {
      sums.start += start ?? 0;
      sums.end += end ?? 0;
      if (start !== undefined) sums.startDeals += 1;
      if (end !== undefined) sums.endDeals += 1;
      for (const { reason, amount } of effects) {
        moves[reason].amount += amount;
        moves[reason].deals += 1;
      }
    },
    waterfall(): Waterfall {
      let end = sums.start;
      for (const reason of MOVE_REASONS) end += moves[reason].amount;
      // Adding 0 turns a negative zero into zero.
      return { ...sums, moves, check: Math.round((end - sums.end) * 100) / 100 + 0 };
    },
  };
}
