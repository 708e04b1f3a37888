/** By how many percentage points a share lies outside its band; 0 within it. */
export function mixDeviation(share: number, low: number, high: number): number {
  // A share of 0.62 less a limit of 0.4 is 0.22, not what the two floats differ by.
  const points = Math.max(low - share, share - high, 0) * 100;
  return Math.round(points * 1e9) / 1e9;
}
