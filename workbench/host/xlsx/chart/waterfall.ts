import type { CellValue } from "../../workbook.ts";

/** The pieces of one step; the invisible base carries the visible part. */
export type WaterfallStep = {
  readonly base: number;
  readonly above: number;
  readonly below: number;
  readonly rises: boolean;
};

/**
 * Steps of a running sum as stacked columns: above and below zero apart, since stacks never cross it. The last one is
 * the sum, as Sheets draws it behind every waterfall.
 */
export function waterfallSteps(changes: readonly CellValue[]): WaterfallStep[] {
  let level = 0;
  const isNumber = (change: CellValue) => typeof change === "number";
  const total = changes.filter(isNumber).reduce((sum, change) => sum + Number(change), 0);
  return [...changes, total].map((change, at) => {
    const from = at < changes.length ? level : 0;
    if (at === changes.length) level = total;
    else if (typeof change === "number") level += change;
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
