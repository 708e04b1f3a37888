import { normalQuantile } from "../statistics/normal.ts";

/** Where a share lies that was seen so many times out of so many, with the given probability (Wilson 1927). */
export function wilsonInterval(
  hits: number,
  count: number,
  level: number,
): readonly [number, number] {
  const z = normalQuantile((1 + level) / 2);
  const share = hits / count;
  const whole = 1 + (z * z) / count;
  const centre = share + (z * z) / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  return [hits === 0 ? 0 : (centre - half) / whole, hits === count ? 1 : (centre + half) / whole];
}
