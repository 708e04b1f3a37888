import type { Day } from "../../core/calendar/day.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { groupBy } from "../../core/groupBy.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { homeAmountOn } from "../../core/movement/homeAmountOn.ts";
import { winRate } from "../../core/pipeline/winRate.ts";
import type { BookDeal } from "../book.ts";
import { coverageOf } from "../forecast/numbers.ts";
import { filledColumns } from "../parts/filledColumns.ts";
import { share, tally, total } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayDayOfMonth } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Review } from "./review.ts";

const WEEKS = 13;
/** Facts that decide what a week's pipeline was. */
const isHindsight = ({ notRewound }: DealOnDay): boolean =>
  notRewound.includes("amount") || notRewound.includes("closeDate");
const MOST_COHORTS = 8;

/** The pipeline at the end of one week; nothing before the history begins. */
function weekTo(day: Day, { book, history, quota }: Review): TableRow[] {
  const all = history.on(day);
  if (all.length === 0) return [];
  const { period } = book.request;
  const { home, rates } = book.standings;
  const isInPeriod = ({ closeDate = Number.NaN }: DealOnDay) =>
    closeDate >= period.from && closeDate <= period.to;
  const isWon = (deal: DealOnDay) =>
    deal.status === "won" && isInPeriod(deal) && (deal.closeDate ?? day) <= day;
  const sum = (deals: readonly DealOnDay[]) =>
    deals.reduce((part, deal) => part + (homeAmountOn(deal, { home, rates }, day) ?? 0), 0);
  const open = all.filter(({ status }) => status === "open");
  const later = sum(open.filter(isHindsight));
  const inPeriod = sum(open.filter(isInPeriod));
  const won = sum(all.filter(isWon));
  // Without a close date on any deal nothing is known to close in the period.
  const isDated = all.some(({ closeDate }) => closeDate !== undefined);
  return [
    {
      key: String(day),
      cells: {
        week: sayDayOfMonth(day),
        deals: open.length,
        open: sum(open),
        ...(isDated && { period: inPeriod, won, coverage: coverageOf(inPeriod, quota.total, won) }),
        fresh: sum(all.filter(({ created = 0 }) => created > day - 7)),
        later: later > 0 ? share(later, sum(open)) : undefined,
      },
    },
  ];
}

/** The pipeline at the end of each of the last weeks, every deal as it stood then. */
export function trendTable(review: Review): ReportTable {
  const { book, hasHistory } = review;
  const { asOf } = book.request;
  const days = Array.from({ length: WEEKS }, (_, at) => asOf - 7 * (WEEKS - 1 - at));
  const table: ReportTable = {
    id: "trend",
    columns: [
      { id: "week", label: "Week to", format: "text", span: 1 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "open", label: `Open${unitOf(book)}`, format: "money", span: 2 },
      { id: "period", label: `Closing in period${unitOf(book)}`, format: "money", span: 2 },
      { id: "won", label: `Won in period${unitOf(book)}`, format: "money", span: 2 },
      { id: "fresh", label: `Created that week${unitOf(book)}`, format: "money", span: 2 },
      { id: "later", label: "Of open, hindsight", format: "percent", span: 1 },
      { id: "coverage", label: "Coverage", format: "ratio", span: 1 },
    ],
    rows: hasHistory ? days.flatMap((day) => weekTo(day, review)) : [],
    empty:
      "A trend needs snapshots, which every import writes, or an imported history: only today is known.",
  };
  return filledColumns(table, ["period", "won", "later", "coverage"]);
}

/** What became of the deals created in each of the last quarters. */
export function cohortTable({ book }: Review): ReportTable {
  const { asOf, settings } = book.request;
  const known = new Map<Day, string>();
  const quarterOf = ({ standing: { deal } }: BookDeal): string => {
    const { createdDate } = deal;
    if (createdDate === undefined || createdDate >= asOf + 1) return "";
    const day = Math.floor(createdDate);
    const label = known.get(day) ?? periodOf(day, "quarter", settings.calendar).label;
    known.set(day, label);
    return label;
  };
  const groups = [...groupBy(book.deals, quarterOf)]
    .filter(([label]) => label !== "")
    .sort(([one], [other]) => (one < other ? 1 : -1));
  return {
    id: "cohorts",
    columns: [
      { id: "quarter", label: "Created in", format: "text", span: 2 },
      { id: "deals", label: "Deals", format: "integer", span: 1 },
      { id: "won", label: "Won", format: "integer", span: 1 },
      { id: "lost", label: "Lost", format: "integer", span: 1 },
      { id: "open", label: "Still open", format: "integer", span: 2 },
      { id: "rate", label: "Win rate so far", format: "percent", span: 2 },
      { id: "amount", label: `Won${unitOf(book)}`, format: "money", span: 3, bar: true },
    ],
    rows: groups.slice(0, MOST_COHORTS).map(([label, deals]) => {
      const count = (wanted: string) =>
        deals.filter(({ standing }) => standing.status === wanted).length;
      const won = deals.filter(({ standing }) => standing.status === "won");
      return {
        key: label,
        cells: {
          quarter: label,
          deals: deals.length,
          won: won.length,
          lost: count("lost") + count("gone"),
          open: count("open"),
          rate: winRate([
            ...won.map(() => "won" as const),
            ...Array.from({ length: count("lost") + count("gone") }, () => "lost" as const),
          ]),
          amount: total(tally(won, ({ standing }) => standing.amount)),
        },
      };
    }),
    empty: "No deal has a created date.",
  };
}
