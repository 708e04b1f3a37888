import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import type { DealLife } from "./dealLife.ts";
import { stageKey } from "./features.ts";
import { dealPaces, groupPace } from "./groupPace.ts";
import { type GroupRates, groupRates, shifted } from "./groupRates.ts";
import { hazardCounts } from "./hazardCounts.ts";
import { hazardRates } from "./hazardRates.ts";
import { groupEffects } from "./rungParts.ts";
import { quarterThirds, winSeason } from "./season.ts";
import { stageRates } from "./stageRates.ts";
import { EVER, WINDOWS, type WinModel } from "./winModel.ts";

/** A model of the rungs that need no regression, and the owners' effects by deal. */
export type LowerRungs = { readonly model: WinModel; readonly owners: GroupRates };

/** Stage rates with segments and owners, and chances by age, from what was known by a day. */
export function fitLowerRungs(
  lives: readonly DealLife[],
  asOf: Day,
  calendar: FiscalCalendar,
): LowerRungs {
  const stages = stageRates(lives, asOf);
  const rateOf = new Map(
    stages.map((rate) => [stageKey(rate.pipeline, rate.stage), rate.chances[EVER] ?? 0]),
  );
  const overall = rateOf.get(stageKey("", "")) ?? 0;
  const firstRate = ({ versions }: DealLife) => {
    const first = versions.find(({ stage }) => stage !== undefined);
    return (first && rateOf.get(stageKey(first.pipeline, first.stage))) ?? overall;
  };
  const segments = groupRates(lives, "segment", firstRate);
  const owners = groupRates(lives, "owner", (life) =>
    shifted(firstRate(life), segments.without(life)),
  );
  const decided = lives.filter(({ outcome }) => outcome !== undefined);
  const { startMonth, pattern, weekStart } = calendar;
  const thirdOf = quarterThirds(calendar);
  const { hazards, halfLife } = hazardRates(hazardCounts(lives, asOf, thirdOf));
  const paces = dealPaces(lives, hazards, halfLife, asOf, thirdOf);
  const segmentPaces = groupPace(paces, "segment");
  const segmentPace = groupEffects(segmentPaces, "segment");
  const segmentFactor = ({ traits }: DealLife) => Math.exp(segmentPace(traits) ?? 0);
  return {
    owners,
    model: {
      version: 1,
      trainedAsOf: asOf,
      rungs: WINDOWS.map(() => "rates"),
      reason: "",
      deals: decided.length,
      won: decided.filter(({ outcome }) => outcome === "won").length,
      calendar: { startMonth, pattern, weekStart },
      season: winSeason(lives, calendar, asOf),
      stages,
      effects: [...segments.effects, ...owners.effects],
      hazards,
      paces: [...segmentPaces, ...groupPace(paces, "owner", segmentFactor)],
      fits: WINDOWS.map(() => undefined),
      scores: [],
      reliability: [],
    },
  };
}
