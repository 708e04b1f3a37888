import { toHome } from "../../core/money/toHome.ts";
import type { Quota } from "../../core/quota/quota.ts";
import { type QuotaInPeriod, quotaInPeriod } from "../../core/quota/quotaInPeriod.ts";
import type { Book } from "../book.ts";
import { sayCount, sayList, sayMoney } from "./words.ts";

/** A row of the sheet may have been left without its amount, or state a quantity instead. */
const hasAmount = ({ quotaAmount }: Partial<Quota>) => quotaAmount !== undefined;

/** Quota of the book's period, by person, in home currency at the as-of day's rate. */
export function bookQuota({ request, standings, people }: Book): QuotaInPeriod {
  const { tables, settings, asOf, period } = request;
  return quotaInPeriod({
    quotas: tables.quotas?.rows.filter(hasAmount) ?? [],
    period,
    calendar: settings.calendar,
    keyOf: (repId) => people.find(repId).key,
    managerOf: (key) => people.managerOf(key)?.key,
    amountOf: ({ quotaAmount, currency }) =>
      toHome({ amount: quotaAmount, currency }, standings.home, standings.rates, asOf).amount,
  });
}

/** What a reader must know about the quota: why it is blank, what was spread, what was left out. */
export function quotaNotes(book: Book, quota: QuotaInPeriod): string[] {
  const { request, people, currency } = book;
  const notes: string[] = [];
  const nameOf = (key: string) => people.find(key).label;
  if (quota.total === undefined) {
    const rows = request.tables.quotas?.rows.length ?? 0;
    const why =
      request.team !== undefined
        ? `nobody of ${request.team} has one above zero in ${request.period.label} in the Quotas sheet`
        : rows === 0
          ? "there is no quota in the data; add rows to the Quotas sheet"
          : `none of the ${sayCount(rows, "quota")} in the Quotas sheet is above zero in ${request.period.label}`;
    notes.push(`Quota, coverage, gap and attainment are blank: ${why}.`);
  }
  if (quota.rollUps.size > 0) {
    const list = [...quota.rollUps].map(
      ([key, amount]) => `${nameOf(key)} (${sayMoney(amount, currency)})`,
    );
    notes.push(
      `Not added, because it rolls up the quotas of the people reporting to them: the quota of ${sayList(list)}.`,
    );
  }
  if (quota.spread.size > 0) {
    notes.push(
      `The quota of ${sayCount(quota.spread.size, "person", "people")} reaches beyond the period; its share of the period's working days is counted.`,
    );
  }
  if (quota.assumed > 0) {
    notes.push(
      `${sayCount(quota.assumed, "quota")} without a period grain and without a next quota to tell the length from: a quarter is assumed. Fill Period Grain in the Quotas sheet.`,
    );
  }
  const blank = request.tables.quotas?.rows.filter((row) => !hasAmount(row)).length ?? 0;
  if (blank > 0) {
    notes.push(`${sayCount(blank, "quota")} without an amount left out.`);
  }
  if (quota.unconverted.length > 0) {
    const codes = [...new Set(quota.unconverted.map(({ currency: code }) => code ?? ""))];
    notes.push(
      `${sayCount(quota.unconverted.length, "quota")} in ${sayList(codes)} left out: the Currency sheet has no rate in force on the as-of date.`,
    );
  }
  if (quota.otherTypes.length > 0) {
    const types = quota.otherTypes.map((type) => (type === "" ? "no type" : type));
    notes.push(
      `Quotas of one forecast type are counted; those of ${sayList(types)} are left out so that nothing is added twice.`,
    );
  }
  return notes;
}
