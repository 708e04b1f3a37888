import type { Stage } from "../../core/pipeline/stage.ts";
import { LEAST_STAYS } from "../../core/pipeline/timeInStage.ts";
import type { Book } from "../book.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { stageFlowsOf } from "../parts/stageFlowsOf.ts";

/** The usual days in a stage that a deal's stay is held to; undefined where nobody knows them. */
export type UsualDays = (stage: Stage | undefined) => number | undefined;

/** Mean days in the stages that the settings give no benchmark, of everybody's deals also where a report is about a team. */
function ownDays({ request, standings: { stages } }: Book): ReadonlyMap<Stage, number> {
  const whole = request.whole ?? request;
  const sums = new Map<Stage, { days: number; stays: number; ended: number }>();
  for (const flow of stageFlowsOf({ request: whole }, dealHistoryOf(whole))) {
    const stage = stages.find(flow.pipeline, flow.stage);
    const { mean, stays, ended } = flow.time;
    if (!stage || mean === undefined) continue;
    const sum = sums.get(stage) ?? { days: 0, stays: 0, ended: 0 };
    sum.days += mean * stays;
    sum.stays += stays;
    sum.ended += ended;
    sums.set(stage, sum);
  }
  return new Map(
    [...sums]
      .filter(([, { ended }]) => ended >= LEAST_STAYS)
      .map(([stage, { days, stays }]) => [stage, Math.max(1, Math.round(days / stays))]),
  );
}

/**
 * Benchmark days of the Stages settings, else whole mean days in the stage by the workbook's own history, open stays
 * included. A fitted risk has learned by itself what a long stay means, so that it is held to the settings alone.
 */
export function usualDays(book: Book, isFitted: boolean): UsualDays {
  const lacks = book.allOpen.some(({ standing: { stage } }) => stage && !stage.benchmarkDays);
  const own = lacks && !isFitted ? ownDays(book) : new Map<Stage, number>();
  return (stage) => stage && (stage.benchmarkDays || own.get(stage));
}
