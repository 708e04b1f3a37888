import type { Day, Moment } from "../calendar/day.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import { groupBy } from "../groupBy.ts";
import type { DealHistory } from "../history/dealHistory.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { isPutInOrder, orderOfUse } from "./orderOfUse.ts";

/** How a stay in a stage ended: further on, back, into a stage that has no place in the order, or out of the pipeline. */
export type StayEnd = "advanced" | "back" | "moved" | "won" | "lost" | "gone";

/** A deal in an open stage, from the day it came in to the day it left. */
export type StageStay = {
  readonly opportunityId: string;
  readonly pipeline: string;
  readonly stage: string;
  /** Place of the stage in the settings, or by use where these have none; undefined for a stage they do not know. */
  readonly order: number | undefined;
  /** Undefined when the deal was already there when it was first seen. */
  readonly entered: Day | undefined;
  /** The day it left; undefined while it is there. */
  readonly left: Day | undefined;
  readonly end: StayEnd | undefined;
  /** As the deal stood when it came in. */
  readonly deal: DealOnDay;
};

export type StayRules = {
  readonly stages: StageIndex;
  readonly asOf: Day;
  /** The day on which a deal came into its present stage, where its row of the Opportunities tells. */
  readonly enteredOf?: (opportunityId: string) => Moment | undefined;
  /**
   * True for a day on which a deal that has no created date may be taken to begin when it is first seen: always with an
   * imported history, with snapshots on all days but the first.
   */
  readonly isBeginning: (day: Day) => boolean;
};

/** A deal first seen so soon after its creation is taken to have been in that stage since (our assumption). */
const SEEN_SOON = 14;

/** Every stay of one deal in an open stage up to the end of the as-of day, in order. A reopened deal stays anew. */
function staysOf(life: readonly DealOnDay[], rules: StayRules): StageStay[] {
  const stays: StageStay[] = [];
  const { stages, asOf } = rules;
  let current: StageStay | undefined;
  const start = beginningOf(life, rules);
  for (const deal of life) {
    if (deal.since > asOf) break;
    const settings = stages.find(deal.pipeline, deal.stage);
    const stage = deal.status === "open" ? (settings?.stage ?? deal.stage) : undefined;
    const pipeline = deal.pipeline ?? "";
    if (current && (current.stage !== stage || current.pipeline !== pipeline)) {
      stays.push({ ...current, left: deal.since, end: endOf(deal) });
      current = undefined;
    }
    if (stage === undefined) continue;
    current ??= {
      opportunityId: deal.opportunityId,
      pipeline,
      stage,
      order: settings?.order,
      entered: deal === life[0] ? start : deal.since,
      left: undefined,
      end: undefined,
      deal,
    };
  }
  return current ? [...stays, { ...current, entered: enteredDay(current, rules) }] : stays;
}

/** The day a present stay began: as its life tells, else as the deal's row does. */
function enteredDay({ entered, opportunityId }: StageStay, { asOf, enteredOf }: StayRules) {
  if (entered !== undefined) return entered;
  const told = enteredOf?.(opportunityId);
  return told === undefined || Math.floor(told) > asOf ? undefined : Math.floor(told);
}

/** When a deal came into the stage it is first known in. */
function beginningOf(life: readonly DealOnDay[], { isBeginning }: StayRules): Day | undefined {
  const [first] = life;
  if (first === undefined) return undefined;
  const { created, since } = first;
  // Without a created date or a trace, a deal has been there for ever as far as is known.
  if (created === undefined)
    return Number.isFinite(since) && isBeginning(since) ? since : undefined;
  const seen = life.find(({ notRewound }) => !notRewound.includes("stage"));
  return seen !== undefined && seen.since - created <= SEEN_SOON ? created : undefined;
}

const endOf = ({ status }: DealOnDay): StayEnd => (status === "open" ? "moved" : status);

/** How a stay ended that another one of the deal follows: within a pipeline the order of its stages tells. */
function endBefore(stay: StageStay, next: StageStay | undefined): StayEnd | undefined {
  if (stay.end !== "moved" || next?.opportunityId !== stay.opportunityId) return stay.end;
  const { order } = next;
  if (stay.pipeline !== next.pipeline || order === undefined || stay.order === undefined)
    return stay.end;
  if (order === stay.order) return stay.end;
  return order > stay.order ? "advanced" : "back";
}

/** Stays of one pipeline with the order in which deals come into its stages, where the settings do not tell it. */
function withOrder(stays: readonly StageStay[], stages: StageIndex): readonly StageStay[] {
  const known = stays.filter(({ order }) => order !== undefined);
  const settings = known.flatMap(({ pipeline, stage }) => stages.find(pipeline, stage) ?? []);
  if (isPutInOrder(new Set(settings))) return stays;
  const byDeal = groupBy(known, ({ opportunityId }) => opportunityId);
  const places = orderOfUse([...byDeal.values()].map((own) => own.map(({ stage }) => stage)));
  return stays.map((stay) => ({
    ...stay,
    order: stay.order === undefined ? undefined : places.get(stay.stage),
  }));
}

/** The stays of all deals that the history knows. */
export function stageStays(history: DealHistory, rules: StayRules): StageStay[] {
  const stays = history
    .on(rules.asOf)
    .flatMap(({ opportunityId }) => staysOf(history.lifeOf(opportunityId), rules));
  const ordered = new Map<StageStay, StageStay>();
  for (const own of groupBy(stays, ({ pipeline }) => pipeline).values())
    withOrder(own, rules.stages).forEach((stay, at) => {
      ordered.set(own[at] ?? stay, stay);
    });
  return stays.map((stay, at) => {
    const one = ordered.get(stay) ?? stay;
    const next = stays[at + 1];
    return { ...one, end: endBefore(one, next && ordered.get(next)) };
  });
}
