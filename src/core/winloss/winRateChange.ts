import { newcombeInterval, type Share } from "../accuracy/newcombe.ts";
import { sameShareP } from "../statistics/sameShare.ts";

export type WinRateChange = {
  readonly before: number;
  readonly now: number;
  readonly change: number;
  readonly low: number;
  readonly high: number;
  readonly p: number | undefined;
};

/** The change of a win rate between two periods and where it lies. Undefined when no deal was decided in one of them. */
export function winRateChange(before: Share, now: Share, level: number): WinRateChange | undefined {
  if (before.count === 0 || now.count === 0) return undefined;
  const [low, high] = newcombeInterval(now, before, level);
  const [rate, other] = [now.hits / now.count, before.hits / before.count];
  const p = sameShareP({
    hits: now.hits,
    misses: now.count - now.hits,
    otherHits: before.hits,
    otherMisses: before.count - before.hits,
  });
  return { before: other, now: rate, change: rate - other, low, high, p };
}
