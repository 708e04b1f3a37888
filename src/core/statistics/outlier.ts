import { median, quantileSorted } from "simple-statistics";

/** The modified z-score is the default; Tukey's fences are what spreadsheets and box plots show. */
export const OUTLIER_METHODS = ["modified z-score", "1.5 IQR"] as const;
export type OutlierMethod = (typeof OUTLIER_METHODS)[number];

type IsOutlier = (value: number) => boolean;

/** Beyond this many robust standard deviations a value is an outlier (Iglewicz and Hoaglin 1993). */
const LIMIT = 3.5;
/** The median absolute deviation of a normal distribution, and its interquartile range, in standard deviations. */
const MAD_OF_NORMAL = 0.6745;
const IQR_OF_NORMAL = 1.349;
/** Tukey 1977. */
const FENCE = 1.5;
const LEAST_VALUES = 4;

/**
 * Tells outliers of a list. By the modified z-score logarithms are compared where all values are above zero: durations and
 * amounts are skewed. When half of the values are equal the interquartile range takes the place of the median deviation,
 * and nothing is an outlier when all are. By 1.5 IQR values as they are have to lie within Tukey's fences. Undefined with
 * fewer than four values.
 */
export function outlierRule(
  values: readonly number[],
  method: OutlierMethod = "modified z-score",
): IsOutlier | undefined {
  if (values.length < LEAST_VALUES) return undefined;
  return method === "1.5 IQR" ? byFences(values) : byModifiedZ(values);
}

function byModifiedZ(values: readonly number[]): IsOutlier {
  const isLog = values.every((value) => value > 0);
  const scaled = values.map((value) => (isLog ? Math.log(value) : value)).sort((a, b) => a - b);
  const centre = median(scaled);
  const deviation = median(scaled.map((value) => Math.abs(value - centre)));
  const spread =
    deviation > 0
      ? deviation / MAD_OF_NORMAL
      : (quantileSorted(scaled, 0.75) - quantileSorted(scaled, 0.25)) / IQR_OF_NORMAL;
  if (!(spread > 0)) return () => false;
  return (value) => {
    if (isLog && value <= 0) return true;
    return Math.abs((isLog ? Math.log(value) : value) - centre) / spread > LIMIT;
  };
}

/** Between two values as QUARTILE of spreadsheets does it. */
function quartile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (place - Math.floor(place)) * (above - below);
}

function byFences(values: readonly number[]): IsOutlier {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [quartile(sorted, 0.25), quartile(sorted, 0.75)];
  const reach = FENCE * (high - low);
  return (value) => value < low - reach || value > high + reach;
}
