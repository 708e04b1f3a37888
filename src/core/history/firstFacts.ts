import type { Day } from "../calendar/day.ts";
import type { DealFacts, FactName } from "./dealOnDay.ts";
import { FACT_NAMES, type FactPoint, isOver } from "./factPoints.ts";

/** Without a history these follow the stage of the day, not what they are now. */
const FOLLOWS_STAGE: ReadonlySet<FactName> = new Set(["forecastCategory", "probability", "rate"]);

const UNKNOWN: DealFacts = {
  stage: undefined,
  status: "open",
  amount: undefined,
  currency: undefined,
  rate: undefined,
  closeDate: undefined,
  owner: undefined,
  team: undefined,
  segment: undefined,
  region: undefined,
  pipeline: undefined,
  forecastCategory: undefined,
  probability: undefined,
};

export type First = {
  readonly facts: DealFacts;
  readonly unknown: readonly FactName[];
  /** A deal that was closed when it was first seen closed on its close date. */
  readonly closing?: FactPoint;
};

/**
 * How a deal stood before all that is known to have changed. `isFollowed` says of which facts a history would tell every
 * change since the deal was created: what its present row tells first, and no change, was so from the start.
 */
export function firstFacts(
  points: readonly FactPoint[],
  created: Day | undefined,
  isFollowed: (name: FactName) => boolean,
): First {
  const facts: Record<string, unknown> = { ...UNKNOWN };
  const unknown: FactName[] = [];
  let closing: FactPoint | undefined;
  for (const name of FACT_NAMES) {
    const point = points.find(({ set, was }) => name in set || name in was);
    if (!point) continue;
    if (name in point.was) facts[name] = point.was[name];
    else if (!FOLLOWS_STAGE.has(name)) {
      const { from, set } = point;
      const wasSoAlways = from === "present" && !isOver(set.status) && isFollowed(name);
      const cameLater = !wasSoAlways && (created === undefined || point.day > created);
      if (cameLater) unknown.push(name);
      facts[name] = before(name, point, cameLater);
      if (name === "status" && cameLater) closing = closingOf(point, created);
    }
  }
  return { facts: facts as DealFacts, unknown, closing };
}

/** A deal that was closed or gone when first seen was open before; in which stage nobody knows. */
function before(name: FactName, { set }: FactPoint, cameLater: boolean): unknown {
  const { status } = set;
  if (name === "status")
    return status === "gone" || (cameLater && isOver(status)) ? "open" : status;
  return name === "stage" && cameLater && isOver(status) ? undefined : set[name];
}

function closingOf({ day, set, from }: FactPoint, created: Day | undefined): FactPoint | undefined {
  const { closeDate, status } = set;
  if (from === "change" || !isOver(status)) return undefined;
  if (closeDate === undefined || closeDate >= day) return undefined;
  const closed: Partial<DealFacts> = {
    status,
    ...("stage" in set ? { stage: set.stage } : {}),
  };
  return {
    day: Math.max(closeDate, created ?? closeDate),
    set: closed,
    was: {},
    from: "present",
  };
}
