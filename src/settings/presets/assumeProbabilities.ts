import { median } from "simple-statistics";
import { stageWay } from "../../core/deals/stageWay.ts";
import { groupBy } from "../../core/groupBy.ts";
import { assumedBasis } from "../../core/pipeline/assumedProbability.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { groupOf } from "./stageGroup.ts";
import { stagePresets } from "./stagePresets.ts";

let usual: ReadonlyMap<number | undefined, number> | undefined;

/** The median of what the presets give the stages of one kind: of proposals, say. */
function usualProbability(way: number | undefined): number | undefined {
  if (usual === undefined) {
    const rated = stagePresets
      .flatMap(({ stages }) => stages)
      .flatMap(({ stage, status, probability }) =>
        status === "open" && probability !== undefined
          ? [{ way: stageWay(stage), probability }]
          : [],
      );
    usual = new Map(
      [...groupBy(rated, (one) => one.way)].map(([key, all]) => [
        key,
        median(all.map(({ probability }) => probability)),
      ]),
    );
  }
  return way === undefined ? undefined : usual.get(way);
}

/** The next stage in one direction that has a probability, and how many steps away it is. */
function neighbour(way: readonly Stage[], from: number, step: number) {
  for (let at = from + step; at >= 0 && at < way.length; at += step) {
    const probability = way[at]?.probability;
    if (probability !== undefined) return { probability, distance: Math.abs(at - from) };
  }
  return undefined;
}

function probabilityAt(way: readonly Stage[], at: number): number | undefined {
  const [before, after] = [neighbour(way, at, -1), neighbour(way, at, 1)];
  const kind = usualProbability(stageWay(way[at]?.stage ?? ""));
  if (kind !== undefined) {
    const [low, high] = [before?.probability ?? 0, after?.probability ?? 1];
    return low <= high ? Math.min(Math.max(kind, low), high) : kind;
  }
  if (before === undefined || after === undefined) return undefined;
  const share = before.distance / (before.distance + after.distance);
  return before.probability + share * (after.probability - before.probability);
}

/**
 * Open stages on their way to closed, where those of `unknown` get the probability that is usual for their place: what
 * stages of their kind have in the presets, not less than the stage before and not more than the one after; without a
 * usual name what lies between these two. Blank where nothing tells it. These values are our assumption.
 */
export function assumeProbabilities(
  way: readonly Stage[],
  unknown: ReadonlySet<Stage>,
): readonly Stage[] {
  const stages = [...way];
  const named = way.map(({ stage }) => usualProbability(stageWay(stage)) !== undefined);
  for (const isNamed of [true, false]) {
    way.forEach((stage, at) => {
      if (!unknown.has(stage) || named[at] !== isNamed) return;
      const exact = probabilityAt(stages, at);
      if (exact === undefined) return;
      const probability = Math.round(exact * 100) / 100;
      const group = groupOf(probability, stage.status);
      stages[at] = { ...stage, probability, group, basis: assumedBasis(probability) };
    });
  }
  return stages;
}
