import { powerSums, totalCumulants } from "./cumulants.ts";
import { cumulantCdf } from "./edgeworth.ts";
import { chanceOfTotal } from "./forecastDistribution.ts";
import { influenceByInversion } from "./influenceByInversion.ts";
import { withoutLargest } from "./largestDeals.ts";
import { chancePerDeal, type OpenDeal, type Portfolio, portfolioOf } from "./portfolio.ts";
import { type Scenarios, scenariosOf } from "./scenarios.ts";

/** The chance of the target once this deal is won, and once it is lost. */
export type DealInfluence = { readonly ifWon: number; readonly ifLost: number };

/** Up to here every deal is left out in turn and the others are added up exactly. */
const FEW = 20;
/** From here on many correlated deals are summed up by their cumulants. */
const MANY = 300;
/** And from here on where no deal stands out. */
const SOME = 80;

/**
 * How much the chance of reaching the target hangs on each deal, in the order of the deals: P(total >= target) given
 * that it is won and given that it is lost; with a correlation that news moves the other deals too. Undefined for a
 * deal without an amount, or one that is certain or impossible.
 */
export function dealInfluence(
  deals: readonly OpenDeal[],
  target: number,
  correlation = 0,
): (DealInfluence | undefined)[] {
  const counts = (deal: OpenDeal) =>
    deal.amount !== 0 && deal.probability > 0 && deal.probability < 1;
  const portfolio = portfolioOf(deals.map(({ amount, probability }) => ({ amount, probability })));
  const scenarios = scenariosOf(portfolio, Math.min(correlation, 0.9999));
  const needed = target - portfolio.certain;
  const tolerance = 1e-12 * Math.max(Math.abs(target), Math.abs(portfolio.certain));
  const base = chanceOfTotal(portfolio, scenarios, needed);
  const all = influences(portfolio, scenarios, needed - tolerance, base);
  const nextOfGroup = new Map<string, number>();
  const order = orderOf(portfolio);
  return deals.map((deal) => {
    if (!counts(deal)) return undefined;
    const key = groupKey(deal);
    const at = nextOfGroup.get(key) ?? order.get(key) ?? 0;
    nextOfGroup.set(key, at + 1);
    const found = all[at];
    if (!found) return undefined;
    // A negative amount stands in the portfolio as its opposite.
    const own = deal.amount < 0 ? { ifWon: found.ifLost, ifLost: found.ifWon } : found;
    return balanced(own, deal.probability, base);
  });
}

/** Both chances, weighed by the deal's own, are the chance of the target exactly; their difference stays. */
function balanced({ ifWon, ifLost }: DealInfluence, p: number, base: number): DealInfluence {
  const held = (chance: number) => Math.min(1, Math.max(0, chance));
  const won = held(ifWon + base - (p * ifWon + (1 - p) * ifLost));
  const lost = held((base - p * won) / (1 - p));
  return { ifWon: held((base - (1 - p) * lost) / p), ifLost: lost };
}

const groupKey = ({ amount, probability }: OpenDeal) => `${probability} ${amount < 0 ? -1 : 1}`;

/** Where the deals of each group start in the portfolio, which keeps their order. */
function orderOf({ starts, chances, signs }: Portfolio): Map<string, number> {
  return new Map(
    chances.map((chance, group) => {
      const sign = signs[group] ?? 1;
      return [`${sign < 0 ? 1 - chance : chance} ${sign}`, starts[group] ?? 0];
    }),
  );
}

function influences(
  portfolio: Portfolio,
  scenarios: Scenarios,
  target: number,
  base: number,
): DealInfluence[] {
  const count = portfolio.amounts.length;
  if (count <= FEW) return oneByOne(portfolio, scenarios, target, base);
  const isExpandable =
    count > MANY || (count > SOME && withoutLargest(portfolio).large.length === 0);
  return scenarios.weights.length > 1 && isExpandable
    ? byCumulants(portfolio, scenarios, target)
    : influenceByInversion(portfolio, scenarios, target);
}

/** The states of the factor as they weigh once a deal is known to be won, or lost. */
export function updatedWeights(
  scenarios: Scenarios,
  each: readonly Float64Array[],
  deal: number,
): { won: number[]; lost: number[] } {
  const won = scenarios.weights.map((weight, state) => weight * (each[state]?.[deal] ?? 0));
  const total = won.reduce((sum, weight) => sum + weight, 0);
  return {
    won: won.map((weight) => weight / total),
    lost: scenarios.weights.map((weight, state) => (weight - (won[state] ?? 0)) / (1 - total)),
  };
}

/** Won or lost, whichever is less probable, is worked out; the chance of the target itself tells the other. */
function oneByOne(
  portfolio: Portfolio,
  scenarios: Scenarios,
  target: number,
  base: number,
): DealInfluence[] {
  const each = scenarios.chances.map((chances) => chancePerDeal(portfolio, chances));
  const own = chancePerDeal(portfolio, portfolio.chances);
  return Array.from(portfolio.amounts, (amount, deal) => {
    const amounts = Float64Array.from(portfolio.amounts);
    amounts[deal] = 0;
    const others = { ...portfolio, amounts };
    const { won, lost } = updatedWeights(scenarios, each, deal);
    const p = own[deal] ?? 0;
    if (p < 0.5) {
      const ifWon = chanceOfTotal(others, { ...scenarios, weights: won }, target - amount);
      return { ifWon, ifLost: (base - p * ifWon) / (1 - p) };
    }
    const ifLost = chanceOfTotal(others, { ...scenarios, weights: lost }, target);
    return { ifWon: (base - (1 - p) * ifLost) / p, ifLost };
  });
}

function byCumulants(portfolio: Portfolio, scenarios: Scenarios, target: number): DealInfluence[] {
  const sums = powerSums(portfolio);
  const each = scenarios.chances.map((chances) => chancePerDeal(portfolio, chances));
  const totals = scenarios.chances.map((chances) => totalCumulants(portfolio, sums, chances));
  return Array.from(portfolio.amounts, (a, deal) => {
    let [won, lost, weightWon] = [0, 0, 0];
    totals.forEach(([mean, variance, third, fourth], state) => {
      const p = each[state]?.[deal] ?? 0;
      const weight = scenarios.weights[state] ?? 0;
      const pq = p * (1 - p);
      const others = [
        mean - a * p,
        variance - a * a * pq,
        third - a ** 3 * pq * (1 - 2 * p),
        fourth - a ** 4 * pq * (1 - 6 * pq),
      ] as const;
      won += weight * p * (1 - cumulantCdf(others, target - a));
      lost += weight * (1 - p) * (1 - cumulantCdf(others, target));
      weightWon += weight * p;
    });
    return { ifWon: won / weightWon, ifLost: lost / (1 - weightWon) };
  });
}
