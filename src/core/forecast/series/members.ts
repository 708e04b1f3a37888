import { mean } from "simple-statistics";
import { holt, holtAhead } from "./holt.ts";
import { type Seasons, shrunkenSeasons, withoutSeason, withSeason } from "./seasons.ts";
import { simpleSmoothing } from "./smoothing.ts";
import { thetaAhead } from "./theta.ts";
import { yearOnYear } from "./yearOnYear.ts";

/** Which forecasts are combined, by how many periods are known. */
export type Recipe = "mean" | "smoothing" | "growing" | "seasonal";

/** The forecasts that a combination is made of, and the surprises of the smoothed level, both without seasons. */
export type Members = {
  readonly recipe: Recipe;
  readonly seasons: Seasons;
  /** One list of forecasts per member, seasons put back. */
  readonly forecasts: readonly (readonly number[])[];
  readonly alpha: number;
  readonly surprises: readonly number[];
};

const DAMPING = [0.8, 0.98] as const;
const FEW = 4;
/** Without seasons a slope is told from chance from here on. */
const ENOUGH_WITHOUT_SEASONS = 8;

export function recipeFor(known: number, season: number): Recipe {
  if (known < FEW) return "mean";
  if (season < 2) return known < ENOUGH_WITHOUT_SEASONS ? "smoothing" : "seasonal";
  if (known <= season) return "smoothing";
  return known < 2 * season ? "growing" : "seasonal";
}

/** Fits the members to the values and lets each forecast so many periods. */
export function fittedMembers(values: readonly number[], season: number, periods: number): Members {
  const recipe = recipeFor(values.length, season);
  const seasons = shrunkenSeasons(values, recipe === "seasonal" ? season : 1);
  const plain = values.map((value, at) => withoutSeason(seasons, value, at));
  const smoothing = simpleSmoothing(plain);
  const ahead = (of: (periods: number) => number) =>
    Array.from({ length: periods }, (_, at) => withSeason(seasons, of(at + 1), values.length + at));
  const forecasts = {
    mean: () => [ahead(() => mean(plain))],
    smoothing: () => [ahead(() => smoothing.level)],
    growing: () => [
      ahead(() => smoothing.level),
      ahead((k) => thetaAhead(plain, smoothing, k)),
      yearOnYear(values, season, periods),
    ],
    seasonal: () => {
      const damped = holt(plain, DAMPING);
      return [
        ahead(() => smoothing.level),
        ahead((k) => thetaAhead(plain, smoothing, k)),
        ahead((k) => holtAhead(damped, k)),
      ];
    },
  };
  const { alpha, surprises } = smoothing;
  return { recipe, seasons, forecasts: forecasts[recipe](), alpha, surprises };
}
