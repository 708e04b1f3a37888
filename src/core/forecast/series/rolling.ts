import { fittedMembers, type Recipe } from "./members.ts";

/** How far the members were off, forecasting from one past period on: one list of errors per member. */
export type Origin = {
  readonly recipe: Recipe;
  readonly errors: readonly (readonly number[])[];
};

const MOST_ORIGINS = 12;
/** What an origin has to have behind it, and the share of the history that is used for origins. */
const [LEAST_BEHIND, SHARE] = [4, 1 / 3];

/** Forecasts from past periods with what was known then, the latest first, each by the recipe of its time. */
export function rollingOrigins(
  values: readonly number[],
  season: number,
  periods: number,
): Origin[] {
  const most = Math.min(MOST_ORIGINS, Math.floor(values.length * SHARE));
  const origins: Origin[] = [];
  for (let back = 1; back <= most && values.length - back >= LEAST_BEHIND; back++) {
    const known = values.length - back;
    const members = fittedMembers(values.slice(0, known), season, Math.min(periods, back));
    origins.push({
      recipe: members.recipe,
      errors: members.forecasts.map((forecasts) =>
        forecasts.map((forecast, at) => (values[known + at] ?? 0) - forecast),
      ),
    });
  }
  return origins;
}
