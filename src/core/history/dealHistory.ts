import type { Day } from "../calendar/day.ts";
import type { Deal, DealChange, DealSnapshot } from "../deals/deal.ts";
import type { CategoryOptions } from "../deals/dealCategory.ts";
import { stageIndex } from "../deals/stageIndex.ts";
import type { Stage } from "../pipeline/stage.ts";
import { recordKey } from "../recordKey.ts";
import { type OrderedChange, orderChanges, type TieOrder } from "./changeOrder.ts";
import type { DealOnDay, FactName } from "./dealOnDay.ts";
import { dealTimeline } from "./dealTimeline.ts";
import { type FactPoint, pointsOf, presentFacts } from "./factPoints.ts";

/** All that tells how deals stood. Any of the three will do. */
export type HistorySources = {
  readonly deals?: readonly Deal[];
  readonly snapshots?: readonly DealSnapshot[];
  readonly changes?: readonly DealChange[];
  readonly stages: readonly Stage[];
  readonly options: CategoryOptions;
  /** The day on which the Opportunities stood as they do. */
  readonly asOf: Day;
};

export type DealHistory = {
  /** Every deal that existed by the end of a day, as it stood then, in the order of the Opportunities. */
  readonly on: (day: Day) => readonly DealOnDay[];
  /** One deal at the end of a day; undefined before it existed and for an id that nothing knows. */
  readonly dealOn: (opportunityId: string, day: Day) => DealOnDay | undefined;
  /** A deal's life: one entry for each day on which something changed. */
  readonly lifeOf: (opportunityId: string) => readonly DealOnDay[];
  /** How rows of one moment were put in order, and how many moments of deals hold several. */
  readonly ties: { readonly count: number; readonly order: TieOrder; readonly rearranged: number };
  /** Deals that only snapshots or history name: they end on the day after their last trace. */
  readonly withoutRow: readonly string[];
};

/** What compares two days asks for them again and again. */
const KEPT_DAYS = 3;

type Entry = { deal?: Deal; readonly id: string; readonly snapshots: DealSnapshot[] };

/**
 * Reads all sources once; a day then costs one look into each deal's life. A deal's facts come from its snapshots and its
 * history, whichever is the later; before the first of them, and for facts that neither tells, from the deal's present
 * row, its created and its close date. Ids with 15 and with 18 characters are one.
 */
export function dealHistory(sources: HistorySources): DealHistory {
  const { deals, snapshots = [], changes = [], options, asOf } = sources;
  const stages = stageIndex(sources.stages);
  const entries = new Map<string, Entry>();
  const entry = (id: string): Entry => {
    const key = recordKey(id);
    const known = entries.get(key);
    if (known) return known;
    const made: Entry = { id, snapshots: [] };
    entries.set(key, made);
    return made;
  };
  for (const deal of deals ?? []) entry(deal.opportunityId).deal ??= deal;
  for (const snapshot of snapshots) entry(snapshot.opportunityId).snapshots.push(snapshot);
  for (const { opportunityId } of changes) entry(opportunityId);
  const ordered = orderChanges(
    changes,
    ({ opportunityId }) => recordKey(opportunityId),
    (key) => {
      const deal = entries.get(key)?.deal;
      return deal && presentFacts(deal, stages, asOf);
    },
  );
  const since = firstChanges(ordered.byDeal.values());
  const rules = { stages, options, asOf, followedSince: (name: FactName) => since.get(name) };
  const lives = new Map<string, readonly DealOnDay[]>();
  const withoutRow: string[] = [];
  for (const [key, { id, deal, snapshots: own }] of entries) {
    const points = pointsOf(own, ordered.byDeal.get(key) ?? [], deal?.pipeline, stages);
    const isLost = deal === undefined && deals !== undefined;
    if (isLost) withoutRow.push(id);
    const life = dealTimeline(id, deal, isLost ? ended(points) : points, rules);
    lives.set(key, life);
  }
  const lifeOf = (id: string) => lives.get(recordKey(id)) ?? [];
  const days = new Map<Day, readonly DealOnDay[]>();
  return {
    on(day) {
      const known = days.get(day);
      if (known) return known;
      const found: DealOnDay[] = [];
      for (const life of lives.values()) {
        const deal = standingOn(life, day);
        if (deal) found.push(deal);
      }
      const [oldest] = days.keys();
      if (oldest !== undefined && days.size === KEPT_DAYS) days.delete(oldest);
      days.set(day, found);
      return found;
    },
    dealOn: (id, day) => standingOn(lifeOf(id), day),
    lifeOf,
    ties: { count: ordered.ties, order: ordered.tieOrder, rearranged: ordered.rearranged },
    withoutRow,
  };
}

/** The first day on which each fact is told to have changed from something to something else. */
function firstChanges(lives: Iterable<readonly OrderedChange[]>): ReadonlyMap<string, Day> {
  const first = new Map<string, Day>();
  for (const changes of lives) {
    for (const { day, was } of changes) {
      for (const name in was) {
        if (day < (first.get(name) ?? Number.POSITIVE_INFINITY)) first.set(name, day);
      }
    }
  }
  return first;
}

/** An open deal of which no row is left was deleted at some time after its last trace. */
function ended(points: readonly FactPoint[]): readonly FactPoint[] {
  const last = points[points.length - 1];
  const status = points.reduce<FactPoint["set"]["status"]>(
    (now, { set }) => set.status ?? now,
    undefined,
  );
  if (!last || status === "won" || status === "lost") return points;
  return [...points, { day: last.day + 1, set: { status: "gone" }, was: {}, from: "present" }];
}

function standingOn(life: readonly DealOnDay[], day: Day): DealOnDay | undefined {
  let [low, high] = [0, life.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((life[middle] as DealOnDay).since <= day) low = middle + 1;
    else high = middle;
  }
  return life[low - 1];
}
