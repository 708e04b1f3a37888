import { type Comparison, compared } from "./compared.ts";
import type { Factor, FactorDeal } from "./factors.ts";
import { type WinLossGroup, winLossBy } from "./winLossBy.ts";

export type WinDriver = WinLossGroup & Comparison & { readonly factor: Factor };

/**
 * Everything that deals can be sorted by, each group against all other deals, the surest difference first. All
 * comparisons share one rate of false findings, so that looking at more factors makes none of them easier to find.
 */
export function winDrivers(
  deals: readonly FactorDeal[],
  factors: readonly Factor[],
  level: number,
): WinDriver[] {
  const groups = factors.flatMap((factor) =>
    winLossBy(deals, factor.namer(deals), level).map((group) => ({ ...group, factor })),
  );
  // The two sides of one comparison have the same p-value but for rounding.
  const certainty = ({ p }: Comparison) =>
    p === undefined ? Number.POSITIVE_INFINITY : Number(p.toPrecision(9));
  return compared(groups, level).sort((a, b) => {
    const [one, other] = [certainty(a), certainty(b)];
    if (one !== other) return one < other ? -1 : 1;
    return b.winRate - a.winRate;
  });
}
