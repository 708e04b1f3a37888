import { gammaln } from "simple-statistics";

/** The continued fraction of the incomplete beta function (modified Lentz; Numerical Recipes, section 6.4). */
function continuedFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 2000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/** P(B <= x) for B of the Beta distribution with a, b > 0. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** Steps along the slope before halving takes over: five to seven are enough unless almost all stands at an end. */
const SLOPE_STEPS = 12;
/** A step along the slope squares what is missing: after one as small as this, nothing that counts is. */
const SMALL = 1e-10;

/** The x with P(B <= x) = share, along the slope, or by halving where that leads away. */
export function betaQuantile(share: number, a: number, b: number): number {
  let [low, high, x] = [0, 1, a / (a + b)];
  const scale = gammaln(a + b) - gammaln(a) - gammaln(b);
  for (let step = 0; step < SLOPE_STEPS + 60; step++) {
    const missing = share - betaCdf(x, a, b);
    if (missing > 0) low = x;
    else high = x;
    const slope = Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
    const next = x + missing / slope;
    const isInside = step < SLOPE_STEPS && next > low && next < high;
    if (isInside && Math.abs(next - x) < SMALL * Math.min(x, 1 - x)) return next;
    x = isInside ? next : (low + high) / 2;
  }
  return x;
}
