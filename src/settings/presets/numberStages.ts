import type { Stage } from "../../core/pipeline/stage.ts";
import { isAsAdded } from "./isAsAdded.ts";
import { stagePresets } from "./stagePresets.ts";

/** The stages that a preset does not have; undefined where they do not stand in its order with such as imports add. */
function besides(preset: readonly Stage[], stages: readonly Stage[]): readonly Stage[] | undefined {
  const names = preset.map(({ stage }) => stage);
  const places = stages.map((one) => (one.pipeline === "" ? names.indexOf(one.stage) : -1));
  const known = places.filter((place) => place >= 0);
  const others = stages.filter((_, at) => (places[at] ?? -1) < 0);
  const isInOrder = known.every((place, at) => place > (known[at - 1] ?? -1));
  return isInOrder && others.every(isAsAdded) ? others : undefined;
}

/**
 * The stages that imports added, as long as the Order column is as the add-on wrote it: it counts 1, 2, 3 down the
 * rows, and all others are those of a preset in its order. Undefined once a person has a hand in it.
 */
export function stagesAdded(stages: readonly Stage[]): readonly Stage[] | undefined {
  if (stages.some(({ order }, at) => order !== at + 1)) return undefined;
  const found = stagePresets.flatMap((preset) => {
    const others = besides(preset.stages, stages);
    return others === undefined ? [] : [others];
  });
  return found.sort((one, other) => one.length - other.length)[0];
}

const THOUSAND = 1000;

/** The number of a new stage, of so many, between two others: a whole one where there is room. */
function between(low: number, high: number, count: number, turn: number): number {
  if (high - low > count) return low + turn;
  return Math.round((low + ((high - low) * turn) / (count + 1)) * THOUSAND) / THOUSAND;
}

/** What a person typed stays: new stages get numbers between those beside them, and rows below the one before. */
function amongTyped(current: readonly Stage[], sorted: readonly Stage[]): readonly Stage[] {
  const rows = [...current];
  const isThere = new Set(current);
  const isNew = (stage: Stage | undefined) => stage !== undefined && !isThere.has(stage);
  for (let at = 0; at < sorted.length; at++) {
    const start = at;
    while (isNew(sorted[at])) at++;
    const added = sorted.slice(start, at);
    const [before, after] = [sorted[start - 1], sorted[at]];
    const low = before?.order ?? 0;
    const high = after?.order ?? low + added.length + 1;
    const numbered = added.map((stage, turn) => ({
      ...stage,
      order: between(low, high, added.length, turn + 1),
    }));
    rows.splice(before === undefined ? 0 : rows.indexOf(before) + 1, 0, ...numbered);
  }
  return rows;
}

/** Stages sorted with new ones among them, numbered anew where nobody has typed the numbers. */
export function numberStages(
  current: readonly Stage[],
  sorted: readonly Stage[],
  mayCount: boolean,
): readonly Stage[] {
  return mayCount
    ? sorted.map((stage, at) => ({ ...stage, order: at + 1 }))
    : amongTyped(current, sorted);
}
