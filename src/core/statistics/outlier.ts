import { median, quantileSorted } from "simple-statistics";

/** Beyond this many robust standard deviations a value is an outlier (Iglewicz and Hoaglin 1993). */
const LIMIT = 3.5;
/** The median absolute deviation of a normal distribution, and its interquartile range, in standard deviations. */
const MAD_OF_NORMAL = 0.6745;
const IQR_OF_NORMAL = 1.349;
const LEAST_VALUES = 4;

/**
 * Tells outliers of a list by the modified z-score. Where all values are above zero logarithms are compared: durations
 * and amounts are skewed. When half of the values are equal the interquartile range takes the place of the median
 * deviation. Undefined with fewer than four values; nothing is an outlier when all are equal.
 */
export function outlierRule(values: readonly number[]): ((value: number) => boolean) | undefined {
  if (values.length < LEAST_VALUES) return undefined;
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
