import { forecastDistribution } from "./distribution/forecastDistribution.ts";
import type { OpenDeal } from "./distribution/portfolio.ts";
import { type Levers, leveredDeals, NO_LEVERS } from "./levers.ts";

export type WhatIfInputs = {
  readonly open: readonly OpenDeal[];
  readonly correlation: number;
  readonly target?: number | undefined;
};

/** What the open deals bring, or a change of it. */
export type Outcome = {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The chance of the target; undefined without one. */
  readonly chance: number | undefined;
};

export type LeverChange = {
  readonly lever: keyof Levers;
  readonly setting: number;
  /** What this lever adds to all before it. */
  readonly change: Outcome;
};

export type WhatIf = {
  readonly base: Outcome;
  readonly changes: readonly LeverChange[];
  readonly scenario: Outcome;
};

/** The order in which levers are pulled, and so in which their common effect is told apart. */
export const LEVER_ORDER: readonly (keyof Levers)[] = [
  "growth",
  "hiring",
  "winRate",
  "dealSize",
  "acceleration",
  "slippage",
];

/** The outcome with these levers, worked out anew. */
export function outcomeWith(
  { open, correlation, target }: WhatIfInputs,
  levers: Levers = NO_LEVERS,
): Outcome {
  const { mean, quantile, atLeast } = forecastDistribution(leveredDeals(open, levers), {
    correlation,
  });
  return {
    mean,
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
    chance: target === undefined ? undefined : atLeast(target),
  };
}

/**
 * A scenario against its base. The levers that are set are pulled one after the other and the distribution is worked
 * out each time, so that base and changes add up to the scenario in every column.
 */
export function whatIf(inputs: WhatIfInputs, levers: Levers): WhatIf {
  const base = outcomeWith(inputs);
  let pulled = NO_LEVERS;
  let before = base;
  const changes = LEVER_ORDER.filter((lever) => levers[lever] !== 0).map((lever): LeverChange => {
    pulled = { ...pulled, [lever]: levers[lever] };
    const after = outcomeWith(inputs, pulled);
    const change = difference(after, before);
    before = after;
    return { lever, setting: levers[lever], change };
  });
  return { base, changes, scenario: before };
}

function difference(after: Outcome, before: Outcome): Outcome {
  return {
    mean: after.mean - before.mean,
    p10: after.p10 - before.p10,
    p50: after.p50 - before.p50,
    p90: after.p90 - before.p90,
    chance:
      after.chance === undefined || before.chance === undefined
        ? undefined
        : after.chance - before.chance,
  };
}
