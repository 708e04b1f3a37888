import type { Book, BookDeal } from "../book.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import { share, tally, total, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayDay } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { byAmount } from "./largestDeals.ts";

/** Something the open pipeline depends on: the deals concerned and their part of it. */
export type Reliance = {
  readonly id: string;
  readonly what: string;
  readonly deals: readonly BookDeal[];
  readonly amount: number | undefined;
  readonly share: number | undefined;
  /** Its part of the amounts above zero, which is the share where no amount is below. */
  readonly weight: number | undefined;
  /** From which share on it is a worry; undefined: told for information. */
  readonly limit: number | undefined;
  readonly limitWords: string;
};

/** Days before the period's end that count as its last week. */
const LAST_DAYS = 7;

export function reliances(book: Book): readonly Reliance[] {
  const { open, request } = book;
  const { asOf, period, settings } = request;
  const { inactiveDays } = settings.options;
  const all = tally(open, ({ standing }) => standing.amount);
  const record = activityRecord(request.tables, asOf);
  const one = (
    id: string,
    what: string,
    deals: readonly BookDeal[],
    limit: number | undefined,
    limitWords: string,
  ): Reliance => {
    const amount = deals.length === 0 ? 0 : total(tally(deals, ({ standing }) => standing.amount));
    const weight = share(amount, all.gross);
    return { id, what, deals, amount, share: share(amount, whole(all)), weight, limit, limitWords };
  };
  const sorted = byAmount(open);
  const list: Reliance[] = [];
  if (sorted.length > 0) {
    list.push(one("largest", "The largest deal", sorted.slice(0, 1), 0.25, "at most 25 %"));
  }
  if (sorted.length > 3) {
    list.push(one("top3", "The three largest deals", sorted.slice(0, 3), 0.7, "at most 70 %"));
  }
  list.push(one("overdue", "Close date has passed", book.overdue, 0.05, "below 5 % of open"));
  if (record.isKnown) {
    const silent = open.filter(
      ({ standing }) => (record.inactiveDays(standing.deal) ?? inactiveDays) >= inactiveDays,
    );
    list.push(
      one(
        "inactive",
        `No activity for ${inactiveDays} days or more`,
        silent,
        0.1,
        "below 10 % of open",
      ),
    );
  }
  if (book.has("nextStep")) {
    const without = open.filter(({ standing }) => (standing.deal.nextStep ?? "").trim() === "");
    list.push(one("no_next_step", "No next step", without, undefined, ""));
  }
  const late = open.filter(
    ({ standing, place }) =>
      place === "open" && (standing.deal.closeDate ?? 0) > period.to - LAST_DAYS,
  );
  list.push(
    one(
      "last_week",
      `Closes in the last week, from ${sayDay(period.to - LAST_DAYS + 1)}`,
      late,
      undefined,
      "",
    ),
  );
  return list;
}

/** True where its weight is known and beyond its limit. */
export const isWorry = ({ weight, limit }: Reliance): boolean =>
  weight !== undefined && limit !== undefined && weight > limit;

export function relianceTable(list: readonly Reliance[], currency: string): ReportTable {
  return {
    id: "reliance",
    columns: [
      { id: "what", label: "What the open pipeline rests on", format: "text", span: 4 },
      { id: "deals", label: "Deals", format: "integer", span: 1 },
      {
        id: "amount",
        label: `Amount${unitOf({ currency })}`,
        format: "money",
        span: 2,
      },
      { id: "share", label: "Share of open", format: "percent", span: 1 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 1,
        status: { "● watch": "warning", "▲ fine": "good" },
      },
      { id: "limit", label: "Good is", format: "text", span: 2 },
    ],
    rows: list.map(
      (reliance): TableRow => ({
        key: reliance.id,
        cells: {
          what: reliance.what,
          deals: reliance.deals.length,
          amount: reliance.amount,
          share: reliance.share,
          state: stateOf(reliance),
          limit: reliance.limitWords,
        },
        formulas: reliance.share === undefined ? {} : { share: "{@amount}/{=open_pipeline}" },
      }),
    ),
    empty: "No open deal closes in the period.",
  };
}

function stateOf(reliance: Reliance): string | undefined {
  if (reliance.limit === undefined || reliance.weight === undefined) return undefined;
  return isWorry(reliance) ? "● watch" : "▲ fine";
}
