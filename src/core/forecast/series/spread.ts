import type { Members } from "./members.ts";
import type { Origin } from "./rolling.ts";
import type { Seasons } from "./seasons.ts";

/** As many past errors as the model's own idea of the spread counts for. */
const PRIOR = 4;
/** A season of next to no sales is not as certain as its factor says. */
const LEAST_FACTOR = 0.25;

/**
 * How far a forecast is off each period ahead, as a standard deviation: the root mean square of what the recipe missed
 * at past origins, drawn to what the smoothing's surprises let expect, and never less than one period before.
 * Undefined where there are too few periods to tell.
 */
export function spreadsAhead(
  known: number,
  { alpha, surprises, recipe, seasons }: Members,
  origins: readonly Origin[],
  weights: readonly number[],
  periods: number,
): number[] | undefined {
  if (recipe === "mean") return undefined;
  const squares = surprises.reduce((sum, surprise) => sum + surprise * surprise, 0);
  const estimated = 2 + seasons.kept * Math.max(0, seasons.of.length - 1);
  const variance = squares / Math.max(known / 3, known - estimated);
  let widest = 0;
  return Array.from({ length: periods }, (_, ahead) => {
    let [sum, count] = [PRIOR * variance * (1 + ahead * alpha * alpha), PRIOR];
    origins.forEach((origin, back) => {
      const error = missed(origin, origin.recipe === recipe ? weights : undefined, ahead);
      if (error === undefined) return;
      sum += (error / scaleOf(seasons, known - back - 1 + ahead)) ** 2;
      count += 1;
    });
    widest = Math.max(widest, Math.sqrt(sum / count));
    return widest * scaleOf(seasons, known + ahead);
  });
}

/** The error of the members together; undefined where the origin has not come so far. */
function missed(
  { errors }: Origin,
  weights: readonly number[] | undefined,
  ahead: number,
): number | undefined {
  if (ahead >= (errors[0]?.length ?? 0)) return undefined;
  return errors.reduce(
    (sum, list, member) => sum + (weights?.[member] ?? 1 / errors.length) * (list[ahead] ?? 0),
    0,
  );
}

function scaleOf({ kind, of }: Seasons, period: number): number {
  return kind === "factors" ? Math.max(LEAST_FACTOR, of[period % of.length] ?? 1) : 1;
}
