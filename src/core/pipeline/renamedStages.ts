import { groupBy } from "../groupBy.ts";
import { recordKey } from "../recordKey.ts";

/** Where a deal stands. */
export type Place = {
  readonly opportunityId: string;
  readonly pipeline?: string | undefined;
  readonly stage?: string | undefined;
};

/** A new stage that looks like one which is no longer there. */
export type RenamedStage = {
  readonly pipeline: string;
  readonly from: string;
  readonly to: string;
  /** Deals that stood in the one before and stand in the other now. */
  readonly moved: number;
  /** Deals that stood in the one before and are still told of. */
  readonly of: number;
};

/** Fewer deals may have moved on together by chance (our assumption). */
const LEAST_DEALS = 3;

const keyOf = ({ pipeline = "", stage = "" }: Place) => `${pipeline}\n${stage}`;

/**
 * New stages that are an old one under another name: nothing stands in the old one any more, at least half of its deals
 * stand in the new one, and at least half of the new one's known deals came from there (the halves are our assumption).
 */
export function renamedStages(
  before: readonly Place[],
  after: readonly Place[],
  isNew: (place: Place) => boolean,
): RenamedStage[] {
  const was = new Map(before.map((place) => [recordKey(place.opportunityId), place]));
  const held = new Set(after.map(keyOf));
  const moves = after.flatMap((to) => {
    const from = was.get(recordKey(to.opportunityId));
    return from?.stage && to.stage && from.pipeline === to.pipeline ? [{ from, to }] : [];
  });
  const left = groupBy(moves, ({ from }) => keyOf(from));
  const come = groupBy(moves, ({ to }) => keyOf(to));
  return [...come].flatMap(([key, arrivals]): RenamedStage[] => {
    const to = arrivals[0]?.to;
    if (to === undefined || !isNew(to)) return [];
    const [best] = [...groupBy(arrivals, ({ from }) => keyOf(from))].sort(
      ([, a], [, b]) => b.length - a.length,
    );
    if (best === undefined || best[0] === key || held.has(best[0])) return [];
    const [moved, of] = [best[1].length, left.get(best[0])?.length ?? 0];
    if (moved < LEAST_DEALS || 2 * moved < of || 2 * moved < arrivals.length) return [];
    const { pipeline = "", stage: from = "" } = best[1][0]?.from ?? to;
    return [{ pipeline, from, to: to.stage ?? "", moved, of }];
  });
}
