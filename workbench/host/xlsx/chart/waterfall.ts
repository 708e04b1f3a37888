import type { CellValue } from "../../workbook.ts";

/** The pieces of one step; the invisible base carries the visible part. */
export type WaterfallStep = {
  readonly base: number;
  readonly above: number;
  readonly below: number;
  readonly rises: boolean;
};

/** Steps of a running sum as stacked columns: above and below zero apart, since stacks never cross it. */
export function waterfallSteps(changes: readonly CellValue[]): WaterfallStep[] {
  let level = 0;
  return changes.map((change) => {
    const from = level;
    if (typeof change === "number") level += change;
    const low = Math.min(from, level);
    const high = Math.max(from, level);
    return {
      base: Math.max(low, 0) + Math.min(high, 0),
      above: Math.max(high, 0) - Math.max(low, 0),
      below: Math.min(low, 0) - Math.min(high, 0),
      rises: level >= from,
    };
  });
}
