import { measures, names } from "./features.ts";
import type { LandmarkRow } from "./landmarkRows.ts";
import type { FeatureId, Term } from "./winModel.ts";

export type PlannedTerm = Pick<Term, "feature" | "level" | "from" | "to">;

/** A number is cut into so many bins of about equal size. */
const BINS = 20;
/** A feature that is known for a smaller share of the rows is left out. */
const LEAST_KNOWN = 0.5;
/** A level needs so many rows, and a name may have so many levels. */
const LEAST_ROWS = 50;
const MOST_LEVELS = 15;

const SPELT: Readonly<Partial<Record<FeatureId, string>>> = {
  age: "days",
  stageDays: "days",
  closeIn: "days",
  quiet: "days",
};

/**
 * Which terms the rows can bear: bins of numbers, names that are frequent, the owner, and the season. Bins hold about
 * equally many wins, so that they are narrow where a chance can be told.
 */
export function featurePlan(
  rows: readonly LandmarkRow[],
  isWin: (row: LandmarkRow) => boolean,
  hasSeason: boolean,
): PlannedTerm[] {
  const binned = (Object.keys(measures) as FeatureId[]).flatMap((feature) => {
    const won: number[] = [];
    let [known, least] = [0, Number.POSITIVE_INFINITY];
    for (const row of rows) {
      const value = measures[feature]?.(row.deal, row.day);
      if (value === undefined) continue;
      known++;
      least = Math.min(least, value);
      if (isWin(row)) won.push(value);
    }
    return known < LEAST_KNOWN * rows.length ? [] : binsOf(feature, won, least);
  });
  const named = (Object.keys(names) as FeatureId[]).flatMap((feature) => levelsOf(feature, rows));
  const season = Array.from({ length: hasSeason ? 3 : 0 }, (_, part) => ({
    feature: "season" as const,
    level: String(part + 1),
    from: undefined,
    to: undefined,
  }));
  const owner = { feature: "owner" as const, level: "", from: undefined, to: undefined };
  return [...named, ...binned, owner, ...season];
}

function binsOf(feature: FeatureId, won: number[], least: number): PlannedTerm[] {
  won.sort((a, b) => a - b);
  const cuts = new Set<number>();
  for (let bin = 0; bin <= BINS; bin++) {
    const last = won[Math.min(won.length - 1, Math.floor((bin * won.length) / BINS))];
    // Beyond the last win there is a bin without any.
    const cut = last !== undefined && bin === BINS ? last + 1 : last;
    if (cut !== undefined && cut > least) cuts.add(cut);
  }
  if (cuts.size === 0) return [];
  const edges = [undefined, ...[...cuts].sort((a, b) => a - b), undefined];
  return edges.slice(1).map((to, bin) => {
    const from = edges[bin];
    return { feature, level: labelOf(from, to, SPELT[feature]), from, to };
  });
}

function labelOf(from: number | undefined, to: number | undefined, unit = ""): string {
  const text =
    from === undefined
      ? `below ${to}`
      : to === undefined
        ? `from ${from}`
        : `${from} to below ${to}`;
  return unit === "" ? text : `${text} ${unit}`;
}

function levelsOf(feature: FeatureId, rows: readonly LandmarkRow[]): PlannedTerm[] {
  const counts = new Map<string, number>();
  let known = 0;
  for (const { deal } of rows) {
    const name = names[feature]?.(deal);
    if (name === undefined || name === "") continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    known++;
  }
  if (known < LEAST_KNOWN * rows.length) return [];
  const frequent = [...counts].filter(([, count]) => count >= LEAST_ROWS);
  if (frequent.length < 2) return [];
  return frequent
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_LEVELS)
    .map(([level]) => ({ feature, level, from: undefined, to: undefined }));
}
