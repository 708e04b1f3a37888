import { wilsonInterval } from "../../core/accuracy/wilson.ts";
import type { Benchmark, BenchmarkMetric } from "../../core/benchmarks/benchmark.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import { conversionOf } from "../../core/pipeline/stageConversion.ts";
import type { StageFlow } from "../../core/pipeline/stageFlow.ts";
import { timeInStage } from "../../core/pipeline/timeInStage.ts";
import { medianInterval } from "../../core/statistics/medianInterval.ts";
import type { BookDeal } from "../book.ts";
import type { Past } from "./past.ts";
import { pipelineNumber } from "./pipelineNumbers.ts";

/** How sure ranges are. */
const LEVEL = 0.95;
/** Records below which a share or median says too little to be read. */
export const ENOUGH = 20;

/** An own number; percents are percents. */
export type Own = {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Records it was made from; undefined for a sum of money. */
  readonly count: number | undefined;
};

export function shareOf(hits: number | undefined, count: number | undefined): Own | undefined {
  if (hits === undefined || count === undefined || count === 0) return undefined;
  const [low, high] = wilsonInterval(hits, count, LEVEL);
  return { value: (100 * hits) / count, low: 100 * low, high: 100 * high, count };
}

export function medianOf(values: readonly number[]): Own | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [one, other] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  if (one === undefined || other === undefined) return undefined;
  const [low, high] = medianInterval(sorted, LEVEL) ?? [undefined, undefined];
  return { value: (one + other) / 2, low, high, count: sorted.length };
}

/** Spellings of the groups that published numbers are for; which is which is our own assumption. */
const SEGMENTS: Readonly<Record<string, RegExp>> = {
  smb: /^(smb|small|smallbusiness|commercial)$/,
  midmarket: /^(midmarket|mid|mm|medium)$/,
  enterprise: /^(enterprise|ent|large)$/,
};
const EXPANSION = /expansion|upsell|crosssell|addon|existing/;

/** Whether a published number for a group is about the deal; new business comes before expansion where a type says both. */
function isOfGroup({ segment, standing: { deal } }: BookDeal, group: string): boolean {
  const wanted = plainText(group);
  if (wanted === "") return true;
  const type = plainText(deal.type ?? "");
  const isNew = type.includes("new");
  if (wanted === "newbusiness") return isNew;
  if (wanted === "expansion") return !isNew && EXPANSION.test(type);
  const name = plainText(segment ?? "");
  return name === wanted || SEGMENTS[wanted]?.test(name) === true || type === wanted;
}

export const isWon = ({ standing }: BookDeal) => standing.status === "won";

/** Days from created to closed; undefined where either is not known. */
export function cycleOf({ standing: { deal } }: BookDeal): number | undefined {
  const { createdDate, closeDate } = deal;
  return createdDate === undefined || closeDate === undefined
    ? undefined
    : Math.max(0, closeDate - Math.floor(createdDate));
}

/** All pipelines' flows of stages whose name begins so. */
function flowsOf({ flows }: Past, group: string): readonly StageFlow[] {
  const wanted = plainText(group);
  return wanted === "" ? [] : flows.filter(({ stage }) => plainText(stage).startsWith(wanted));
}

function daysIn(past: Past, group: string): Own | undefined {
  const stays = flowsOf(past, group).flatMap((flow) => flow.stays);
  const { median, stays: count } = timeInStage(stays, past.book.request.asOf);
  return median === undefined
    ? undefined
    : { value: median, low: undefined, high: undefined, count };
}

/** The chance of going on, open deals counted for as long as they last, with the range of the visits that are over. */
function wentOn(past: Past, group: string): Own | undefined {
  const visits = flowsOf(past, group).flatMap((flow) => flow.visits);
  const { rate, advanced, lost } = conversionOf(visits, past.book.request.asOf);
  if (rate === undefined) return undefined;
  const over = advanced + lost;
  return shareOf(rate * over, over);
}

/** The own number for a row of the published ones; undefined where the data does not tell. */
export function ownNumber(past: Past, { metric, group }: Benchmark): Own | undefined {
  const { decided, leads } = past;
  const among = (): readonly BookDeal[] => decided.filter((deal) => isOfGroup(deal, group));
  const numbers: Partial<Record<BenchmarkMetric, () => Own | undefined>> = {
    winRate: () => shareOf(among().filter(isWon).length, among().length),
    cycle: () => medianOf(among().flatMap((deal) => (isWon(deal) ? (cycleOf(deal) ?? []) : []))),
    noDecisionOfLost: () => shareOf(past.noDecision, past.lost),
    noDecisionOfDecided: () => shareOf(past.noDecision, decided.length),
    stageDays: () => daysIn(past, group),
    stageConversion: () => wentOn(past, group),
    leadToMql: () => shareOf(leads.mql, leads.all),
    mqlToSql: () => shareOf(leads.sql, leads.mql),
    sqlToOpportunity: () => shareOf(leads.opportunity, leads.sql),
  };
  return (numbers[metric] ?? (() => pipelineNumber(past.book, metric)))();
}
