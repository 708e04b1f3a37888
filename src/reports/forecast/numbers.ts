import { coverage } from "../../core/pipeline/coverage.ts";
import { coverageGap } from "../../core/pipeline/coverageGap.ts";
import type { ForecastCategory } from "../../core/pipeline/stage.ts";
import type { QuotaInPeriod } from "../../core/quota/quotaInPeriod.ts";
import type { Book, BookDeal } from "../book.ts";
import { tally, total } from "../parts/tally.ts";

/** The numbers of a forecast in home currency; undefined where the data cannot tell. */
export type ForecastNumbers = {
  readonly won: number | undefined;
  readonly openPipeline: number | undefined;
  readonly overdueInPeriod: number | undefined;
  readonly overdueEarlier: number | undefined;
  readonly byCategory: (category: ForecastCategory | undefined) => number | undefined;
  readonly weightedOpen: number | undefined;
  readonly expected: number | undefined;
  readonly quota: number | undefined;
  readonly coverage: number | undefined;
  readonly gap: number | undefined;
  readonly coverageGap: number | undefined;
  /** True when the data holds closed deals with dates; without them nothing is known about what was won. */
  readonly hasClosed: boolean;
  /** True when open deals exist but none has a close date. */
  readonly lacksCloseDates: boolean;
};

const amountOf = ({ standing }: BookDeal) => standing.amount;
const weightedOf = ({ standing }: BookDeal) => standing.weighted;

/** True when any deal has a category, or there is no deal to have one. */
export const hasCategories = (open: readonly BookDeal[]): boolean =>
  open.length === 0 || open.some(({ standing }) => standing.category !== undefined);

export function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** Coverage of what is left of a quota; undefined where any of the three is unknown or nothing is left. */
export function coverageOf(
  open: number | undefined,
  quota: number | undefined,
  won: number | undefined,
): number | undefined {
  return open === undefined || quota === undefined || won === undefined
    ? undefined
    : coverage(open, quota, won);
}

/** What a quota still lacks after an amount; never below zero. */
export function gapTo(quota: number | undefined, reached: number | undefined): number | undefined {
  return quota === undefined || reached === undefined ? undefined : Math.max(0, quota - reached);
}

export function forecastNumbers(book: Book, quota: QuotaInPeriod): ForecastNumbers {
  const { deals, open, allOpen, request } = book;
  const hasClosed = book.knowsClosed;
  const lacksCloseDates =
    allOpen.length > 0 && allOpen.every(({ standing }) => standing.deal.closeDate === undefined);
  const knowsOpen = deals.length > 0 && !lacksCloseDates;
  const openSum = (rows: readonly BookDeal[], numberOf: (row: BookDeal) => number | undefined) =>
    knowsOpen ? total(tally(rows, numberOf)) : undefined;
  const won = hasClosed ? total(tally(book.won, amountOf)) : undefined;
  const openPipeline = openSum(open, amountOf);
  const weightedOpen = openSum(open, weightedOf);
  const expected = plus(won, weightedOpen);
  const { coverageTarget } = request.settings.options;
  const knowsCategories = hasCategories(open);
  return {
    won,
    openPipeline,
    overdueInPeriod: openSum(book.overdue, amountOf),
    overdueEarlier: openSum(book.overdueEarlier, amountOf),
    byCategory: (category) =>
      openPipeline === undefined || (category !== undefined && !knowsCategories)
        ? undefined
        : total(
            tally(
              open.filter(({ standing }) => standing.category === category),
              amountOf,
            ),
          ),
    weightedOpen,
    expected,
    quota: quota.total,
    coverage: coverageOf(openPipeline, quota.total, won),
    gap: gapTo(quota.total, expected),
    coverageGap:
      quota.total === undefined ||
      won === undefined ||
      openPipeline === undefined ||
      request.asOf >= request.period.to
        ? undefined
        : coverageGap(openPipeline, quota.total, coverageTarget, won),
    hasClosed,
    lacksCloseDates,
  };
}
