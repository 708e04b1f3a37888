import type { Day } from "../calendar/day.ts";
import type { DealChange } from "../deals/deal.ts";
import { orderChanges } from "../history/changeOrder.ts";
import { isPutInOrder, orderOfUse } from "../pipeline/orderOfUse.ts";
import type { Stage } from "../pipeline/stage.ts";
import { recordKey } from "../recordKey.ts";

/** How a deal went through its stages. */
export type StageMoves = {
  /** Moves to the very next stage. */
  readonly next: number;
  /** Moves that left out at least one stage. */
  readonly skips: number;
  /** Moves to an earlier stage. */
  readonly regressions: number;
  /** Returns from won or lost to an open stage. */
  readonly reopened: number;
};

/** A stage that deals were in, by deal and the stage's name in its history. */
type FindStage = (dealKey: string, stageName: string) => Stage | undefined;

type Step = { readonly dealKey: string; readonly from: Stage; readonly to: Stage };

/** The moves of all deals, and the stages that each came into. */
type Walk = { readonly steps: readonly Step[]; readonly walks: readonly (readonly Stage[])[] };

function walk(
  changes: readonly DealChange[],
  asOf: Day,
  find: FindStage,
  stageNow: (dealKey: string) => string | undefined,
): Walk {
  const past = changes.filter(({ changedAt }) => changedAt < asOf + 1);
  const { byDeal } = orderChanges(
    past,
    ({ opportunityId }) => recordKey(opportunityId),
    (key) => {
      const stage = stageNow(key);
      return stage === undefined ? undefined : { stage };
    },
  );
  const steps: Step[] = [];
  const walks: Stage[][] = [];
  for (const [dealKey, rows] of byDeal) {
    let current: string | undefined;
    let at: Stage | undefined;
    const stages: Stage[] = [];
    walks.push(stages);
    for (const { set, was } of rows) {
      if (set.stage === undefined) continue;
      const from = find(dealKey, was.stage ?? current ?? "") ?? at;
      const to = find(dealKey, set.stage);
      current = set.stage;
      if (to === undefined || to === at) continue;
      if (from !== undefined && from !== to) {
        steps.push({ dealKey, from, to });
        stages.push(from);
      }
      stages.push(to);
      at = to;
    }
  }
  return { steps, walks };
}

/** Open stages by their order in the settings. */
const bySettings = (open: readonly Stage[]): readonly (readonly [Stage, number])[] =>
  [...open].sort((a, b) => a.order - b.order).map((stage, at) => [stage, at]);

/** Places of the stages that deals pass through: open ones, then won. Lost has none. */
function placesOf({ steps, walks }: Walk): ReadonlyMap<Stage, number> {
  const pipelines = new Map<string, Set<Stage>>();
  for (const stage of steps.flatMap(({ from, to }) => [from, to])) {
    if (stage.status === "lost") continue;
    const known = pipelines.get(stage.pipeline) ?? new Set();
    pipelines.set(stage.pipeline, known.add(stage));
  }
  const places = new Map<Stage, number>();
  for (const stages of pipelines.values()) {
    const open = [...stages].filter(({ status }) => status === "open");
    const own = new Set(open);
    const byUse = () => orderOfUse(walks.map((walk) => walk.filter((stage) => own.has(stage))));
    let last = -1;
    for (const [stage, place] of isPutInOrder(open) ? bySettings(open) : byUse()) {
      places.set(stage, place);
      last = Math.max(last, place);
    }
    for (const stage of stages) if (stage.status === "won") places.set(stage, last + 1);
  }
  return places;
}

/** What a move counts as; undefined for one from closed to closed, and between stages of one place. */
function kindOf(
  from: Stage,
  to: Stage,
  places: ReadonlyMap<Stage, number>,
): keyof StageMoves | undefined {
  if (from.status !== "open") return to.status === "open" ? "reopened" : undefined;
  const distance = (places.get(to) ?? 0) - (places.get(from) ?? 0);
  if (distance === 0) return undefined;
  if (distance < 0) return "regressions";
  return distance === 1 ? "next" : "skips";
}

/**
 * Moves from stage to stage by deal, up to the end of the as-of day. A stage is left out only when some deal has ever
 * been in it: one of the settings that nobody uses is no gap. Losing a deal is no move; a stage that the settings do
 * not know is passed over. The order is that of the settings; where probabilities there are missing or fall,
 * nobody has put the stages in order yet, and it is the one in which deals come into them. Deals without a move are left
 * out. Of several rows of one moment, that of the stage which the deal is in now is the last.
 */
export function stageMoves(
  changes: readonly DealChange[],
  asOf: Day,
  find: FindStage,
  stageNow: (dealKey: string) => string | undefined = () => undefined,
): ReadonlyMap<string, StageMoves> {
  const walked = walk(changes, asOf, find, stageNow);
  const { steps } = walked;
  const places = placesOf(walked);
  const moves = new Map<string, { -readonly [Kind in keyof StageMoves]: number }>();
  for (const { dealKey, from, to } of steps) {
    if (to.status === "lost" || from.pipeline !== to.pipeline) continue;
    const known = moves.get(dealKey) ?? { next: 0, skips: 0, regressions: 0, reopened: 0 };
    moves.set(dealKey, known);
    const kind = kindOf(from, to, places);
    if (kind !== undefined) known[kind]++;
  }
  return moves;
}

/** Share of moves to the very next stage among all moves between stages; undefined without one. */
export function stageAdherence(all: Iterable<StageMoves>): number | undefined {
  let [right, count] = [0, 0];
  for (const { next, skips, regressions } of all) {
    right += next;
    count += next + skips + regressions;
  }
  return count === 0 ? undefined : right / count;
}
