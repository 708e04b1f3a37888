import type { Day } from "../calendar/day.ts";
import type { DealHistory } from "../history/dealHistory.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { isInScope } from "./dealMove.ts";
import { type HomeRates, homeAmountOn } from "./homeAmountOn.ts";
import type { MovementRequest } from "./pipelineMovement.ts";

/** Something that happened between two days and was undone before the second. */
export type InsideMove = {
  readonly opportunityId: string;
  /** `came and left`, `left and came back`: the pipeline as a whole; else the fact that moved there and back. */
  readonly what:
    | "came and left"
    | "left and came back"
    | "amount"
    | "closeDate"
    | "stage"
    | "owner";
  /** The day on which it was seen to be otherwise, the last of them. */
  readonly day: Day;
  /** How the deal stood then. */
  readonly between: DealOnDay;
  /** How it stood at the end. */
  readonly after: DealOnDay;
  /** In home currency: what came and left again, or how far the amount was off; the deal's amount otherwise. */
  readonly amount: number;
};

const followed = ["amount", "closeDate", "stage", "owner"] as const;

/**
 * What a comparison of the two ends cannot see: deals that came into the pipeline and left it again, that left and came
 * back, and facts of deals that stayed which moved and moved back.
 */
export function insideMoves(history: DealHistory, request: MovementRequest): readonly InsideMove[] {
  const { from, to, rates } = request;
  const moves: InsideMove[] = [];
  for (const after of history.on(to)) {
    if (after.since <= from) continue;
    const life = history.lifeOf(after.opportunityId);
    const between = life.filter(({ since }) => since > from && since < after.since);
    if (between.length === 0) continue;
    const before = history.dealOn(after.opportunityId, from);
    for (const { what, deal } of reversals(before, between, after, request)) {
      const amount = amountOf(what, deal, after, rates, to);
      moves.push({
        opportunityId: after.opportunityId,
        what,
        day: deal.since,
        between: deal,
        after,
        amount,
      });
    }
  }
  return moves.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

type Reversal = { readonly what: InsideMove["what"]; readonly deal: DealOnDay };

function reversals(
  before: DealOnDay | undefined,
  between: readonly DealOnDay[],
  after: DealOnDay,
  { scope, isMine = () => true }: MovementRequest,
): Reversal[] {
  const isIn = (deal: DealOnDay | undefined) => isInScope(deal, scope) && isMine(deal);
  const [wasIn, endsIn] = [isIn(before), isIn(after)];
  const latest = [...between].reverse();
  if (!wasIn && !endsIn) {
    const deal = latest.find(isIn);
    return deal ? [{ what: "came and left", deal }] : [];
  }
  if (!wasIn || !endsIn || before === undefined) return [];
  const away = latest.find((deal) => !isIn(deal));
  if (away) return [{ what: "left and came back", deal: away }];
  return followed.flatMap((what) => {
    if (before[what] !== after[what]) return [];
    const deal = latest.find((one) => one[what] !== after[what]);
    return deal ? [{ what, deal }] : [];
  });
}

function amountOf(
  what: InsideMove["what"],
  deal: DealOnDay,
  after: DealOnDay,
  rates: HomeRates,
  day: Day,
): number {
  const then = homeAmountOn(deal, rates, deal.since) ?? 0;
  return what === "amount" ? then - (homeAmountOn(after, rates, day) ?? 0) : then;
}
