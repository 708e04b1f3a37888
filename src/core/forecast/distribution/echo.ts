import { type Turning, turningOf } from "./characteristic.ts";
import { chancePerDeal, type Portfolio } from "./portfolio.ts";

/** So many deals are watched all the time, chosen from so many. */
const WATCHED = 32;
const CANDIDATES = 2000;

// Taken out of Math once: looking a global up costs more than the sum it is used in.
const { cos, sqrt } = Math;

/** How large, at most, a characteristic function is; asked only whether it is above a limit. */
export type Echo = (base: number, from: number, stride: number) => (limit: number) => number;

/**
 * The size of the characteristic function of independent deals far out, from those whose outcome is least certain:
 * where their amounts are out of step, nothing comes back. The others are looked at only where they are in step.
 */
export function echoOf(portfolio: Portfolio, chances: Float64Array): Echo {
  const { amounts } = portfolio;
  const each = chancePerDeal(portfolio, chances);
  const doubt = each.map((p) => 2 * p * (1 - p));
  const apart = Math.ceil(amounts.length / CANDIDATES);
  const order = Array.from({ length: Math.ceil(amounts.length / apart) }, (_, at) => at * apart)
    .filter((at) => (amounts[at] ?? 0) > 0)
    .sort((x, y) => (doubt[y] ?? 0) - (doubt[x] ?? 0));
  const watched = order.slice(0, WATCHED);
  const watchedDoubt = Float64Array.from(watched, (at) => doubt[at] ?? 0);
  const watchedAmounts = Float64Array.from(watched, (at) => amounts[at] ?? 0);
  return (base, from, stride) => {
    const angles = watchedAmounts.map((amount) => amount * base * stride);
    const turning = turningOf(angles, from / stride - 1);
    let j = from - stride;
    return (limit) => {
      j += stride;
      const square = turned(turning, watchedDoubt);
      return square > limit * limit && watched.length < amounts.length
        ? wholeSize(amounts, doubt, base * j, limit)
        : sqrt(square);
    };
  };
}

/** Turns the watched deals on and multiplies the squares of their factors. */
function turned({ cos: c, sin: s, cosStep, sinStep }: Turning, doubt: Float64Array): number {
  let square = 1;
  for (let at = 0; at < doubt.length; at++) {
    const a = c[at] as number;
    const b = s[at] as number;
    const da = cosStep[at] as number;
    const db = sinStep[at] as number;
    const next = a * da - b * db;
    c[at] = next;
    s[at] = b * da + a * db;
    square *= 1 - (doubt[at] as number) * (1 - next);
  }
  return square;
}

function wholeSize(amounts: Float64Array, doubt: Float64Array, w: number, limit: number): number {
  let square = 1;
  for (let at = 0; at < amounts.length && square > limit * limit; at++)
    square *= 1 - (doubt[at] as number) * (1 - cos(w * (amounts[at] as number)));
  return sqrt(square);
}
