import { isoFromDay } from "../core/calendar/day.ts";
import { currencyCode } from "../core/money/rateTable.ts";
import type { Book, BookDeal } from "./book.ts";
import { tally, total } from "./tally.ts";
import { sayCount, sayList, sayMoney, sayNumber } from "./words.ts";

const amountOf = ({ standing }: BookDeal) => standing.amount;

function worth(deals: readonly BookDeal[], currency: string): string {
  const sum = total(tally(deals, amountOf));
  return sum === undefined ? "no amounts" : sayMoney(sum, currency);
}

/** Which rates turned foreign amounts into home currency, and since when each holds. */
function rateNotes(deals: readonly BookDeal[], currency: string): string[] {
  const used = new Map<string, number>();
  for (const { standing } of deals) {
    if (standing.rate === undefined) continue;
    const { from, rate, currency: foreign } = standing.rate;
    const text = `${currencyCode(foreign)} at ${sayNumber(rate, 6)} since ${isoFromDay(from)}`;
    used.set(text, (used.get(text) ?? 0) + 1);
  }
  if (used.size === 0) return [];
  const list = [...used].slice(0, 8).map(([text, count]) => `${text} (${sayCount(count, "deal")})`);
  const more = used.size > 8 ? ` and ${used.size - 8} more` : "";
  return [
    `Converted to ${currency}, open deals at the rate of the as-of date, closed ones at that of their close date: ${sayList(list)}${more}.`,
  ];
}

/** Deals left out of every amount because their currency had no rate: never added without one; undefined when none is. */
export function withoutRate(deals: readonly BookDeal[]): string | undefined {
  const byCurrency = new Map<string, { count: number; sum: number }>();
  for (const { standing } of deals) {
    if (standing.missingRate === undefined) continue;
    const known = byCurrency.get(standing.missingRate) ?? { count: 0, sum: 0 };
    known.count++;
    known.sum += standing.deal.amount ?? 0;
    byCurrency.set(standing.missingRate, known);
  }
  if (byCurrency.size === 0) return undefined;
  return sayList(
    [...byCurrency].map(
      ([code, { count, sum }]) => `${sayCount(count, "deal")} worth ${sayMoney(sum, code)}`,
    ),
  );
}

function currencyNotes(book: Book, deals: readonly BookDeal[]): string[] {
  const notes = rateNotes(deals, book.currency);
  const left = withoutRate(deals);
  if (left !== undefined)
    notes.push(
      `Left out of all amounts, because the Currency sheet has no rate in force: ${left}.`,
    );
  const { options } = book.request.settings;
  const blank = deals.filter(
    ({ standing }) => standing.amount !== undefined && standing.deal.currency === undefined,
  ).length;
  if (options.useConvertedAmount && book.has("amountConverted")) {
    notes.push("The CRM's own converted amounts are used where a deal has one.");
  }
  const codes = new Set(deals.map(({ standing }) => currencyCode(standing.deal.currency ?? "")));
  codes.delete("");
  if (book.request.settings.homeCurrency === undefined && codes.size > 1) {
    notes.push(
      `The deals name ${sayList([...codes].sort())} and Report options no home currency: totals are in ${book.currency}, the commonest.`,
    );
  }
  if (book.currency === "") {
    notes.push("The data names no currency; amounts are added as they stand.");
  } else if (blank > 0 && book.has("currency")) {
    notes.push(`${sayCount(blank, "deal")} without a currency counted as ${book.currency}.`);
  }
  return notes;
}

/** Amounts below zero, which make a part larger than the whole. */
function creditNotes(open: readonly BookDeal[], currency: string): string[] {
  const credits = open.filter(({ standing }) => (standing.amount ?? 0) < 0);
  if (credits.length === 0) return [];
  const [have, them] = credits.length === 1 ? ["has", "it"] : ["have", "them"];
  return [
    `${sayCount(credits.length, "open deal")} of the period (${worth(credits, currency)}) ${have} an amount below zero; totals count ${them}, and shares of the open pipeline are left blank.`,
  ];
}

/** Deals whose own probability is blank, or was no probability, where others have one. */
function stageNotes(open: readonly BookDeal[], currency: string): string[] {
  const byStage = open.filter(
    ({ standing }) => standing.deal.probability === undefined && standing.probability !== undefined,
  );
  if (byStage.length === 0) return [];
  const [have, count, their] =
    byStage.length === 1 ? ["has", "counts", "its"] : ["have", "count", "their"];
  return [
    `${sayCount(byStage.length, "open deal")} of the period (${worth(byStage, currency)}) ${have} no probability of ${their} own and ${count} with that of ${their} stage.`,
  ];
}

/** What the data lacks or holds apart, so that a reader knows what the amounts leave out. */
export function dataNotes(book: Book, { weighted }: { readonly weighted: boolean }): string[] {
  const { currency, open, won, allOpen, overdueEarlier, gone, deals, request } = book;
  const shown = [...won, ...open, ...overdueEarlier];
  const notes = currencyNotes(book, shown);
  const noAmount = open.filter(
    ({ standing }) => standing.amount === undefined && standing.missingRate === undefined,
  );
  if (noAmount.length > 0) {
    notes.push(
      `${sayCount(noAmount.length, "open deal")} of the period ${noAmount.length === 1 ? "has" : "have"} no amount and count${noAmount.length === 1 ? "s" : ""} with none.`,
    );
  }
  notes.push(...creditNotes(open, currency));
  const noDate = allOpen.filter(({ standing }) => standing.deal.closeDate === undefined);
  if (noDate.length > 0) {
    notes.push(
      `${sayCount(noDate.length, "open deal")} without a close date (${worth(noDate, currency)}) belong${noDate.length === 1 ? "s" : ""} to no period.`,
    );
  }
  const noProbability = open.filter(({ standing }) => standing.probability === undefined);
  if (weighted && noProbability.length > 0) {
    notes.push(
      `${sayCount(noProbability.length, "open deal")} of the period (${worth(noProbability, currency)}) without a probability, of its own or of its stage, left out of weighted figures.`,
    );
  }
  if (weighted && book.has("probability")) notes.push(...stageNotes(open, currency));
  const wonLater = deals.filter(
    ({ standing }) =>
      standing.status === "won" && (standing.deal.closeDate ?? request.asOf) > request.asOf,
  );
  if (wonLater.length > 0) {
    notes.push(
      `${sayCount(wonLater.length, "won deal")} (${worth(wonLater, currency)}) with a close date after the as-of date, in no figure.`,
    );
  }
  if (gone.length > 0) {
    notes.push(
      `${sayCount(gone.length, "open deal")} (${worth(gone, currency)}) gone from the CRM since an earlier import, left out of open figures: ${sayList(gone.slice(0, 10).map(({ standing }) => standing.deal.opportunityId))}${gone.length > 10 ? " and others" : ""}.`,
    );
  }
  const issues = request.tables.opportunities?.issues.length ?? 0;
  if (issues > 0) {
    notes.push(
      `${sayCount(issues, "cell")} of the Opportunities sheet could not be read and ${issues === 1 ? "counts" : "count"} as blank.`,
    );
  }
  return notes;
}
