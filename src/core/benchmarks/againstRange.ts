/** A number of one's own, with the range that chance allows where it is a share or median of some of many. */
export type OwnNumber = {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};

export type Published = { readonly low: number | undefined; readonly high: number | undefined };

export type Reading = "ahead" | "in range" | "behind" | "no clear difference";

/** Below the published range, above it, or neither; by chance where the own range reaches into the published one. */
function side({ value, low = value, high = value }: OwnNumber, range: Published) {
  if (range.low !== undefined && value < range.low) return high < range.low ? "below" : "by chance";
  if (range.high !== undefined && value > range.high)
    return low > range.high ? "above" : "by chance";
  return "within";
}

/**
 * How an own number stands to a published range. It lies ahead or behind only where chance does not explain that it is
 * outside; a range with one end open has no number beyond it on that side.
 */
export function againstRange(
  own: OwnNumber,
  range: Published,
  better: "higher" | "lower",
): Reading | undefined {
  if (range.low === undefined && range.high === undefined) return undefined;
  const where = side(own, range);
  if (where === "within") return "in range";
  if (where === "by chance") return "no clear difference";
  return (where === "above") === (better === "higher") ? "ahead" : "behind";
}
