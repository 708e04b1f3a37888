import type { RevenueForecast } from "./revenueForecast.ts";

/** A stretch of a chart of the distribution. */
export type CurveBin = {
  readonly from: number;
  readonly to: number;
  /** The probability of a total from `from` to below `to`; the first and the last bin hold what is beyond them. */
  readonly share: number;
  /** The part of it at the target or above; none of it without a target. */
  readonly reached: number;
  /** The chance of `from` or more. */
  readonly atLeast: number;
};

/** What lies outside of the bins on each side. */
const OUTSIDE = 0.005;
/** Bins are at most so wide that so many fit. */
const FEWEST = 12;

/** The largest of 1, 2 and 5 times a power of ten that is not above a size. */
function roundStep(size: number): number {
  const unit = 10 ** Math.floor(Math.log10(size));
  return size >= 5 * unit ? 5 * unit : size >= 2 * unit ? 2 * unit : unit;
}

/** The distribution in some 12 to 30 bins with round borders, split where the target lies. */
export function distributionCurve(
  { quantile, atLeast }: Pick<RevenueForecast, "quantile" | "atLeast">,
  target?: number | undefined,
): CurveBin[] {
  const [low, high] = [quantile(OUTSIDE), quantile(1 - OUTSIDE)];
  if (!(high > low)) return [];
  const step = roundStep((high - low) / FEWEST);
  const first = Math.floor(low / step);
  const count = Math.floor(high / step) - first + 1;
  const chances = Array.from({ length: count + 1 }, (_, edge) =>
    edge === 0 ? 1 : edge === count ? 0 : atLeast((first + edge) * step),
  );
  const goal = target === undefined ? 0 : atLeast(target);
  return Array.from({ length: count }, (_, bin) => {
    const [from, to] = [(first + bin) * step, (first + bin + 1) * step];
    const [here, next] = [chances[bin] ?? 0, chances[bin + 1] ?? 0];
    const share = Math.max(0, here - next);
    const reached = Math.min(share, Math.max(0, Math.min(here, goal) - next));
    return { from, to, share, reached, atLeast: atLeast(from) };
  });
}
