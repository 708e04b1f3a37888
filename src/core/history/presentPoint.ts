import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import { plainText, type StageIndex } from "../deals/stageIndex.ts";
import type { DealFacts, FactName } from "./dealOnDay.ts";
import { FACT_NAMES, type FactPoint, isOver, presentFacts } from "./factPoints.ts";

/** Adds what the deal's present row tells beyond the last that is known of it. */
export function withPresent(
  points: readonly FactPoint[],
  deal: Deal,
  stages: StageIndex,
  asOf: Day,
): FactPoint[] {
  const now = presentFacts(deal, stages, asOf);
  let last: Partial<DealFacts> = {};
  for (const { set } of points) last = { ...last, ...set };
  const isSame = (name: FactName) => {
    if (last[name] === now[name]) return true;
    if (name !== "stage" && name !== "forecastCategory") return false;
    const [one, other] = [last[name] ?? "", now[name] ?? ""];
    if (plainText(one) === plainText(other)) return true;
    const row = name === "stage" ? stages.find(now.pipeline, other) : undefined;
    return row !== undefined && stages.find(now.pipeline, one) === row;
  };
  const set: Record<string, unknown> = {};
  for (const name of FACT_NAMES) {
    if (now[name] !== undefined && !isSame(name)) set[name] = now[name];
  }
  if ("currency" in set) set.rate = undefined;
  const modified = deal.lastModified === undefined ? asOf : Math.floor(deal.lastModified);
  const becameSo = "status" in set && isOver(now.status) ? closedDay(deal, asOf) : modified;
  const isNewlyGone = now.status === "gone" && last.status !== "gone";
  const latest = isNewlyGone ? Math.min(becameSo, deal.goneSince ?? becameSo) : becameSo;
  const day = Math.max(
    latest,
    points[points.length - 1]?.day ?? latest,
    Math.floor(deal.createdDate ?? latest),
  );
  const point: FactPoint = { day, set, was: {}, from: "present" };
  if (!isNewlyGone) return [...points, point];
  const gone: FactPoint = {
    day: Math.max(day, deal.goneSince ?? day),
    set: { status: "gone" },
    was: {},
    from: "present",
  };
  return [...points, { ...point, set: { ...set, status: "open" } }, gone];
}

/** A closed deal closed on its close date; where that still lies ahead, when its stage or anything of it last changed. */
function closedDay({ closeDate, stageEntered, lastModified }: Deal, asOf: Day): Day {
  if (closeDate !== undefined && closeDate <= asOf) return closeDate;
  return Math.floor(stageEntered ?? lastModified ?? asOf);
}
