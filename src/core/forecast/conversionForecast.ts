/** What stood open at one point of a past period, and what still came until its end. */
export type PointInPast = { readonly open: number; readonly rest: number };

/**
 * Forecast of what still comes in a period: what is open now x the share that came of what was open at the same point of
 * past periods, large ones weighing more. Undefined when nothing was open then.
 */
export function conversionForecast(open: number, past: readonly PointInPast[]): number | undefined {
  const before = past.reduce((sum, point) => sum + point.open, 0);
  const came = past.reduce((sum, { rest }) => sum + rest, 0);
  return before > 0 ? (open * came) / before : undefined;
}
