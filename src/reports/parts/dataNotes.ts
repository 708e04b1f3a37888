import { isoFromDay } from "../../core/calendar/day.ts";
import { currencyCode } from "../../core/money/rateTable.ts";
import { isAssumed } from "../../core/pipeline/assumedProbability.ts";
import type { Book, BookDeal } from "../book.ts";
import { tally, total } from "./tally.ts";
import { sayCount, sayList, sayMoney, sayNumber, sayPercent } from "./words.ts";

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

/** Deals that count with a probability which an import assumed for their stage. */
function assumedNotes(open: readonly BookDeal[], currency: string): string[] {
  const assumed = open.filter(
    ({ standing: { deal, stage } }) =>
      deal.probability === undefined && stage !== undefined && isAssumed(stage),
  );
  const stages = new Map(assumed.map((deal) => [deal.stageName, deal.standing.stage]));
  const named = [...stages].map(
    ([name, stage]) => `${name} ${sayPercent(stage?.probability ?? 0)}`,
  );
  return noteOn(
    assumed,
    (deals, isOne) =>
      `${sayCount(deals.length, "open deal")} of the period (${worth(deals, currency)}) count${isOne ? "s" : ""} with a probability that is only assumed for the stage (${sayList(named)}): set it in the Stages sheet.`,
  );
}

/** A note about deals, where there are any. */
function noteOn(
  deals: readonly BookDeal[],
  say: (deals: readonly BookDeal[], isOne: boolean) => string,
): string[] {
  return deals.length === 0 ? [] : [say(deals, deals.length === 1)];
}

const hasNoAmount = ({ standing }: BookDeal) =>
  standing.amount === undefined && standing.missingRate === undefined;

/** Open deals whose chance no stage and no field of theirs tells, and those that the stage tells it for. */
function probabilityNotes(book: Book): string[] {
  const { currency, open } = book;
  const unknown = open.filter(({ standing }) => standing.probability === undefined);
  return [
    ...noteOn(
      unknown,
      (deals) =>
        `${sayCount(deals.length, "open deal")} of the period (${worth(deals, currency)}) without a probability, of its own or of its stage, left out of weighted figures.`,
    ),
    ...(book.has("probability") ? stageNotes(open, currency) : []),
    ...assumedNotes(open, currency),
  ];
}

/** Losses beyond which a book without any won deal is doubted rather than believed (our own number). */
const MANY_LOST = 10;
const MOST_STAGES = 6;

/** Of a book without any won deal: which stages may mean won without saying so; undefined where that is no question. */
export function noneWon({ deals }: Book): string | undefined {
  const lost = deals.filter(({ standing }) => standing.status === "lost").length;
  if (lost < MANY_LOST || deals.some(({ standing }) => standing.status === "won")) return undefined;
  const open = deals.filter(({ standing }) => standing.status === "open");
  const stages = [...new Set(open.map(({ stageName }) => stageName))].slice(0, MOST_STAGES);
  const which = stages.length > 0 ? `one of the open stages (${sayList(stages)})` : "a stage";
  return `No deal counts as won, though ${sayNumber(lost, 0)} are lost: if ${which} means won, set its Status to won in the Stages sheet.`;
}

/** What counts in no figure: won later than the as-of date, or gone from the CRM. */
function apartNotes({ currency, deals, gone, request: { asOf } }: Book): string[] {
  const wonLater = deals.filter(
    ({ standing: { status, deal } }) => status === "won" && (deal.closeDate ?? asOf) > asOf,
  );
  return [
    ...noteOn(
      wonLater,
      (later) =>
        `${sayCount(later.length, "won deal")} (${worth(later, currency)}) with a close date after the as-of date, in no figure.`,
    ),
    ...noteOn(gone, (all) => {
      const ids = all.slice(0, 10).map(({ standing }) => standing.deal.opportunityId);
      return `${sayCount(all.length, "open deal")} (${worth(all, currency)}) gone from the CRM since an earlier import, left out of open figures: ${sayList(ids)}${all.length > 10 ? " and others" : ""}.`;
    }),
  ];
}

function issueNotes({ request }: Book): string[] {
  const issues = request.tables.opportunities?.issues.length ?? 0;
  if (issues === 0) return [];
  return [
    `${sayCount(issues, "cell")} of the Opportunities sheet could not be read and ${issues === 1 ? "counts" : "count"} as blank.`,
  ];
}

/** What the data lacks or holds apart, so that a reader knows what the amounts leave out. */
export function dataNotes(book: Book, { weighted }: { readonly weighted: boolean }): string[] {
  const { currency, open, won, allOpen, overdueEarlier } = book;
  const noDate = allOpen.filter(({ standing }) => standing.deal.closeDate === undefined);
  const doubt = noneWon(book);
  return [
    ...(doubt === undefined ? [] : [doubt]),
    ...currencyNotes(book, [...won, ...open, ...overdueEarlier]),
    ...noteOn(
      open.filter(hasNoAmount),
      (deals, isOne) =>
        `${sayCount(deals.length, "open deal")} of the period ${isOne ? "has" : "have"} no amount and count${isOne ? "s" : ""} with none.`,
    ),
    ...creditNotes(open, currency),
    ...noteOn(
      noDate,
      (deals, isOne) =>
        `${sayCount(deals.length, "open deal")} without a close date (${worth(deals, currency)}) belong${isOne ? "s" : ""} to no period.`,
    ),
    ...(weighted ? probabilityNotes(book) : []),
    ...apartNotes(book),
    ...issueNotes(book),
  ];
}
