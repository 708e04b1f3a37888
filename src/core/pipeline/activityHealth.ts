export type ActivityBand = "Healthy" | "At risk" | "Stalled" | "Critical";

export type ActivityPart = {
  readonly band: ActivityBand;
  readonly points: number;
  readonly deals: number;
  /** What the band adds to the score. */
  readonly adds: number;
};

const BANDS: readonly { band: ActivityBand; upTo: number; points: number }[] = [
  { band: "Healthy", upTo: 3, points: 10 },
  { band: "At risk", upTo: 7, points: 6 },
  { band: "Stalled", upTo: 14, points: 3 },
  { band: "Critical", upTo: Number.POSITIVE_INFINITY, points: 0 },
];

/**
 * The health of a pipeline, 0 to 10, from the days since each open deal's last activity: the mean of 10 up to 3 days, 6
 * up to 7, 3 up to 14 and 0 beyond. Undefined without a deal.
 */
export function activityHealth(days: readonly number[]): {
  readonly score: number | undefined;
  readonly parts: readonly ActivityPart[];
} {
  const counts = BANDS.map(() => 0);
  for (const one of days) {
    const at = BANDS.findIndex(({ upTo }) => one <= upTo);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const parts = BANDS.map(({ band, points }, at) => {
    const deals = counts[at] ?? 0;
    return { band, points, deals, adds: days.length === 0 ? 0 : (deals * points) / days.length };
  });
  const score = parts.reduce((sum, { adds }) => sum + adds, 0);
  return { score: days.length === 0 ? undefined : score, parts };
}
