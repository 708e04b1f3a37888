import type { Stage, StageGroup } from "./stage.ts";

export type MixRow = {
  readonly group: StageGroup;
  readonly deals: number;
  readonly amount: number;
  /** Of the amounts of all three groups; undefined when they add up to nothing. */
  readonly share: number | undefined;
};

/** The bands that a healthy pipeline keeps to, as shares of its value. */
export const IDEAL_MIX: Readonly<Record<StageGroup, readonly [number, number]>> = {
  early: [0.4, 0.5],
  mid: [0.35, 0.45],
  late: [0.1, 0.2],
};

const GROUPS: readonly StageGroup[] = ["early", "mid", "late"];

/** How the open pipeline spreads over early, mid and late stages; deals in other stages are counted as left out. */
export function stageMix(
  deals: readonly { readonly stage: Stage | undefined; readonly amount: number | undefined }[],
): { readonly rows: readonly MixRow[]; readonly leftOut: number } {
  const sums = new Map<StageGroup, { deals: number; amount: number }>();
  for (const group of GROUPS) sums.set(group, { deals: 0, amount: 0 });
  let leftOut = 0;
  let total = 0;
  for (const { stage, amount } of deals) {
    if (stage !== undefined && stage.status !== "open") continue;
    const sum = stage?.group === undefined ? undefined : sums.get(stage.group);
    if (sum === undefined) {
      leftOut += 1;
      continue;
    }
    sum.deals += 1;
    sum.amount += amount ?? 0;
    total += amount ?? 0;
  }
  const rows = [...sums].map(([group, sum]) => ({
    group,
    ...sum,
    share: total > 0 ? sum.amount / total : undefined,
  }));
  return { rows, leftOut };
}
