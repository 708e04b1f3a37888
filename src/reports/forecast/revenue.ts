import { pastPeriods } from "../../core/calendar/pastPeriods.ts";
import { type CreateAndClose, createAndClose } from "../../core/forecast/createAndClose.ts";
import type { OpenDeal } from "../../core/forecast/distribution/portfolio.ts";
import { type RevenueForecast, revenueForecast } from "../../core/forecast/revenueForecast.ts";
import type { Book, BookDeal } from "../book.ts";
import { type Chances, chancesOf } from "./chances.ts";
import { activeOverrides, type Held, heldDeals } from "./held.ts";
import type { ForecastNumbers } from "./numbers.ts";

/** An open deal with what it may bring in the period. */
export type OpenChance = { readonly row: BookDeal; readonly deal: OpenDeal };

/** What an overridden deal brings on average, as the CRM has it and as the person holds it. */
export type HeldEffect = Held & { readonly before: number; readonly after: number };

/** What a period may bring: won to date, open deals and business not yet created. */
export type Revenue = {
  /** Undefined where what is won, or every open deal's amount or chance, is unknown. */
  readonly forecast: RevenueForecast | undefined;
  readonly open: readonly OpenChance[];
  readonly chances: Chances;
  /** The deals that a person holds otherwise, with what that changes. */
  readonly held: readonly HeldEffect[];
  readonly created: CreateAndClose;
  readonly correlation: number;
};

/** About a year of past periods tells what is still to be created; of whole years the last two. */
const PAST = { month: 12, quarter: 4, year: 2 } as const;

/** Since when both new and closed deals are known: before it, a quiet past period would say nothing. */
function knownSince(deals: readonly BookDeal[]): number | undefined {
  let [created, closed] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { standing } of deals) {
    const { createdDate, closeDate } = standing.deal;
    created = Math.min(created, createdDate ?? created);
    if (standing.status === "won" || standing.status === "lost")
      closed = Math.min(closed, closeDate ?? closed);
  }
  const since = Math.max(created, closed);
  return Number.isFinite(since) ? since : undefined;
}

function newBusinessOf({ deals, request }: Book): CreateAndClose {
  const { asOf, period, settings } = request;
  const wins = deals.flatMap(({ standing: { status, deal, amount } }) =>
    status === "won" && deal.closeDate !== undefined && deal.closeDate <= asOf
      ? [{ created: deal.createdDate, closed: deal.closeDate, amount }]
      : [],
  );
  const past = pastPeriods(period, PAST[period.grain], settings.calendar);
  const over = past.filter(({ to }) => to <= asOf);
  return createAndClose(wins, over, period.to - asOf, knownSince(deals));
}

const isInPeriod = ({ place }: BookDeal) => place === "open" || place === "overdue";

const meanOf = (row: BookDeal, { of }: Chances) =>
  (row.standing.amount ?? 0) * (of(row)?.probability ?? 0);

function effectsOf(book: Book, held: readonly Held[], chances: Chances): readonly HeldEffect[] {
  const without = chancesOf(book, new Map());
  return held.map((one) => ({
    ...one,
    before: meanOf(one.crm, without),
    after: meanOf(one.row, chances),
  }));
}

export function revenueOf(book: Book, numbers: ForecastNumbers): Revenue {
  const { asOf, period, settings } = book.request;
  const overrides = activeOverrides(book.request);
  const chances = chancesOf(book, overrides);
  // Nothing is won any more in a period that is over.
  const isOver = asOf >= period.to;
  const held = isOver ? [] : heldDeals(book, overrides);
  const heldRows = new Map(held.map(({ crm, row }) => [crm, row]));
  const all = isOver ? [] : book.allOpen.map((row) => heldRows.get(row) ?? row);
  const candidates = chances.fitted ? all : all.filter(isInPeriod);
  const open = candidates.flatMap((row): OpenChance[] => {
    const { amount } = row.standing;
    const chance = chances.of(row);
    return amount === undefined || chance === undefined
      ? []
      : [{ row, deal: { amount, cohort: row.stageName, ...chance } }];
  });
  const created = newBusinessOf(book);
  const correlation = settings.options.dealCorrelation;
  const { won, quota, openPipeline } = numbers;
  const isKnown = won !== undefined && openPipeline !== undefined;
  const isBlind = candidates.length > 0 && open.length === 0;
  return {
    open,
    chances,
    held: held.length === 0 ? [] : effectsOf(book, held, chances),
    created,
    correlation,
    forecast:
      isKnown && !isBlind
        ? revenueForecast({
            won,
            open: open.map(({ deal }) => deal),
            newBusiness: created.business,
            correlation,
            quota,
          })
        : undefined,
  };
}

/** What business not yet created brings on average; undefined when the past does not tell. */
export function newBusinessMean({ business }: CreateAndClose): number | undefined {
  if (!business) return undefined;
  const size = business.amounts.reduce((sum, one) => sum + one, 0);
  return (business.count * size) / Math.max(1, business.amounts.length);
}
