import { wilsonInterval } from "../accuracy/wilson.ts";
import { plainText } from "../deals/stageIndex.ts";
import type { DecidedDeal } from "./decidedDeal.ts";
import { type LossCategory, type LossKindOf, lossKindOf } from "./lossCategory.ts";

export type LossTally = {
  /** Undefined where no reason is given. */
  readonly category: LossCategory | undefined;
  /** Undefined for a whole category. */
  readonly reason: string | undefined;
  /** Whether losses for the reason could have been won; undefined where nobody said. */
  readonly addressable?: boolean | undefined;
  readonly deals: number;
  /** Of all lost deals. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly amount: number;
  /** Of the lost deals' amounts; undefined where they add up to nothing. */
  readonly amountShare: number | undefined;
};

type Count = { name: string; deals: number; amount: number };
type Kind = Count & { category: LossCategory | undefined; reasons: Map<string, Count> };

const larger = (one: Count, other: Count) =>
  other.deals - one.deals || other.amount - one.amount || (one.name < other.name ? -1 : 1);

function add(count: Count, amount: number) {
  count.deals++;
  count.amount += amount;
}

function countKinds(lost: readonly DecidedDeal[], kindOf: LossKindOf): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { reason, amount = 0 } of lost) {
    const category = kindOf(reason)?.category;
    const name = category ?? "";
    const kind = kinds.get(name) ?? { name, category, deals: 0, amount: 0, reasons: new Map() };
    kinds.set(name, kind);
    add(kind, amount);
    if (reason === undefined || category === undefined) continue;
    const key = plainText(reason);
    const one = kind.reasons.get(key) ?? { name: reason.trim(), deals: 0, amount: 0 };
    kind.reasons.set(key, one);
    add(one, amount);
  }
  return [...kinds.values()].sort(
    (one, other) => Number(one.name === "") - Number(other.name === "") || larger(one, other),
  );
}

/**
 * Lost deals by kind of loss, the largest first, each followed by its reasons as the CRM words them; last those
 * without a reason. Spellings that differ in case and punctuation alone are one reason.
 */
export function lossReasons(
  deals: readonly DecidedDeal[],
  level: number,
  kindOf: LossKindOf = lossKindOf(),
): LossTally[] {
  const lost = deals.filter(({ won }) => !won);
  const value = lost.reduce((sum, { amount = 0 }) => sum + amount, 0);
  const tally = (
    category: LossCategory | undefined,
    reason: string | undefined,
    { deals: count, amount }: Count,
  ): LossTally => {
    const [low, high] = wilsonInterval(count, lost.length, level);
    const amountShare = value > 0 ? amount / value : undefined;
    return {
      category,
      reason,
      ...(reason === undefined ? {} : { addressable: kindOf(reason)?.addressable }),
      deals: count,
      share: count / lost.length,
      low,
      high,
      amount,
      amountShare,
    };
  };
  return countKinds(lost, kindOf).flatMap((kind) => [
    tally(kind.category, undefined, kind),
    ...[...kind.reasons.values()].sort(larger).map((one) => tally(kind.category, one.name, one)),
  ]);
}
