import type { Moment } from "../../core/calendar/day.ts";
import { recentActivity } from "../../core/deals/activityChange.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayHidden, sayMoney } from "../parts/words.ts";
import type { Finding, ReportTable, TableRow } from "../report.ts";
import { dealFinding, worth } from "./dealFinding.ts";
import { head, headColumns, MOST } from "./dealTables.ts";
import { amountOf } from "./levels.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";

type QuietDeal = {
  readonly one: RiskDeal;
  readonly activities: number;
  readonly last: Moment | undefined;
};

/** Large open deals that nobody works. */
export type QuietDeals = {
  /** The largest first; undefined when no activity names a deal. */
  readonly deals: readonly QuietDeal[] | undefined;
  /** Which deals count as large, in words. */
  readonly large: string;
  readonly few: string;
  /** True: no amount is set, so that the largest tenth counts. */
  readonly byShare: boolean;
};

/** The open deals above the amount of the settings; without one the largest tenth, which fits companies of any size. */
function largeDeals({ book, deals }: RiskBook): readonly RiskDeal[] {
  const above = book.request.settings.options.largeAbove;
  const list = deals
    .filter((one) => (amountOf(one) ?? 0) > (above ?? 0))
    .sort((a, b) => (amountOf(b) ?? 0) - (amountOf(a) ?? 0));
  return above === undefined ? list.slice(0, Math.ceil(list.length / 10)) : list;
}

export function quietDeals(risks: RiskBook): QuietDeals {
  const { book } = risks;
  const { tables, settings, asOf } = book.request;
  const { largeAbove: above, largeActivities: wanted, largeDays: days } = settings.options;
  const rule = {
    large: above === undefined ? "of the largest tenth" : `above ${sayMoney(above, book.currency)}`,
    few: `fewer than ${sayCount(wanted, "activity", "activities")} in ${sayCount(days, "day")}`,
    byShare: above === undefined,
  };
  const activities = tables.activities?.rows ?? [];
  if (!activities.some(({ opportunityId }) => opportunityId !== undefined)) {
    return { ...rule, deals: undefined };
  }
  const recent = recentActivity(activities, asOf, days);
  const { lastOf } = activityRecord(tables, asOf);
  const deals = largeDeals(risks).flatMap((one) => {
    const count = recent.get(one.facts.opportunityId) ?? 0;
    return count < wanted ? [{ one, activities: count, last: lastOf(one.deal.standing.deal) }] : [];
  });
  return { ...rule, deals };
}

export function quietFinding(
  risks: RiskBook,
  { deals = [], large, few }: QuietDeals,
): readonly Finding[] {
  if (deals.length === 0) return [];
  const quiet = deals.map(({ one }) => one);
  return [
    dealFinding(risks, quiet, {
      id: "quiet",
      severity: "medium",
      what: `${sayCount(quiet.length, "deal")}${worth(quiet, risks.book.currency)} ${large} had ${few}.`,
      action: "Agree the next meeting of each, or say why none is needed.",
    }),
  ];
}

export function quietTable(risks: RiskBook, { deals, large, few }: QuietDeals): ReportTable {
  const rows = deals ?? [];
  return {
    id: "quiet",
    columns: [
      ...headColumns(2),
      { id: "amount", label: `Amount${unitOf(risks.book)}`, format: "money", span: 1 },
      { id: "activities", label: "Activities", format: "integer", span: 1 },
      { id: "last", label: "Last", format: "date", span: 1 },
      { id: "score", label: "Risk", format: "integer", span: 1 },
    ],
    rows: rows.slice(0, MOST).map(
      ({ one, activities, last }): TableRow => ({
        key: one.facts.opportunityId,
        cells: {
          ...head(one),
          activities,
          last: last === undefined ? undefined : Math.floor(last),
          score: one.score,
        },
      }),
    ),
    more: sayHidden(rows.length - MOST, "more deal", "of less value"),
    empty:
      deals === undefined
        ? "No activity on the Activities sheet names a deal, so whether large deals are worked is not known."
        : `No open deal ${large} had ${few}.`,
  };
}

/** Which rule was used. */
export function quietRule({ large, few, byShare }: QuietDeals): string {
  const own = byShare ? " The tenth is our own assumption: no amount is set there." : "";
  return `Large and quiet are open deals ${large} that had ${few}, by the Report options.${own}`;
}
