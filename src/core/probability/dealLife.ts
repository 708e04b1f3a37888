import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import type { DealHistory } from "../history/dealHistory.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import type { WinDeal } from "./winModel.ts";

/** How a deal stood from a day on. A field that nothing takes back to that day is unknown. */
export type LifeVersion = {
  readonly since: Day;
  readonly pipeline: string | undefined;
  readonly stage: string | undefined;
  /** The day on which it came into the stage. */
  readonly stageEntered: Day | undefined;
  readonly amount: number | undefined;
  readonly closeDate: Day | undefined;
  /** How often its close date had moved to a later day. */
  readonly pushes: number | undefined;
};

/** A deal from its creation to its end, as far as it is known. */
export type DealLife = {
  readonly id: string;
  readonly created: Day;
  readonly versions: readonly LifeVersion[];
  /** How it ended; undefined while it is open, and where it vanished. */
  readonly outcome: "won" | "lost" | undefined;
  /** The day on which it ended or vanished; undefined while it is open. */
  readonly ended: Day | undefined;
  /** What is taken to have been the same through all of its life. */
  readonly traits: Pick<WinDeal, "owner" | "segment" | "source" | "type" | "product">;
};

/** Every deal with a created date, from its history. An open deal has no end; one that was reopened ended where it last did. */
export function dealLives(history: DealHistory, deals: readonly Deal[]): DealLife[] {
  const lives: DealLife[] = [];
  for (const deal of deals) {
    const points = history.lifeOf(deal.opportunityId);
    const created = points[0]?.created;
    const last = points[points.length - 1];
    if (created === undefined || !last) continue;
    const isOver = last.status !== "open";
    const firstOver = isOver ? endOf(points) : undefined;
    lives.push({
      id: deal.opportunityId,
      created,
      versions: versionsOf(points),
      outcome: last.status === "won" || last.status === "lost" ? last.status : undefined,
      ended: firstOver === undefined ? undefined : Math.max(created, firstOver),
      traits: {
        owner: deal.owner,
        segment: deal.segment,
        source: deal.leadSource,
        type: deal.type,
        product: deal.product,
      },
    });
  }
  return lives;
}

/** The day from which a deal has been closed or gone ever since. */
function endOf(points: readonly DealOnDay[]): Day | undefined {
  let end: Day | undefined;
  for (let at = points.length - 1; at >= 0 && points[at]?.status !== "open"; at--)
    end = points[at]?.since;
  return end;
}

function versionsOf(points: readonly DealOnDay[]): LifeVersion[] {
  const versions: LifeVersion[] = [];
  for (const point of points) {
    if (point.status === "open") versions.push(versionOf(point, versions[versions.length - 1]));
  }
  return versions;
}

function versionOf(point: DealOnDay, before: LifeVersion | undefined): LifeVersion {
  const { since, pipeline, notRewound } = point;
  const stage = notRewound.includes("stage") ? undefined : point.stage;
  const closeDate = notRewound.includes("closeDate") ? undefined : point.closeDate;
  const stays = before !== undefined && before.stage === stage && before.pipeline === pipeline;
  return {
    since,
    pipeline,
    stage,
    stageEntered: stage === undefined ? undefined : stays ? before.stageEntered : since,
    amount: notRewound.includes("amount") ? undefined : point.amount,
    closeDate,
    pushes: pushesAfter(before, closeDate),
  };
}

function pushesAfter(before: LifeVersion | undefined, closeDate: Day | undefined) {
  if (closeDate === undefined) return before?.pushes;
  const moved = before?.closeDate !== undefined && closeDate > before.closeDate;
  return (before?.pushes ?? 0) + Number(moved);
}

/** True when the deal was open at the end of a day. */
export function isOpenOn({ created, ended }: DealLife, day: Day): boolean {
  return created <= day && (ended === undefined || ended > day);
}

/** How a deal that was open at the end of a day stood then, told by what was known that day. */
export function standingOn(life: DealLife, day: Day): WinDeal {
  let version: LifeVersion | undefined;
  for (const one of life.versions) {
    if (one.since > day) break;
    version = one;
  }
  return { ...life.traits, created: life.created, ...version };
}

/**
 * A deal's life as it was known on a day: what came later is not there. A deal that did not exist yet is left out.
 */
export function lifeUpTo(life: DealLife, day: Day): DealLife | undefined {
  if (life.created > day) return undefined;
  if (life.ended === undefined || life.ended <= day) return life;
  const versions = life.versions.filter(({ since }) => since <= day);
  return { ...life, versions, outcome: undefined, ended: undefined };
}
