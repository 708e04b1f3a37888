import type { Day } from "../calendar/day.ts";
import type { DealLife } from "./dealLife.ts";
import { stageKey } from "./features.ts";

/** A stage that a deal stood in from the end of a day on; without a key it is unknown. */
export type StageVisit = {
  readonly since: Day;
  readonly key: string | undefined;
  readonly pipeline: string;
  readonly stage: string;
};

/** In which stage a deal stood from the end of each day on; of several on one day the last one counts. */
export function stageVisits(life: DealLife): StageVisit[] {
  const visits: StageVisit[] = [];
  for (const { pipeline = "", stage, since } of life.versions) {
    const key = stage === undefined ? undefined : stageKey(pipeline, stage);
    const day = Math.max(life.created, since);
    // What happened on the day of its end is part of the end.
    if (life.ended !== undefined && day >= life.ended && visits.length > 0) break;
    if (visits[visits.length - 1]?.since === day) visits.pop();
    const before = visits[visits.length - 1];
    if (!before || before.key !== key)
      visits.push({ since: day, key, pipeline, stage: stage ?? "" });
  }
  return visits;
}
