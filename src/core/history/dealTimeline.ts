import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import { type CategoryOptions, dealCategory } from "../deals/dealCategory.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import type { DealFacts, DealOnDay, FactName } from "./dealOnDay.ts";
import { type FactPoint, isOver } from "./factPoints.ts";
import { firstFacts } from "./firstFacts.ts";
import { withPresent } from "./presentPoint.ts";

export type TimelineRules = {
  readonly stages: StageIndex;
  readonly options: CategoryOptions;
  /** The day on which the Opportunities stood as they do. */
  readonly asOf: Day;
  /** The first day on which the history tells a change of a fact, of whichever deal; undefined: it never does. */
  readonly followedSince: (name: FactName) => Day | undefined;
};

/** The facts of which it is told when nothing takes them back to a day. */
const TOLD: readonly FactName[] = ["stage", "amount", "closeDate", "owner"];

/** A deal's life: how it stood from each day on which something of it changed, the oldest first. */
export function dealTimeline(
  opportunityId: string,
  deal: Deal | undefined,
  points: readonly FactPoint[],
  rules: TimelineRules,
): readonly DealOnDay[] {
  const all = deal ? withPresent(points, deal, rules.stages, rules.asOf) : points;
  const created = createdDay(deal, all);
  const isNamed = points.some(({ from }) => from === "change");
  const first = firstFacts(all, created, (name) => {
    const since = isNamed ? rules.followedSince(name) : undefined;
    return since !== undefined && created !== undefined && since <= created;
  });
  const events = first.closing ? insertInOrder(all, first.closing) : all;
  const versions: DealOnDay[] = [];
  let facts = first.facts;
  const unknown = new Set(first.unknown);
  let openIn: string | undefined;
  const add = (since: Day) => {
    const last = versions[versions.length - 1];
    if (last?.since === since) versions.pop();
    if (facts.status === "open") openIn = unknown.has("stage") ? undefined : facts.stage;
    versions.push(versionOf(opportunityId, facts, since, created, unknown, openIn, rules));
  };
  if (created !== undefined || all[0]?.from === "present") add(created ?? Number.NEGATIVE_INFINITY);
  for (const { day, set, was } of events) {
    if (was.status === "open") openIn = was.stage;
    facts = { ...facts, ...set };
    for (const name of first.unknown) if (name in set) unknown.delete(name);
    add(Math.max(day, versions[0]?.since ?? day));
  }
  return versions;
}

function createdDay(deal: Deal | undefined, points: readonly FactPoint[]): Day | undefined {
  if (deal?.createdDate === undefined) return undefined;
  const created = Math.floor(deal.createdDate);
  const first = points.find(({ from }) => from !== "present");
  return first ? Math.min(created, first.day) : created;
}

function insertInOrder(points: readonly FactPoint[], point: FactPoint): readonly FactPoint[] {
  const at = points.findIndex(({ day }) => day > point.day);
  return at < 0 ? [...points, point] : [...points.slice(0, at), point, ...points.slice(at)];
}

function versionOf(
  opportunityId: string,
  facts: DealFacts,
  since: Day,
  created: Day | undefined,
  unknown: ReadonlySet<FactName>,
  lastOpenIn: string | undefined,
  { stages, options }: TimelineRules,
): DealOnDay {
  const stage = stages.find(facts.pipeline, facts.stage);
  const isOpen = facts.status === "open";
  const probability = isOver(facts.status)
    ? Number(facts.status === "won")
    : (facts.probability ?? stage?.probability);
  // Written out, so that all versions of all deals have one shape: what reads a hundred thousand of them is quicker.
  return {
    stage: facts.stage,
    status: facts.status,
    amount: facts.amount,
    currency: facts.currency,
    rate: facts.rate,
    closeDate: facts.closeDate,
    owner: facts.owner,
    team: facts.team,
    segment: facts.segment,
    region: facts.region,
    pipeline: facts.pipeline,
    forecastCategory: facts.forecastCategory,
    opportunityId,
    since,
    created,
    probability,
    category: isOpen
      ? dealCategory(facts.forecastCategory, stage, probability, options)
      : undefined,
    notRewound: TOLD.filter((name) => unknown.has(name)),
    lastOpenIn,
  };
}
