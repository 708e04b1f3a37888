import { studentQuantile } from "../../statistics/studentQuantile.ts";
import { fittedMembers, type Members, type Recipe } from "./members.ts";
import { type Origin, rollingOrigins } from "./rolling.ts";
import { spreadsAhead } from "./spread.ts";

export type SeriesPeriod = {
  readonly mean: number;
  /** Undefined with fewer than four periods, which say nothing about how far off a forecast can be. */
  readonly low: number | undefined;
  readonly high: number | undefined;
};

export type SeriesForecast = {
  readonly recipe: Recipe;
  /** How much of the measured difference between seasons is kept, 0 to 1. */
  readonly seasonsKept: number;
  readonly periods: readonly SeriesPeriod[];
};

const MOST_FREEDOM = 10;
/** Errors further ahead depend too much on one another to weigh members by, and so do a few origins. */
const [WEIGHED_AHEAD, LEAST_ORIGINS] = [3, 3];

/**
 * Forecasts a series of periods from its past alone: a combination of smoothed level, Theta and damped trend on values
 * freed of shrunken seasons, with intervals from what the same recipe missed in the past. Values that were never below
 * zero are not forecast below it. `level` is the probability that an interval holds what comes.
 */
export function seriesForecast(
  values: readonly number[],
  periods: number,
  season: number,
  level: number,
): SeriesForecast | undefined {
  if (values.length === 0) return undefined;
  const members = fittedMembers(values, season, periods);
  const origins = rollingOrigins(values, season, periods);
  const weights = memberWeights(members, origins);
  const least = values.some((value) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
  const spreads = spreadsAhead(values.length, members, origins, weights, periods);
  const times = studentQuantile(
    (1 + level) / 2,
    Math.max(1, Math.min(MOST_FREEDOM, values.length - 2)),
  );
  return {
    recipe: members.recipe,
    seasonsKept: members.seasons.kept,
    periods: Array.from({ length: periods }, (_, at) => {
      const mean = Math.max(
        least,
        members.forecasts.reduce(
          (sum, ahead, member) => sum + (weights[member] ?? 0) * (ahead[at] ?? 0),
          0,
        ),
      );
      const half = spreads && (spreads[at] ?? 0) * times;
      if (half === undefined) return { mean, low: undefined, high: undefined };
      return { mean, low: Math.max(least, mean - half), high: mean + half };
    }),
  };
}

/** One over the squared error of the past forecasts, scaled to add up to 1; equal where the past cannot tell. */
function memberWeights({ forecasts, recipe }: Members, origins: readonly Origin[]): number[] {
  const equal = forecasts.map(() => 1 / forecasts.length);
  if (recipe !== "seasonal") return equal;
  const same = origins.filter((origin) => origin.recipe === recipe);
  const squares = forecasts.map((_, member) => {
    const errors = same.flatMap((origin) => (origin.errors[member] ?? []).slice(0, WEIGHED_AHEAD));
    return errors.reduce((sum, error) => sum + error * error, 0);
  });
  if (same.length < LEAST_ORIGINS || squares.some((square) => !(square > 0))) return equal;
  const total = squares.reduce((sum, square) => sum + 1 / square, 0);
  return squares.map((square) => 1 / square / total);
}
