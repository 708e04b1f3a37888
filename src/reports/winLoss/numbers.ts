import { wilsonInterval } from "../../core/accuracy/wilson.ts";
import { type LossKindOf, lossKindOf } from "../../core/winloss/lossCategory.ts";
import { type LossTally, lossReasons } from "../../core/winloss/lossReasons.ts";
import { type WinDriver, winDrivers } from "../../core/winloss/winDrivers.ts";
import { type WinRateChange, winRateChange } from "../../core/winloss/winRateChange.ts";
import { tally, total } from "../parts/tally.ts";
import type { Decided, DecidedDeal } from "./decided.ts";

/** How sure ranges are. */
export const LEVEL = 0.95;

export type Numbers = Decided & {
  readonly won: readonly DecidedDeal[];
  readonly lost: readonly DecidedDeal[];
  /** Undefined when no lost deal says why. */
  readonly noDecision: number | undefined;
  /** Lost without a reason. */
  readonly unexplained: readonly DecidedDeal[];
  readonly winRate: number | undefined;
  readonly range: readonly [number, number] | undefined;
  readonly valueRate: number | undefined;
  /** With deals that ended without a decision left out. */
  readonly decisionRate: number | undefined;
  readonly lostAmount: number | undefined;
  readonly change: WinRateChange | undefined;
  readonly reasons: readonly LossTally[];
  readonly kindOf: LossKindOf;
  readonly drivers: readonly WinDriver[];
};

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : undefined);
const amountOf = ({ amount }: DecidedDeal) => amount;

export function numbersOf(decided: Decided): Numbers {
  const { deals, before, factors } = decided;
  const won = deals.filter((deal) => deal.won);
  const lost = deals.filter((deal) => !deal.won);
  const kindOf = lossKindOf(decided.book.request.settings.lossReasons);
  const reasons = lossReasons(deals, LEVEL, kindOf);
  const isTold = reasons.some(({ category }) => category !== undefined);
  const noDecision = isTold
    ? lost.filter(({ reason }) => kindOf(reason)?.category === "No decision").length
    : undefined;
  const [wonAmount, lostAmount] = [won, lost].map((list) => total(tally(list, amountOf)));
  const wonBefore = before.filter((deal) => deal.won).length;
  return {
    ...decided,
    won,
    lost,
    noDecision,
    unexplained: lost
      .filter(({ reason }) => kindOf(reason) === undefined)
      .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)),
    winRate: ratio(won.length, deals.length),
    range: deals.length > 0 ? wilsonInterval(won.length, deals.length, LEVEL) : undefined,
    valueRate:
      wonAmount === undefined || lostAmount === undefined
        ? undefined
        : ratio(wonAmount, wonAmount + lostAmount),
    decisionRate:
      noDecision === undefined ? undefined : ratio(won.length, deals.length - noDecision),
    lostAmount,
    change: winRateChange(
      { hits: wonBefore, count: before.length },
      { hits: won.length, count: deals.length },
      LEVEL,
    ),
    reasons,
    kindOf,
    drivers: winDrivers(deals, factors, LEVEL),
  };
}
