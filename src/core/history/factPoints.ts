import type { Day } from "../calendar/day.ts";
import type { Deal, DealSnapshot } from "../deals/deal.ts";
import { dealStatus, isGone } from "../deals/dealStatus.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import type { Facts } from "./changeFacts.ts";
import type { OrderedChange } from "./changeOrder.ts";
import type { DealFacts, FactName } from "./dealOnDay.ts";

type Patch = Partial<DealFacts>;

export const FACT_NAMES: readonly FactName[] = [
  "stage",
  "status",
  "amount",
  "currency",
  "rate",
  "closeDate",
  "owner",
  "team",
  "segment",
  "region",
  "pipeline",
  "forecastCategory",
  "probability",
];

/** What became known of a deal on a day, and what stood before where the source says so. */
export type FactPoint = {
  readonly day: Day;
  /** Names that are there are known from this day on, blank ones included. */
  readonly set: Patch;
  readonly was: Patch;
  /** A snapshot and the present row tell how a deal stands, not that it changed on their day. */
  readonly from: "change" | "snapshot" | "present";
};

export const isOver = (status: DealFacts["status"] | undefined) =>
  status === "won" || status === "lost";

function ofChange(
  { day, set, was }: OrderedChange,
  pipeline: string | undefined,
  stages: StageIndex,
): FactPoint {
  const statusOf = ({ stage }: Facts): Patch => {
    if (stage === undefined) return {};
    const deal = { opportunityId: "", stage };
    return { status: dealStatus(deal, stages.find(pipeline, stage)) };
  };
  // A new stage brings its own category and probability unless the change names others, a new currency its own rate.
  const fresh: Patch = {
    ...(set.stage === undefined ? {} : { forecastCategory: undefined, probability: undefined }),
    ...("currency" in set ? { rate: undefined } : {}),
  };
  return {
    day,
    set: { ...fresh, ...set, ...statusOf(set) },
    was: { ...was, ...statusOf(was) },
    from: "change",
  };
}

function ofSnapshot(
  snapshot: DealSnapshot,
  pipeline: string | undefined,
  stages: StageIndex,
): FactPoint {
  const { snapshotDate, opportunityId, stage, isClosed, isWon } = snapshot;
  const status = dealStatus(
    { opportunityId, stage, isClosed, isWon },
    stages.find(snapshot.pipeline ?? pipeline, stage),
  );
  return {
    day: snapshotDate,
    set: {
      stage,
      status: status === "open" && snapshot.isGone === true ? "gone" : status,
      amount: snapshot.amount,
      currency: snapshot.currency,
      rate: snapshot.rate,
      closeDate: snapshot.closeDate,
      owner: snapshot.owner,
      team: snapshot.team,
      segment: snapshot.segment,
      region: snapshot.region,
      ...(snapshot.pipeline === undefined ? {} : { pipeline: snapshot.pipeline }),
      forecastCategory: snapshot.category,
      probability: snapshot.probability,
    },
    was: {},
    from: "snapshot",
  };
}

/** All that snapshots and history tell of a deal, in order of time; a snapshot comes before the changes of its day. */
export function pointsOf(
  snapshots: readonly DealSnapshot[],
  changes: readonly OrderedChange[],
  pipeline: string | undefined,
  stages: StageIndex,
): FactPoint[] {
  const points = [
    ...snapshots.map((snapshot) => ofSnapshot(snapshot, pipeline, stages)),
    ...changes.map((change) => ofChange(change, pipeline, stages)),
  ];
  return points.sort((a, b) => a.day - b.day);
}

/** The facts of a deal's row of the Opportunities. */
export function presentFacts(deal: Deal, stages: StageIndex, asOf: Day): DealFacts {
  const status = dealStatus(deal, stages.find(deal.pipeline, deal.stage));
  return {
    stage: deal.stage,
    status: status === "open" && isGone(deal, asOf) ? "gone" : status,
    amount: deal.amount,
    currency: deal.currency,
    rate: undefined,
    closeDate: deal.closeDate,
    owner: deal.owner,
    team: deal.team,
    segment: deal.segment,
    region: deal.region,
    pipeline: deal.pipeline,
    forecastCategory: deal.forecastCategory,
    probability: deal.probability,
  };
}
