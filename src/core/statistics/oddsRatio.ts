import type { TwoByTwo } from "./fisherExact.ts";
import { normalQuantile } from "./normal.ts";

export type OddsRatio = { readonly ratio: number; readonly low: number; readonly high: number };

/**
 * How many times the odds of a hit in a group are those of the others, and where that lies with the given probability
 * (Woolf 1955). With an empty cell half a deal is added to each (Haldane 1956). Undefined when a group is empty.
 */
export function oddsRatio(table: TwoByTwo, level: number): OddsRatio | undefined {
  const seen = [table.hits, table.misses, table.otherHits, table.otherMisses];
  if (table.hits + table.misses === 0 || table.otherHits + table.otherMisses === 0)
    return undefined;
  const added = seen.includes(0) ? 0.5 : 0;
  const [a = 0, b = 0, c = 0, d = 0] = seen.map((count) => count + added);
  const middle = Math.log((a * d) / (b * c));
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return { ratio: (a * d) / (b * c), low: Math.exp(middle - half), high: Math.exp(middle + half) };
}
