import { fisherExact, type TwoByTwo } from "./fisherExact.ts";
import { normalCdf } from "./normal.ts";

/** Expected counts from which the normal approximation is good (Cochran 1954). */
const LEAST_EXPECTED = 5;

/**
 * The p-value of two groups having the same share of hits: two-proportion z with the pooled share where every expected
 * count is 5 or more, else Fisher's exact test. Undefined when a group is empty.
 */
export function sameShareP(table: TwoByTwo): number | undefined {
  const { hits, misses, otherHits, otherMisses } = table;
  const group = hits + misses;
  const rest = otherHits + otherMisses;
  if (group === 0 || rest === 0) return undefined;
  const share = (hits + otherHits) / (group + rest);
  if (Math.min(group, rest) * Math.min(share, 1 - share) < LEAST_EXPECTED)
    return fisherExact(table);
  const error = Math.sqrt(share * (1 - share) * (1 / group + 1 / rest));
  return 2 * normalCdf(-Math.abs(hits / group - otherHits / rest) / error);
}
