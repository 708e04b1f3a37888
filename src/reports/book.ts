import type { Day } from "../core/calendar/day.ts";
import type { Account } from "../core/customers/account.ts";
import type { Deal } from "../core/deals/deal.ts";
import { type DealStanding, type Standings, standDeals } from "../core/deals/standing.ts";
import { type People, type Person, people } from "../core/quota/people.ts";
import type { ReportRequest } from "./report.ts";

/** Where a deal belongs in a report's period. */
export type Place = "won" | "open" | "overdue" | "overdue earlier" | "elsewhere";

export type BookDeal = {
  readonly standing: DealStanding;
  readonly owner: Person;
  readonly team: string | undefined;
  readonly segment: string | undefined;
  readonly region: string | undefined;
  readonly stageName: string;
  readonly place: Place;
};

/** All deals of a request as they stand on its as-of day. */
export type Book = {
  readonly request: ReportRequest;
  readonly standings: Standings;
  /** Code of the home currency; empty when nothing names one. */
  readonly currency: string;
  readonly people: People;
  readonly deals: readonly BookDeal[];
  /** Won from the period's start to the as-of day. */
  readonly won: readonly BookDeal[];
  /** Open and closing in the period, overdue ones included. */
  readonly open: readonly BookDeal[];
  readonly overdue: readonly BookDeal[];
  /** Open, with a close date before the period. */
  readonly overdueEarlier: readonly BookDeal[];
  /** Every open deal, whenever it closes. */
  readonly allOpen: readonly BookDeal[];
  readonly gone: readonly BookDeal[];
  /** True when a closed deal has a close date; without one nobody knows what was won when. */
  readonly knowsClosed: boolean;
  /** True when the opportunities have this column, filled or not. */
  readonly has: (field: keyof Deal & string) => boolean;
};

/**
 * Won deals count from the period's first day to the as-of day, both included; open ones by their close date, whether
 * or not it has passed. A deal without a close date belongs to no period.
 */
export function placeOf(
  standing: DealStanding,
  period: { readonly from: Day; readonly to: Day },
  asOf: Day,
): Place {
  const { closeDate } = standing.deal;
  if (closeDate === undefined) return "elsewhere";
  if (standing.status === "won") {
    const last = Math.min(asOf, period.to);
    return closeDate >= period.from && closeDate <= last ? "won" : "elsewhere";
  }
  if (standing.status !== "open") return "elsewhere";
  if (closeDate < period.from) return closeDate < asOf ? "overdue earlier" : "elsewhere";
  if (closeDate > period.to) return "elsewhere";
  return closeDate < asOf ? "overdue" : "open";
}

const filled = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => text !== undefined && text.trim() !== "")?.trim();

function accountFinder(accounts: readonly Account[]): (deal: Deal) => Account | undefined {
  const byId = new Map<string, Account>();
  const byName = new Map<string, Account>();
  for (const account of accounts) {
    byId.set(account.accountId, account);
    if (account.accountName !== undefined) byName.set(account.accountName.toLowerCase(), account);
  }
  return (deal) =>
    (deal.accountId === undefined ? undefined : byId.get(deal.accountId)) ??
    (deal.accountName === undefined ? undefined : byName.get(deal.accountName.toLowerCase()));
}

/** Names that differ in case alone are one name, written as first seen: a spreadsheet's SUMIFS sees no case either. */
function firstSpelling(): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const key = name.toLowerCase();
    const known = names.get(key);
    if (known === undefined) names.set(key, name);
    return known ?? name;
  };
}

function managersOnDeals(deals: readonly Deal[]): Iterable<readonly [string, string]> {
  const pairs = new Map<string, string>();
  for (const { owner, ownerManager } of deals) {
    if (owner !== undefined && ownerManager !== undefined && !pairs.has(owner)) {
      pairs.set(owner, ownerManager);
    }
  }
  return pairs;
}

export function openBook(request: ReportRequest): Book {
  const { tables, settings, asOf, period } = request;
  const rows = tables.opportunities?.rows ?? [];
  const standings = standDeals(rows, settings, asOf);
  const staff = people(tables.reps?.rows ?? [], managersOnDeals(rows));
  const spelling = firstSpelling();
  const accountOf = accountFinder(tables.accounts?.rows ?? []);
  const deals = standings.deals.map((standing): BookDeal => {
    const { deal } = standing;
    const owner = staff.find(deal.owner);
    const account = accountOf(deal);
    return {
      standing,
      owner,
      team: filled(deal.team, owner.rep?.team, staff.managerOf(owner.key)?.label),
      segment: filled(deal.segment, account?.segment, owner.rep?.segment),
      region: filled(deal.region, account?.region, owner.rep?.region, deal.territory),
      stageName: standing.stage?.stage ?? spelling(filled(deal.stage) ?? "No stage"),
      place: placeOf(standing, period, asOf),
    };
  });
  const placed = (...places: readonly Place[]) =>
    deals.filter((deal) => places.includes(deal.place));
  const fields = tables.opportunities?.fields;
  return {
    request,
    standings,
    currency: standings.home ?? "",
    people: staff,
    deals,
    won: placed("won"),
    open: placed("open", "overdue"),
    overdue: placed("overdue"),
    overdueEarlier: placed("overdue earlier"),
    allOpen: deals.filter((deal) => deal.standing.status === "open"),
    gone: deals.filter((deal) => deal.standing.status === "gone"),
    knowsClosed: deals.some(
      ({ standing: { status, deal } }) =>
        (status === "won" || status === "lost") && deal.closeDate !== undefined,
    ),
    has: (field) => fields?.has(field) === true,
  };
}
