import type { DealChange } from "../deals/deal.ts";
import { plainText } from "../deals/stageIndex.ts";
import { recordKey } from "../recordKey.ts";
import { orderChanges } from "./changeOrder.ts";

/**
 * How many deals reached one stage for the first time before another: `counts[a][b]` by the places of the names. A return
 * to an earlier stage changes nothing. Names are compared without case, spaces and punctuation.
 */
export function reachedBefore(
  changes: readonly DealChange[],
  names: readonly string[],
): readonly (readonly number[])[] {
  const places = new Map(names.map((name, at) => [plainText(name), at]));
  const counts = names.map(() => names.map(() => 0));
  const { byDeal } = orderChanges(
    changes,
    ({ opportunityId }) => recordKey(opportunityId),
    () => undefined,
  );
  for (const rows of byDeal.values()) {
    const reached = new Set<number>();
    for (const stage of rows.flatMap(({ was, set }) => [was.stage, set.stage])) {
      const at = stage === undefined ? undefined : places.get(plainText(stage));
      if (at === undefined || reached.has(at)) continue;
      for (const earlier of reached) count(counts[earlier], at);
      reached.add(at);
    }
  }
  return counts;
}

function count(row: number[] | undefined, at: number): void {
  if (row !== undefined) row[at] = (row[at] ?? 0) + 1;
}
