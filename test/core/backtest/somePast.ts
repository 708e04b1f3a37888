import type { Setting } from "../../../src/core/backtest/backtest.ts";
import type { Past } from "../../../src/core/backtest/observe.ts";
import { type Day, dayFromParts } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { periodOf } from "../../../src/core/calendar/period.ts";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";

/** A deal as these tests need it: open from a day on, won or lost on another, due on a third. */
export type PlainDeal = {
  readonly id: string;
  readonly amount: number;
  readonly created: Day;
  readonly closed?: Day;
  readonly won?: boolean;
  /** The close date that it shows while open. */
  readonly due?: Day;
  readonly stage?: string;
  readonly probability?: number;
  readonly category?: DealOnDay["category"];
  readonly owner?: string;
  readonly notRewound?: DealOnDay["notRewound"];
};

export const day = dayFromParts;
export const quarter = (year: number, month: number) =>
  periodOf(day(year, month, 1), "quarter", defaultCalendar);

function dealOn(deal: PlainDeal, on: Day): DealOnDay | undefined {
  if (deal.created > on) return undefined;
  const isOver = deal.closed !== undefined && deal.closed <= on;
  const status = isOver ? (deal.won ? "won" : "lost") : "open";
  return {
    opportunityId: deal.id,
    since: isOver ? (deal.closed ?? on) : deal.created,
    created: deal.created,
    stage: isOver ? "Closed" : (deal.stage ?? "Talk"),
    status,
    amount: deal.amount,
    currency: undefined,
    rate: undefined,
    closeDate: isOver ? deal.closed : deal.due,
    owner: deal.owner,
    team: undefined,
    segment: undefined,
    region: undefined,
    pipeline: undefined,
    forecastCategory: undefined,
    probability: isOver ? Number(deal.won) : (deal.probability ?? 0.5),
    category: isOver ? undefined : deal.category,
    notRewound: isOver ? [] : (deal.notRewound ?? []),
    lastOpenIn: undefined,
  };
}

const MONTHS = Array.from({ length: 48 }, (_, month) => day(2022, 1 + month, 1));

export function pastOf(deals: readonly PlainDeal[], asOf: Day): Past {
  return {
    on: (at) => deals.flatMap((deal) => dealOn(deal, Math.min(at, asOf)) ?? []),
    asOf,
    amountOf: ({ amount }) => amount,
    months: MONTHS.filter((from) => from <= asOf + 1),
  };
}

export const SETTING: Setting = {
  months: MONTHS,
  periods: Array.from({ length: 16 }, (_, at) => quarter(2022, 1 + 3 * at)),
  periodsPerYear: 4,
  quotaOf: () => undefined,
};
