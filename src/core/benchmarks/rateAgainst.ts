import type { Published } from "./againstRange.ts";

export type Rating = "Green" | "Yellow" | "Red";
export type Placing = "Top 10%" | "Top 25%" | "Median" | "Below median";

type Limits = Published & {
  /** From here on a value is among the best. */
  readonly best?: number | undefined;
};

/** What adding up shares leaves behind the 12th digit takes no value across a limit. */
const TOLERANCE = 1e-12;

const atLeast = (value: number, limit: number) =>
  value >= limit - TOLERANCE * Math.max(1, Math.abs(limit));

/**
 * The colour of a value by a range that is acceptable, and the place that goes with it: beyond the range's better end,
 * that end itself included, Green; within it Yellow; beyond the other end Red. Where lower is better a value that is not
 * above zero has no rating: nothing was paid, or nothing grew, and the ratio does not tell which. Undefined without a range.
 */
export function rateAgainst(
  value: number,
  { low, high, best }: Limits,
  better: "higher" | "lower",
): { readonly rating: Rating; readonly placing: Placing } | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (better === "lower" && value <= 0) return undefined;
  const [good, fair] = better === "higher" ? [high, low] : [low, high];
  const reaches = (limit: number) =>
    better === "higher" ? atLeast(value, limit) : atLeast(-value, -limit);
  if (!reaches(good)) {
    return reaches(fair)
      ? { rating: "Yellow", placing: "Median" }
      : { rating: "Red", placing: "Below median" };
  }
  const isBest = best !== undefined && reaches(best);
  return { rating: "Green", placing: isBest ? "Top 10%" : "Top 25%" };
}
