import { powerSums, totalCumulants } from "./cumulants.ts";
import { cumulantCdf } from "./edgeworth.ts";
import { forecastDistribution } from "./forecastDistribution.ts";
import { type OpenDeal, portfolioOf } from "./portfolio.ts";
import { scenariosOf } from "./scenarios.ts";

/** Up to so many deals the chance is worked out deal by deal, above by cumulants, which are then as good. */
const BY_DEAL = 2000;

/**
 * How many times the pipeline must be there, in deals like these, for the chance of the target to reach a confidence
 * (fraction); to 1 in 10,000, never too low. Between whole multiples each deal of the last copy is there with the
 * probability of the fraction. 0 when the target is not above zero; undefined when the deals bring nothing on average.
 */
export function pipelineMultiple(
  deals: readonly OpenDeal[],
  target: number,
  confidence: number,
  correlation = 0,
): number | undefined {
  if (target <= 0) return 0;
  const mean = deals.reduce((sum, { amount, probability }) => sum + amount * probability, 0);
  if (!(mean > 0) || confidence >= 1) return undefined;
  const chance = chanceAt(deals, target, correlation);
  let high = target / mean;
  while (chance(high) < confidence) {
    high *= 2;
    if (high * mean > 1e6 * target) return undefined;
  }
  let low = high;
  while (chance(low) >= confidence) {
    high = low;
    low /= 2;
    if (low * mean < 1e-9 * target) return high;
  }
  while (high - low > 1e-4 * low) {
    const middle = (low + high) / 2;
    if (chance(middle) >= confidence) high = middle;
    else low = middle;
  }
  return high;
}

function chanceAt(deals: readonly OpenDeal[], target: number, correlation: number) {
  const portfolio = portfolioOf(deals.map(({ amount, probability }) => ({ amount, probability })));
  const scenarios = scenariosOf(portfolio, Math.min(correlation, 0.9999));
  const sums = powerSums(portfolio);
  const states = scenarios.chances.map((chances) => totalCumulants(portfolio, sums, chances));
  return (multiple: number) => {
    if (multiple * deals.length <= BY_DEAL) {
      const many = copies(deals, multiple);
      return forecastDistribution(many, { correlation }).atLeast(target);
    }
    return states.reduce((sum, [mean, variance, third, fourth], state) => {
      const scaled = [
        (mean + portfolio.certain) * multiple,
        variance * multiple,
        third * multiple,
        fourth * multiple,
      ] as const;
      return sum + (scenarios.weights[state] ?? 0) * (1 - cumulantCdf(scaled, target));
    }, 0);
  };
}

function copies(deals: readonly OpenDeal[], multiple: number): OpenDeal[] {
  const whole = Math.floor(multiple);
  const many: OpenDeal[] = [];
  for (let copy = 0; copy < whole; copy++) for (const deal of deals) many.push(deal);
  for (const { amount, probability } of deals)
    many.push({ amount, probability: probability * (multiple - whole) });
  return many;
}
