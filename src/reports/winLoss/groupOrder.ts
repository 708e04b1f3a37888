import type { Factor } from "../../core/winloss/factors.ts";
import type { DecidedDeal } from "./decided.ts";

/** Sizes stand from small to large; of other factors the largest groups come first, as they are given. */
export function inOrder<Group extends { readonly name: string }>(
  groups: readonly Group[],
  deals: readonly DecidedDeal[],
  factor: Factor,
): readonly Group[] {
  if (factor.word !== "size") return groups;
  const namesOf = factor.namer(deals);
  const least = new Map<string, number>();
  for (const deal of deals) {
    const { amount } = deal;
    if (amount === undefined) continue;
    for (const name of namesOf(deal))
      least.set(name, Math.min(amount, least.get(name) ?? Number.POSITIVE_INFINITY));
  }
  return [...groups].sort(
    (one, other) => (least.get(one.name) ?? 0) - (least.get(other.name) ?? 0),
  );
}
