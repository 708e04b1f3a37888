import type { Day } from "../calendar/day.ts";
import { modelCalendar, quarterParts } from "./season.ts";
import { WINDOW_DAYS, type WinModel } from "./winModel.ts";

/** After so many days a deal counts as won or never. */
const LAST_DAY = 365;
const NODES = [0, ...WINDOW_DAYS, LAST_DAY];

/**
 * Spreads the chances of winning within each window over the days in between, more on days of a quarter on which more is
 * won. Undefined days: ever.
 */
export function spreadOverDays(
  model: WinModel,
  asOf: Day,
): (chances: readonly number[], days: number | undefined) => number {
  const partOf = quarterParts(modelCalendar(model.calendar));
  const weight = [0];
  for (let ahead = 1; ahead <= LAST_DAY; ahead++) {
    const today = Math.max(1e-3, model.season[partOf(asOf + ahead)] ?? 1);
    weight.push((weight[ahead - 1] ?? 0) + today);
  }
  return (chances, days) => {
    const ever = chances[chances.length - 1] ?? 0;
    if (days === undefined || days >= LAST_DAY) return ever;
    if (days <= 0) return 0;
    const next = NODES.findIndex((node) => node >= days);
    const before = next === 1 ? 0 : (chances[next - 2] ?? 0);
    const after = chances[next - 1] ?? 0;
    const [start, end] = [weight[NODES[next - 1] ?? 0] ?? 0, weight[NODES[next] ?? 0] ?? 0];
    return before + ((after - before) * ((weight[days] ?? 0) - start)) / (end - start);
  };
}
