import { mean, quantileSorted } from "simple-statistics";
import type { Day } from "../../core/calendar/day.ts";
import { pastPeriods } from "../../core/calendar/pastPeriods.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import { groupBy } from "../../core/groupBy.ts";
import type { Person } from "../../core/quota/people.ts";
import type { BookDeal } from "../book.ts";
import { slowWins } from "../parts/slowWins.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import { cycleOf, isWon, medianOf, shareOf } from "./own.ts";
import { isDecided, type Past } from "./past.ts";

const MOST_ROWS = 10;
const QUARTERS = 6;

const COLUMNS: readonly TableColumn[] = [
  { id: "deals", label: "Decided", format: "integer", span: 1 },
  { id: "rate", label: "Win rate", format: "percent", span: 1 },
  { id: "low", label: "95% from", format: "percent", span: 1 },
  { id: "high", label: "to", format: "percent", span: 1 },
  { id: "median", label: "Median days", format: "days", span: 1 },
  { id: "mean", label: "Mean", format: "days", span: 1 },
  { id: "p75", label: "P75", format: "days", span: 1 },
];

const SLOW: TableColumn = { id: "slow", label: "Unusually slow", format: "integer", span: 1 };

/** What decided deals come to: win rate, days from created to won, how many took unusually long, average of the won. */
function cellsOf(deals: readonly BookDeal[], { book }: Past): TableRow["cells"] {
  const { outliersBy } = book.request.settings.options;
  const won = deals.filter(isWon);
  const rate = shareOf(won.length, deals.length);
  const days = won.flatMap((deal) => cycleOf(deal) ?? []).sort((a, b) => a - b);
  const amounts = won.flatMap(({ standing }) => standing.amount ?? []);
  const part = (value: number | undefined) => (value === undefined ? undefined : value / 100);
  return {
    deals: deals.length,
    rate: part(rate?.value),
    low: part(rate?.low),
    high: part(rate?.high),
    median: medianOf(days)?.value,
    mean: days.length > 0 ? mean(days) : undefined,
    p75: days.length > 0 ? quantileSorted(days, 0.75) : undefined,
    slow: slowWins(days, outliersBy),
    average: amounts.length > 0 ? mean(amounts) : undefined,
  };
}

const average = ({ book }: Past): TableColumn => ({
  id: "average",
  label: `Average won${unitOf(book)}`,
  format: "money",
  span: 2,
});

/** One's own numbers by something that deals are sorted by, the largest groups first. */
export function groupTable(
  past: Past,
  id: string,
  label: string,
  nameOf: (deal: BookDeal) => string | undefined,
): ReportTable {
  const named = past.decided.flatMap((deal) => {
    const name = nameOf(deal)?.trim() ?? "";
    return name === "" ? [] : [{ deal, name }];
  });
  const groups = [...groupBy(named, ({ name }) => plainText(name)).values()].sort(
    (one, other) => other.length - one.length,
  );
  return {
    id,
    columns: [{ id: "group", label, format: "text", span: 2 }, ...COLUMNS, SLOW, average(past)],
    rows: groups.slice(0, MOST_ROWS).map((list): TableRow => {
      const name = list[0]?.name ?? "";
      return {
        key: name,
        cells: {
          group: name,
          ...cellsOf(
            list.map(({ deal }) => deal),
            past,
          ),
        },
      };
    }),
    more: sayHidden(groups.length - MOST_ROWS, "smaller group", "not shown"),
    empty: `Nothing tells the ${label.toLowerCase()} of decided deals.`,
  };
}

/** Years that somebody had been there on a day, in words. */
export function tenureOn({ rep }: Person, day: Day | undefined): string | undefined {
  const start = rep?.startDate;
  if (start === undefined || day === undefined) return undefined;
  const years = (day - start) / 365.25;
  if (years < 1) return "First year";
  return years < 2 ? "Second year" : "Third year and later";
}

/** The quarters before the period that are over, the oldest first, with the published win rates beside them. */
export function quarterTable(past: Past): ReportTable {
  const { book } = past;
  const { calendar, benchmarks } = book.request.settings;
  const now = periodOf(book.request.asOf, "quarter", calendar);
  const closed = book.deals.filter(isDecided);
  const published = benchmarks.find(
    ({ metric, group, low, high }) =>
      metric === "winRate" && group === "" && low !== undefined && high !== undefined && low < high,
  );
  const share = (value: number | undefined) => (value === undefined ? undefined : value / 100);
  const rows = pastPeriods(now, QUARTERS, calendar)
    .reverse()
    .map(({ label, from, to }): TableRow => {
      const list = closed.filter(({ standing: { deal } }) => {
        const day = deal.closeDate;
        return day !== undefined && day >= from && day <= to;
      });
      const cells = { quarter: label, ...cellsOf(list, past) };
      return {
        key: label,
        cells: { ...cells, from: share(published?.low), to: share(published?.high) },
      };
    });
  const first = rows.findIndex(({ cells }) => Number(cells.deals) > 0);
  return {
    id: "quarters",
    columns: [
      { id: "quarter", label: "Quarter", format: "text", span: 1 },
      ...COLUMNS,
      { ...average(past), span: 2 },
      { id: "from", label: "Published from", format: "percent", span: 1 },
      { id: "to", label: "to", format: "percent", span: 1 },
    ],
    rows: first < 0 || !book.knowsClosed ? [] : rows.slice(first),
    empty: "No quarter that is over has a decided deal with a close date.",
  };
}

/** How long deals stay and how many go on, stage by stage. */
export function stagesTable({ flows, book }: Past): ReportTable {
  const isOne = new Set(flows.map(({ pipeline }) => pipeline)).size < 2;
  return {
    id: "stages",
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 3 },
      { id: "stays", label: "Stays", format: "integer", span: 1 },
      { id: "median", label: "Median days", format: "days", span: 1 },
      { id: "mean", label: "Mean", format: "days", span: 1 },
      { id: "p75", label: "P75", format: "days", span: 1 },
      { id: "p90", label: "P90", format: "days", span: 1 },
      { id: "benchmark", label: "Stages setting", format: "days", span: 1 },
      { id: "rate", label: "Went on", format: "percent", span: 1 },
    ],
    rows: flows.slice(0, MOST_ROWS).map(
      ({ pipeline, stage, time, conversion }): TableRow => ({
        key: `${pipeline} ${stage}`.trim(),
        cells: {
          stage: isOne || pipeline === "" ? stage : `${stage} (${pipeline})`,
          stays: time.stays,
          median: time.median,
          mean: time.mean,
          p75: time.p75,
          p90: time.p90,
          benchmark: book.standings.stages.find(pipeline, stage)?.benchmarkDays,
          rate: conversion.rate,
        },
      }),
    ),
    empty: "Nothing tells how long deals stay in a stage: there is no history of them.",
  };
}
