import { ensembleForecast } from "../forecast/ensembleForecast.ts";
import type { ForecastPair } from "../forecast/forecastPair.ts";
import { learnedWeights } from "../forecast/learnedWeights.ts";

/** Pipeline, history, capacity and statistics, which the usual weights are meant for. */
const USUAL_MEMBERS = ["weighted", "average", "capacity", "series"] as const;
/** What the learned ensemble combines: readings of the pipeline, of the past, and the quota. */
const MEMBERS = [
  "weighted",
  "existing_new",
  "conversion",
  "average",
  "series",
  "pace",
  "capacity",
] as const;

/** One period alone may have been anything. */
const LEAST_PERIODS = 2;

/** What each method said, by its id. */
type Said = ReadonlyMap<string, number | undefined>;
/** What was said of a period at the same point, and what it brought. */
export type Earlier = { readonly forecasts: Said; readonly came: number };

/** The periods that weights are learned from: those that a member forecast. Undefined while they are too few. */
export function learntFrom(earlier: readonly Earlier[]): readonly Earlier[] | undefined {
  const told = earlier.filter(({ forecasts }) =>
    MEMBERS.some((id) => forecasts.get(id) !== undefined),
  );
  return told.length < LEAST_PERIODS ? undefined : told;
}

/** The four usual methods, 40/30/20/10. */
export function usualEnsemble(forecasts: Said): number | undefined {
  return ensembleForecast(USUAL_MEMBERS.map((id) => forecasts.get(id)));
}

/**
 * What each member weighs before anything is learned, when a share of the period is over: the pipeline twice as much at
 * the end as at the start, in it the methods that measure what comes of it before the stated chances; a run rate the
 * more, and an average of the past the less, the more of the period is over.
 */
function firstWeights(gone: number): Readonly<Record<(typeof MEMBERS)[number], number>> {
  const pipeline = 0.4 + 0.4 * gone;
  const history = 0.4 - 0.2 * gone;
  return {
    weighted: 0.2 * pipeline,
    existing_new: 0.5 * pipeline,
    conversion: 0.3 * pipeline,
    average: 0.5 * history * (1 - gone),
    series: 0.5 * history,
    pace: 0.5 * history * gone,
    capacity: 0.2 - 0.2 * gone,
  };
}

/**
 * What each member that says something now weighs, by how it did at this point of earlier periods. Before two
 * periods tell anything it is what is believed first. The weights add up to 1.
 */
export function ensembleWeights(
  now: Said,
  earlier: readonly Earlier[],
  gone: number,
): ReadonlyMap<string, number> {
  const told = learntFrom(earlier);
  const first = firstWeights(Math.min(1, Math.max(0, gone)));
  const given = MEMBERS.map((id): readonly [string, number] => [id, first[id]]);
  const members = given.filter(([id, weight]) => weight > 0 && now.get(id) !== undefined);
  const past = (told ?? []).map(({ forecasts, came }) =>
    members.map(([id]): ForecastPair | undefined => {
      const forecast = forecasts.get(id);
      return forecast === undefined ? undefined : { forecast, actual: came };
    }),
  );
  const weights = learnedWeights(
    past,
    members.map(([, weight]) => weight),
  );
  return new Map(members.map(([id], member) => [id, weights[member] ?? 0]));
}
