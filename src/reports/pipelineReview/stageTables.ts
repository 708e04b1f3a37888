import { groupBy } from "../../core/groupBy.ts";
import { mixDeviation } from "../../core/pipeline/mixDeviation.ts";
import {
  conversionOf,
  pooledConversions,
  type StageVisit,
} from "../../core/pipeline/stageConversion.ts";
import type { StageFlow } from "../../core/pipeline/stageFlow.ts";
import { IDEAL_MIX } from "../../core/pipeline/stageMix.ts";
import { timeInStage } from "../../core/pipeline/timeInStage.ts";
import { filledColumns } from "../parts/filledColumns.ts";
import { share, tally, total, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { stalledOf } from "./dealSignals.ts";
import type { Review } from "./review.ts";

/** An owner's rate counts once so many deals are decided. */
const LEAST_DECIDED = 5;
const LEAST_OWNERS = 4;

/** The flows of one stage name taken together: pipelines that share it are one row. */
export type StageRow = {
  readonly stage: string;
  readonly order: number;
  readonly flows: readonly StageFlow[];
};

export function stageRows({ book, flows, deals }: Review): readonly StageRow[] {
  const names = new Map<string, StageFlow[]>();
  for (const { stage } of book.standings.stages.ordered.filter(({ status }) => status === "open"))
    names.set(stage, []);
  for (const flow of flows) {
    const known = names.get(flow.stage);
    if (known) known.push(flow);
    else names.set(flow.stage, [flow]);
  }
  for (const { deal } of deals) if (!names.has(deal.stageName)) names.set(deal.stageName, []);
  const held = new Set(deals.map(({ deal }) => deal.stageName));
  return [...names]
    .filter(([stage, own]) => own.length > 0 || held.has(stage))
    .map(([stage, own], order) => ({ stage, order, flows: own }));
}

const visitsOf = ({ flows }: StageRow): readonly StageVisit[] =>
  flows.flatMap(({ visits }) => visits);

/** Open deals by stage with what their history says of the stage. */
export function stageTable(review: Review, rows: readonly StageRow[]): ReportTable {
  const { book, deals, open } = review;
  const { asOf } = book.request;
  const byStage = groupBy(deals, ({ deal }) => deal.stageName);
  const all = whole(tally(deals, ({ amount }) => amount));
  const table: ReportTable = {
    id: "stages",
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 2 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "amount", label: `Open${unitOf(book)}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "conversion", label: "Went on", format: "percent", span: 1 },
      { id: "win", label: "Won in end", format: "percent", span: 1 },
      { id: "median", label: "Median days", format: "days", span: 1 },
      { id: "p90", label: "P90 days", format: "days", span: 1 },
      { id: "twice", label: "2 x mean", format: "days", span: 1 },
      { id: "stalled", label: "Stalled", format: "integer", span: 1 },
    ],
    rows: rows.map((row): TableRow => {
      const own = byStage.get(row.stage) ?? [];
      const amount = total(tally(own, (deal) => deal.amount));
      const conversion = conversionOf(visitsOf(row), asOf);
      const stays = row.flows.flatMap((flow) => flow.stays);
      const time = timeInStage(stays, asOf);
      return {
        key: row.stage,
        cells: {
          stage: row.stage,
          deals: own.length,
          amount,
          share: share(amount, all),
          conversion: conversion.rate,
          win: conversion.winRate,
          median: time.median,
          p90: time.p90,
          twice: time.twiceMean,
          stalled: stalledOf(own),
        },
      };
    }),
    total:
      rows.length === 0
        ? undefined
        : {
            key: "total",
            cells: { stage: "Total", deals: deals.length, amount: open },
            formulas: {
              deals: "SUM({stages.deals})",
              ...(open === undefined ? {} : { amount: "SUM({stages.amount})" }),
            },
          },
    empty: "There is no open deal.",
  };
  return filledColumns(table, ["conversion", "win", "median", "p90", "twice", "stalled"]);
}

/** The open pipeline's mix beside the bands of a healthy one. */
export function mixTable({ mix, book, usesGroups }: Review): ReportTable {
  const words = { early: "Early", mid: "Mid", late: "Late" } as const;
  return {
    id: "mix",
    columns: [
      { id: "group", label: "Stages", format: "text", span: 2 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "amount", label: `Open${unitOf(book)}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "band", label: "Healthy", format: "text", span: 2 },
      { id: "outside", label: "Points outside", format: "number", span: 2 },
    ],
    rows: (mix.some(({ deals }) => deals > 0) ? mix : []).map(
      ({ group, deals, amount, share: part }) => {
        const [low, high] = IDEAL_MIX[group];
        return {
          key: group,
          cells: {
            group: words[group],
            deals,
            amount,
            share: part,
            band: `${sayPercent(low)} to ${sayPercent(high)}`,
            outside:
              part === undefined || !usesGroups
                ? undefined
                : Math.round(mixDeviation(part, low, high) * 10) / 10,
          },
        };
      },
    ),
    empty: "No stage with open deals has a Group in the Stages sheet: the mix cannot be told.",
  };
}

export type Bottleneck = {
  readonly stage: string;
  readonly rate: number;
  readonly best: number;
  /** How much more would be won of what passes the stage. */
  readonly gain: number;
  /** That gain on the weighted value of the open deals that have yet to pass it. */
  readonly value: number;
};

/**
 * What it would bring if a stage converted for everyone as for its best quarter of owners, each owner's rate leaning on
 * all of them; the most valuable first.
 */
export function bottlenecksOf(review: Review, rows: readonly StageRow[]): readonly Bottleneck[] {
  const { asOf } = review.book.request;
  const orders = new Map(rows.map(({ stage, order }) => [stage, order]));
  return rows
    .flatMap((row): Bottleneck[] => {
      const visits = visitsOf(row);
      const { rate } = conversionOf(visits, asOf);
      const owners = pooledConversions(
        groupBy(visits, ({ first }) => first.deal.owner ?? ""),
        asOf,
      );
      const rates = [...owners.values()]
        .filter(({ advanced, lost }) => advanced + lost >= LEAST_DECIDED)
        .flatMap(({ pooled }) => pooled ?? [])
        .sort((a, b) => a - b);
      const best = rates[Math.floor(rates.length * 0.75)];
      if (!rate || best === undefined || rates.length < LEAST_OWNERS) return [];
      const gain = Math.max(0, best / rate - 1);
      const before = review.deals.filter(
        ({ deal }) => (orders.get(deal.stageName) ?? Number.MAX_VALUE) <= row.order,
      );
      const weighted = before.reduce((sum, { deal }) => sum + (deal.standing.weighted ?? 0), 0);
      return [{ stage: row.stage, rate, best, gain, value: gain * weighted }];
    })
    .sort((a, b) => b.value - a.value);
}

export function bottleneckTable({ book }: Review, found: readonly Bottleneck[]): ReportTable {
  return {
    id: "bottlenecks",
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 3 },
      { id: "rate", label: "Went on", format: "percent", span: 2 },
      { id: "best", label: "Best quarter of owners", format: "percent", span: 2 },
      { id: "gain", label: "More won", format: "percent", span: 2 },
      { id: "value", label: `Would bring${unitOf(book)}`, format: "money", span: 3, bar: true },
    ],
    rows: found.map((one) => ({
      key: one.stage,
      cells: { stage: one.stage, rate: one.rate, best: one.best, gain: one.gain, value: one.value },
    })),
    empty: `Needs a history in which at least ${LEAST_OWNERS} owners have ${LEAST_DECIDED} decided deals in a stage.`,
  };
}

/** The table in one line. */
export function bottleneckReading(worst: Bottleneck | undefined, currency: string): string {
  // A gain that reads as nothing is nothing to act on.
  if (worst === undefined || sayPercent(worst.gain) === sayPercent(0))
    return "No stage converts better for the best owners than for all.";
  const value = worst.value > 0 ? `${sayMoney(worst.value, currency)}, ` : "";
  return `${worst.stage} would bring most: ${value}${sayPercent(worst.gain)} more won.`;
}
