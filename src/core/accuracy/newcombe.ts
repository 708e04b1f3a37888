import { wilsonInterval } from "./wilson.ts";

export type Share = { readonly hits: number; readonly count: number };

/** Where the difference of two shares, now less before, lies with the given probability (Newcombe 1998, method 10). */
export function newcombeInterval(
  now: Share,
  before: Share,
  level: number,
): readonly [number, number] {
  const [share, other] = [now.hits / now.count, before.hits / before.count];
  const [low, high] = wilsonInterval(now.hits, now.count, level);
  const [otherLow, otherHigh] = wilsonInterval(before.hits, before.count, level);
  const difference = share - other;
  return [
    difference - Math.hypot(share - low, otherHigh - other),
    difference + Math.hypot(high - share, other - otherLow),
  ];
}
