import { mean } from "simple-statistics";

/** How the seasons differ: factors on the level, amounts beside it, or not at all. */
export type Seasons = {
  readonly kind: "factors" | "amounts" | "none";
  /** One per season, the first that of the first value. */
  readonly of: readonly number[];
  /** How much of the measured difference between seasons is kept, 0 to 1. */
  readonly kept: number;
};

const NONE: Seasons = { kind: "none", of: [], kept: 0 };

/**
 * The seasons' differences from the straight line through the values, drawn towards none at all by how much of them
 * chance explains (James and Stein 1961; for seasonal factors Miller and Williams 2003). Two full years are needed.
 * Factors need values and line above zero; otherwise the seasons are amounts.
 */
export function shrunkenSeasons(values: readonly number[], season: number): Seasons {
  if (season < 2 || values.length < 2 * season) return NONE;
  const line = lineThrough(values, season);
  const asFactors = values.every((value) => value > 0) && line.every((value) => value > 0);
  const away = values.map((value, at) =>
    asFactors ? Math.log(value / (line[at] ?? 1)) : value - (line[at] ?? 0),
  );
  const { of, kept } = shrunken(away, season);
  if (kept === 0) return NONE;
  return asFactors
    ? { kind: "factors", of: of.map((value) => Math.exp(value)), kept }
    : { kind: "amounts", of, kept };
}

/** The straight line that is left when every season may have a level of its own; it runs through the mean of those. */
function lineThrough(values: readonly number[], season: number): number[] {
  let [slope, spread, level] = [0, 0, 0];
  const seasons = Array.from({ length: season }, (_, first) => {
    const years = Math.ceil((values.length - first) / season);
    const time = first + (season * (years - 1)) / 2;
    const group = values.filter((_, at) => at % season === first);
    return { first, time, group, mean: mean(group) };
  });
  for (const { first, time, group } of seasons) {
    group.forEach((value, year) => {
      const away = first + year * season - time;
      slope += away * value;
      spread += away * away;
    });
  }
  slope /= spread;
  for (const one of seasons) level += (one.mean - slope * one.time) / season;
  return values.map((_, at) => level + slope * at);
}

function shrunken(away: readonly number[], season: number) {
  const groups = Array.from({ length: season }, (_, at) =>
    away.filter((_, period) => period % season === at),
  );
  const means = groups.map((group) => mean(group));
  const centre = mean(means);
  let within = 0;
  groups.forEach((group, at) => {
    for (const value of group) within += (value - (means[at] ?? 0)) ** 2;
  });
  const noise =
    (within / Math.max(1, away.length - season)) * mean(groups.map((group) => 1 / group.length));
  const signal = means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (season - 1);
  const share = Math.max(0, season - 3) / (season - 1);
  const kept = signal > 0 ? Math.max(0, 1 - (share * noise) / signal) : 0;
  return { of: means.map((value) => kept * (value - centre)), kept };
}

/** A value without its season. */
export function withoutSeason(seasons: Seasons, value: number, period: number): number {
  const of = seasons.of[period % seasons.of.length] ?? 0;
  if (seasons.kind === "factors") return value / of;
  return seasons.kind === "amounts" ? value - of : value;
}

/** A level with its season put back. */
export function withSeason(seasons: Seasons, level: number, period: number): number {
  const of = seasons.of[period % seasons.of.length] ?? 0;
  if (seasons.kind === "factors") return level * of;
  return seasons.kind === "amounts" ? level + of : level;
}
