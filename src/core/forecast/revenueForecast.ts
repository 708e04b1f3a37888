import { forecastDistribution } from "./distribution/forecastDistribution.ts";
import type { Method } from "./distribution/found.ts";
import type { NewBusiness } from "./distribution/newBusiness.ts";
import type { ClosingShare, OpenDeal } from "./distribution/portfolio.ts";

/** What the revenue of a period is made of. */
export type RevenueParts = {
  /** Won up to today. */
  readonly won: number;
  /** The open deals, each with the chance that it is won within the period. */
  readonly open: readonly OpenDeal[];
  /** Deals that are created and won before the period ends. */
  readonly newBusiness?: NewBusiness | undefined;
  /** How much all open deals depend on one common factor, 0 to 1. */
  readonly correlation: number;
  readonly shares?: readonly ClosingShare[] | undefined;
  readonly quota?: number | undefined;
};

export type RevenueForecast = {
  readonly mean: number;
  readonly deviation: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The chance of the quota or more; undefined without a quota. */
  readonly probOfQuota: number | undefined;
  readonly method: Method;
  readonly quantile: (share: number) => number;
  readonly atLeast: (amount: number) => number;
};

/** The distribution of a period's revenue: won to date, open deals and business not yet created in one total. */
export function revenueForecast(parts: RevenueParts): RevenueForecast {
  const { won, open, newBusiness, correlation, shares, quota } = parts;
  const found = forecastDistribution(open, { correlation, shares, newBusiness });
  // A quantile of many deals takes longer than the rest, and not everybody asks for all of them.
  const known = new Map<number, number>();
  const quantile = (share: number) => {
    const value = known.get(share) ?? won + found.quantile(share);
    known.set(share, value);
    return value;
  };
  const atLeast = (amount: number) => found.atLeast(amount - won);
  return {
    mean: won + found.mean,
    deviation: found.deviation,
    get p10() {
      return quantile(0.1);
    },
    get p50() {
      return quantile(0.5);
    },
    get p90() {
      return quantile(0.9);
    },
    probOfQuota: quota === undefined ? undefined : atLeast(quota),
    method: found.method,
    quantile,
    atLeast,
  };
}
