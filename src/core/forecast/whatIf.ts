import {
  type ForecastDistribution,
  forecastDistribution,
} from "./distribution/forecastDistribution.ts";
import type { OpenDeal } from "./distribution/portfolio.ts";
import { copiesWith, type Levers, leveredDeals, NO_LEVERS } from "./levers.ts";

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

/**
 * Tells the outcome with any levers. Deals of another size bring as much more or less, and hiring does what growth
 * does, so the distribution, which takes its time, is worked out once for all settings that differ in these alone.
 */
export function outcomesOf({
  open,
  correlation,
  target,
}: WhatIfInputs): (levers?: Levers) => Outcome {
  const known = new Map<string, ForecastDistribution>();
  const distributionWith = (levers: Levers): ForecastDistribution => {
    const { winRate, acceleration, slippage, dealSize } = levers;
    const key = [winRate, acceleration, slippage, copiesWith(levers), dealSize].join(" ");
    const found =
      known.get(key) ?? forecastDistribution(leveredDeals(open, levers), { correlation });
    known.set(key, found);
    return found;
  };
  return (levers = NO_LEVERS) => {
    // Deals worth nothing have no size to go back to.
    const size = levers.dealSize > -1 ? 1 + levers.dealSize : 1;
    const { mean, quantile, atLeast } = distributionWith(
      levers.dealSize > -1 ? { ...levers, dealSize: 0 } : levers,
    );
    return {
      mean: mean * size,
      p10: quantile(0.1) * size,
      p50: quantile(0.5) * size,
      p90: quantile(0.9) * size,
      chance: target === undefined ? undefined : atLeast(target / size),
    };
  };
}

/**
 * A scenario against its base. The levers that are set are pulled one after the other and the distribution is worked
 * out each time, so that base and changes add up to the scenario in every column.
 */
export function whatIf(inputs: WhatIfInputs, levers: Levers): WhatIf {
  const outcomeWith = outcomesOf(inputs);
  const base = outcomeWith();
  let pulled = NO_LEVERS;
  let before = base;
  const changes = LEVER_ORDER.filter((lever) => levers[lever] !== 0).map((lever): LeverChange => {
    pulled = { ...pulled, [lever]: levers[lever] };
    const after = outcomeWith(pulled);
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
