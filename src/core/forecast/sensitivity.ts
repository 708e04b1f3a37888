import { type Levers, NO_LEVERS } from "./levers.ts";
import { LEVER_ORDER, type Outcome, outcomesOf, type WhatIfInputs } from "./whatIf.ts";

export type Sensitivity = {
  readonly lever: keyof Levers;
  readonly low: Outcome;
  readonly high: Outcome;
  /** How far the mean lies apart between both. */
  readonly swing: number;
};

/**
 * A tornado: every lever by itself down and up by so much, the one that moves the mean furthest first. Slippage cannot
 * fall below none.
 */
export function sensitivity(inputs: WhatIfInputs, change: number): Sensitivity[] {
  const outcomeWith = outcomesOf(inputs);
  const all = LEVER_ORDER.map((lever): Sensitivity => {
    const least = lever === "slippage" ? 0 : -change;
    const low = outcomeWith({ ...NO_LEVERS, [lever]: least });
    const high = outcomeWith({ ...NO_LEVERS, [lever]: change });
    return { lever, low, high, swing: Math.abs(high.mean - low.mean) };
  });
  return all.sort((a, b) => b.swing - a.swing);
}

/** The outcome for every pair of settings of two levers, row by row. */
export function twoWay(
  inputs: WhatIfInputs,
  down: { readonly lever: keyof Levers; readonly settings: readonly number[] },
  across: { readonly lever: keyof Levers; readonly settings: readonly number[] },
): Outcome[][] {
  const outcomeWith = outcomesOf(inputs);
  return down.settings.map((one) =>
    across.settings.map((other) =>
      outcomeWith({ ...NO_LEVERS, [down.lever]: one, [across.lever]: other }),
    ),
  );
}
