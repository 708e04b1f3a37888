const MOST = 3;

/**
 * The same period a year before times the growth of the year: the last periods against the same ones a year earlier, as
 * many as both years have, at most a year and kept between a third and three times. More than one year is needed.
 */
export function yearOnYear(values: readonly number[], season: number, periods: number): number[] {
  const known = Math.min(season, values.length - season);
  const sumBefore = (end: number) =>
    values.slice(end - known, end).reduce((sum, value) => sum + value, 0);
  const [now, before] = [sumBefore(values.length), sumBefore(values.length - season)];
  const growth = before > 0 && now > 0 ? Math.min(MOST, Math.max(1 / MOST, now / before)) : 1;
  const extended = [...values];
  for (let ahead = 0; ahead < periods; ahead++)
    extended.push((extended[values.length + ahead - season] ?? 0) * growth);
  return extended.slice(values.length);
}
