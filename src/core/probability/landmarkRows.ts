import type { Day } from "../calendar/day.ts";
import { type DealLife, isOpenOn, standingOn } from "./dealLife.ts";
import { WINDOW_DAYS, type WinDeal } from "./winModel.ts";

/** A deal as it stood, open, on a past day. */
export type LandmarkRow = { readonly life: DealLife; readonly day: Day; readonly deal: WinDeal };

/** Days between two looks at the open deals: about a month, so that all of a quarter's months count alike. */
const STEP = 30;

/** Every open deal on every thirtieth day before a day, the last one `gap` days before it. */
export function landmarkRows(lives: readonly DealLife[], asOf: Day, gap: number): LandmarkRow[] {
  const last = asOf - gap;
  const rows: LandmarkRow[] = [];
  for (const life of lives) {
    // All deals are looked at on the same days, counted back from the last one.
    for (let day = last; day >= life.created; day -= STEP) {
      if (isOpenOn(life, day)) rows.push({ life, day, deal: standingOn(life, day) });
    }
  }
  return rows;
}

/** 1 when the deal was won within the window after the row's day, else 0; undefined window: at all. */
export function wonWithin({ life, day }: LandmarkRow, window: number): number {
  const days = WINDOW_DAYS[window] ?? Number.POSITIVE_INFINITY;
  return Number(life.outcome === "won" && life.ended !== undefined && life.ended <= day + days);
}
