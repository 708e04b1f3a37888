import type { Day } from "../calendar/day.ts";
import { measures, names } from "../probability/features.ts";
import type { WinDeal } from "../probability/winModel.ts";

/** What the fitted risk knows of a deal beside its factors, in the order in which it is shown. */
export const riskFeatures = [
  "stage",
  "stay",
  "age",
  "closeIn",
  "pushes",
  "segment",
  "type",
  "source",
] as const;
export type RiskFeature = (typeof riskFeatures)[number];

export const riskFeatureLabels: Readonly<Record<RiskFeature, string>> = {
  stage: "Stage",
  stay: "Time in stage",
  age: "Age",
  closeIn: "Close date",
  pushes: "Pushes",
  segment: "Segment",
  type: "Type",
  source: "Source",
};

/** Where numbers are cut into bands, and what they count (our own choice, the same for every workbook). */
const BANDS: Readonly<
  Partial<Record<RiskFeature, readonly [edges: readonly number[], unit: string]>>
> = {
  stay: [[0.15, 0.3, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5], "x the usual days"],
  age: [[15, 30, 60, 90, 120, 180, 270], "days"],
  closeIn: [[-30, -14, 0, 14, 30, 60, 90], "days ahead"],
};

/** From so many pushes on, one more makes no difference. */
const MOST_PUSHES = 4;

/** One thing that is known of a deal. */
export type RiskTrait = { readonly feature: RiskFeature; readonly level: string };

function band(value: number, edges: readonly number[], unit: string): string {
  const above = edges.filter((edge) => value >= edge).length;
  const [from, to] = [edges[above - 1], edges[above]];
  if (from === undefined) return `below ${to} ${unit}`;
  return to === undefined ? `from ${from} ${unit}` : `${from} to below ${to} ${unit}`;
}

function pushTrait(pushes: number | undefined): RiskTrait[] {
  if (pushes === undefined) return [];
  const count = pushes >= MOST_PUSHES ? `${MOST_PUSHES} and more` : String(pushes);
  return [{ feature: "pushes", level: count === "0" ? "none" : count }];
}

/** How a deal stands on a day; what is not known is left out. Usual days are those in its stage. */
export function riskTraits(
  deal: WinDeal,
  day: Day | undefined,
  usualDays: number | undefined,
): RiskTrait[] {
  const numberOf = (feature: RiskFeature) => {
    if (day === undefined) return undefined;
    if (feature !== "stay") return measures[feature as "age" | "closeIn"]?.(deal, day);
    const days = measures.stageDays?.(deal, day);
    return days === undefined || !usualDays ? undefined : days / usualDays;
  };
  return riskFeatures.flatMap((feature): RiskTrait[] => {
    if (feature === "pushes") return pushTrait(deal.pushes);
    const cut = BANDS[feature];
    if (!cut) {
      const level = names[feature as "stage" | "segment" | "type" | "source"]?.(deal);
      return level ? [{ feature, level }] : [];
    }
    const value = numberOf(feature);
    return value === undefined ? [] : [{ feature, level: band(value, ...cut) }];
  });
}
