import { plainText } from "../deals/stageIndex.ts";
import type { DealLife } from "../probability/dealLife.ts";
import { stageKey } from "../probability/features.ts";
import { stageVisits } from "../probability/stageVisits.ts";
import type { WinDeal } from "../probability/winModel.ts";

/** Usual days in a stage, or how many times as long a segment or a type of deals takes. */
export type UsualStay = {
  readonly of: "stage" | "segment" | "type";
  readonly level: string;
  readonly value: number;
};

/** A segment or type leans on all deals as if so many stays of theirs had been usual. */
const LEANING = 20;

type Stay = {
  readonly stage: string;
  readonly segment: string;
  readonly type: string;
  log: number;
};

/** Takes out of the stays' logarithms what each level is longer than the others; returns it as a multiple. */
function takeOut(stays: readonly Stay[], of: UsualStay["of"], leaning: number): UsualStay[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const stay of stays) {
    if (stay[of] === "") continue;
    const own = sums.get(stay[of]) ?? { sum: 0, count: 0 };
    own.sum += stay.log;
    own.count++;
    sums.set(stay[of], own);
  }
  const means = new Map(
    [...sums].map(([level, { sum, count }]) => [level, sum / (count + leaning)]),
  );
  for (const stay of stays) stay.log -= means.get(stay[of]) ?? 0;
  return [...means].map(([level, mean]) => ({ of, level, value: Math.exp(mean) }));
}

/**
 * How long deals usually stay in each stage, and how much longer those of a segment or type do: means of logarithms over
 * the stays that are over. It is only the measure that a present stay is held to; what a long stay means is learned.
 */
export function usualStays(lives: readonly DealLife[]): UsualStay[] {
  const stays: Stay[] = [];
  for (const life of lives) {
    const visits = stageVisits(life);
    visits.forEach(({ key, since }, at) => {
      const end = visits[at + 1]?.since ?? (life.outcome === undefined ? undefined : life.ended);
      if (key === undefined || end === undefined) return;
      const { segment = "", type = "" } = life.traits;
      const log = Math.log(Math.max(0.5, end - since));
      stays.push({ stage: key, segment: plainText(segment), type: plainText(type), log });
    });
  }
  const stages = takeOut(stays, "stage", 0);
  const segments = takeOut(stays, "segment", LEANING);
  return [...stages, ...segments, ...takeOut(stays, "type", LEANING)];
}

/** Days that a deal like this one usually stays in its stage; undefined where none of its stage is known. */
export function usualDays(usual: readonly UsualStay[]): (deal: WinDeal) => number | undefined {
  const values = new Map(usual.map(({ of, level, value }) => [`${of}\n${level}`, value]));
  const times = (of: UsualStay["of"], name: string | undefined) =>
    name === undefined ? 1 : (values.get(`${of}\n${plainText(name)}`) ?? 1);
  return (deal) => {
    const days = deal.stage && values.get(`stage\n${stageKey(deal.pipeline, deal.stage)}`);
    return days ? days * times("segment", deal.segment) * times("type", deal.type) : undefined;
  };
}
