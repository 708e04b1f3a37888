import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { measures, names } from "../probability/features.ts";
import type { WinDeal } from "../probability/winModel.ts";
import { ACTIVITY_DAYS, type Engagement } from "./activityPast.ts";

/** What the fitted risk knows of a deal beside its factors, in the order in which it is shown. */
export const riskFeatures = [
  "stage",
  "stay",
  "age",
  "closeIn",
  "pushes",
  "activity",
  "silence",
  "segment",
  "type",
  "source",
  "owner",
] as const;
export type RiskFeature = (typeof riskFeatures)[number];

export const riskFeatureLabels: Readonly<Record<RiskFeature, string>> = {
  stage: "Stage",
  stay: "Time in stage",
  age: "Age",
  closeIn: "Close date",
  pushes: "Pushes",
  activity: "Activity",
  silence: "Silence",
  segment: "Segment",
  type: "Type",
  source: "Source",
  owner: "Owner",
};

/** What the standing of a deal is told from. */
export type RiskStanding = WinDeal & Pick<Engagement, "recentActivity">;

/** Where numbers are cut into bands, and what they count (our own choice, the same for every workbook). */
const BANDS: Readonly<
  Partial<Record<RiskFeature, readonly [edges: readonly number[], unit: string]>>
> = {
  stay: [[0.15, 0.3, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5], "x the usual days"],
  age: [[15, 30, 60, 90, 120, 180, 270], "days"],
  closeIn: [[-30, -14, 0, 14, 30, 60, 90], "days ahead"],
  activity: [[1, 2, 3, 4, 5, 6, 8], `in ${ACTIVITY_DAYS} days`],
  silence: [[3, 7, 14, 21, 30, 45], "days"],
};

/** From so many pushes on, one more makes no difference. */
const MOST_PUSHES = 4;

/** One thing that is known of a deal. */
export type RiskTrait = {
  readonly feature: RiskFeature;
  readonly level: string;
  /** The level's place from low to high; undefined for names, which have no order. */
  readonly rung?: number;
};

function band(value: number, edges: readonly number[], unit: string) {
  const rung = edges.filter((edge) => value >= edge).length;
  const [from, to] = [edges[rung - 1], edges[rung]];
  if (from === undefined) return { level: `below ${to} ${unit}`, rung };
  const level = to === undefined ? `from ${from} ${unit}` : `${from} to below ${to} ${unit}`;
  return { level, rung };
}

function pushTrait(pushes: number | undefined): RiskTrait[] {
  if (pushes === undefined) return [];
  const rung = Math.min(MOST_PUSHES, Math.max(0, Math.floor(pushes)));
  const count = rung === MOST_PUSHES ? `${MOST_PUSHES} and more` : String(rung);
  return [{ feature: "pushes", level: rung === 0 ? "none" : count, rung }];
}

/** Features that are a number, by the day and the usual days in the deal's stage. */
const NUMBERS: Readonly<
  Partial<
    Record<
      RiskFeature,
      (deal: RiskStanding, day: Day, usualDays: number | undefined) => number | undefined
    >
  >
> = {
  stay(deal, day, usualDays) {
    const days = measures.stageDays?.(deal, day);
    return days === undefined || !usualDays ? undefined : days / usualDays;
  },
  age: (deal, day) => measures.age?.(deal, day),
  closeIn: (deal, day) => measures.closeIn?.(deal, day),
  activity: ({ recentActivity }) => recentActivity,
  silence: (deal, day) => measures.quiet?.(deal, day),
};

const NAMES: Readonly<Partial<Record<RiskFeature, (deal: RiskStanding) => string | undefined>>> = {
  ...names,
  owner: ({ owner }) => owner && plainText(owner),
};

/** How a deal stands on a day; what is not known is left out. Usual days are those in its stage. */
export function riskTraits(
  deal: RiskStanding,
  day: Day | undefined,
  usualDays: number | undefined,
): RiskTrait[] {
  return riskFeatures.flatMap((feature): RiskTrait[] => {
    if (feature === "pushes") return pushTrait(deal.pushes);
    const cut = BANDS[feature];
    if (!cut) {
      const level = NAMES[feature]?.(deal);
      return level ? [{ feature, level }] : [];
    }
    const value = day === undefined ? undefined : NUMBERS[feature]?.(deal, day, usualDays);
    return value === undefined ? [] : [{ feature, ...band(value, ...cut) }];
  });
}
