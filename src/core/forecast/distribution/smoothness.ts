import type { Portfolio } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";

/** ln of the size to which the characteristic function must fall. */
const ENOUGH = 20;

/**
 * Sets apart the states of the factor in which the total is smooth: in which the characteristic function, typically the
 * product of max(p, 1 - p), falls to nothing. The weights of the smooth ones are made to add up to 1 again.
 */
export function bySmoothnessOf({ starts }: Portfolio, scenarios: Scenarios, enough = ENOUGH) {
  const decay = (chances: Float64Array) =>
    chances.reduce((sum, p, group) => {
      const deals = (starts[group + 1] ?? 0) - (starts[group] ?? 0);
      return sum - deals * Math.log(Math.max(p, 1 - p));
    }, 0);
  const isSmooth = scenarios.chances.map((chances) => decay(chances) > enough);
  const weight = scenarios.weights.reduce((sum, one, at) => (isSmooth[at] ? sum + one : sum), 0);
  const only = (smooth: boolean, scale: number): Scenarios => ({
    weights: scenarios.weights.filter((_, at) => isSmooth[at] === smooth).map((one) => one * scale),
    chances: scenarios.chances.filter((_, at) => isSmooth[at] === smooth),
    variantWeights: scenarios.variantWeights,
  });
  return { smooth: only(true, 1 / weight), rough: only(false, 1), weight };
}
