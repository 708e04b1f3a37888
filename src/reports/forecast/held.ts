import { countsOn, type DealOverride, heldDeal } from "../../core/deals/dealOverride.ts";
import { standDeals } from "../../core/deals/standing.ts";
import { recordKey } from "../../core/recordKey.ts";
import { type Book, type BookDeal, placeOf } from "../book.ts";
import type { ReportRequest } from "../report.ts";

/** An open deal as the CRM has it, and as a person holds it. */
export type Held = {
  readonly override: DealOverride;
  readonly crm: BookDeal;
  readonly row: BookDeal;
};

/** The overrides that count on the as-of day, by the key of their deal. */
export function activeOverrides({
  tables,
  asOf,
}: ReportRequest): ReadonlyMap<string, DealOverride> {
  const counting = (tables.winOverrides?.rows ?? []).filter((one) => countsOn(one, asOf));
  return new Map(counting.map((one) => [recordKey(one.opportunityId), one]));
}

/** The open deals under an override: their place in the period follows the date that the person holds. */
export function heldDeals(
  book: Book,
  overrides: ReadonlyMap<string, DealOverride>,
): readonly Held[] {
  if (overrides.size === 0) return [];
  const { settings, asOf, period } = book.request;
  const found = book.allOpen.flatMap((crm) => {
    const override = overrides.get(recordKey(crm.standing.deal.opportunityId));
    return override ? [{ override, crm }] : [];
  });
  const { deals } = standDeals(
    found.map(({ override, crm }) => heldDeal(crm.standing.deal, override)),
    { ...settings, homeCurrency: book.standings.home },
    asOf,
  );
  return deals.flatMap((standing, at): Held[] => {
    const one = found[at];
    if (!one) return [];
    return [{ ...one, row: { ...one.crm, standing, place: placeOf(standing, period, asOf) } }];
  });
}
