import type { TotalDistribution } from "./totalDistribution.ts";

/**
 * How a distribution was found. `exact`: to rounding. `inverted`: to about 1e-9 in probability, without proven bounds.
 * `bracketed`: on a grid, with rigorous bounds. `expanded`: many correlated deals, to about 1e-4 in probability.
 * `blurred`: every total is spread by a small part of the deviation.
 */
export type Method = "exact" | "inverted" | "bracketed" | "expanded" | "blurred";

export type Found = {
  readonly method: Method;
  readonly total: TotalDistribution;
  /** Distributions of which one is certainly not above, the other not below it. */
  readonly bounds?: (() => readonly [TotalDistribution, TotalDistribution]) | undefined;
};

const WORST: readonly Method[] = ["exact", "inverted", "bracketed", "expanded", "blurred"];

/** The mixture of what was found in the states of the common factor, and the least exact of their methods. */
export function mixtureOf(parts: readonly Found[], weights: readonly number[]): Found {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const method = methodOf(parts, weights);
  const total = mixed(
    parts.map((part) => part.total),
    weights,
  );
  if (method !== "bracketed") return { method, total };
  const bounds = () => {
    const pairs = parts.map((part) => part.bounds?.() ?? ([part.total, part.total] as const));
    const side = (at: 0 | 1) =>
      mixed(
        pairs.map((pair) => pair[at]),
        weights,
      );
    return [side(0), side(1)] as const;
  };
  return { method, total, bounds };
}

/** What states that all together hardly come to pass are worth cannot be seen in the result. */
const HARDLY = 1e-9;

function methodOf(parts: readonly Found[], weights: readonly number[]): Method {
  const weightOf = (method: Method) =>
    parts.reduce((sum, part, at) => sum + (part.method === method ? (weights[at] ?? 0) : 0), 0);
  return WORST.reduce((worst, method) => (weightOf(method) > HARDLY ? method : worst));
}

function mixed(
  totals: readonly TotalDistribution[],
  weights: readonly number[],
): TotalDistribution {
  const settles = totals.map(({ settle }) => settle);
  const [settle] = settles;
  return {
    low: totals.reduce((least, { low }) => Math.min(least, low), Number.POSITIVE_INFINITY),
    high: totals.reduce((most, { high }) => Math.max(most, high), 0),
    atMost: (x) => totals.reduce((sum, { atMost }, at) => sum + (weights[at] ?? 0) * atMost(x), 0),
    ...(settle && settles.every((one) => one !== undefined) ? { settle } : {}),
  };
}
