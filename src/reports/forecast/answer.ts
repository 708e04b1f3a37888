import { periodOf } from "../../core/calendar/period.ts";
import { lowerFirst } from "../../core/firstLetter.ts";
import { groupBy } from "../../core/groupBy.ts";
import type { Book } from "../book.ts";
import { sayCount, sayMoney, sayMonth, sayPercent } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { rangeWords } from "./rangeFigures.ts";
import type { Revenue } from "./revenue.ts";

/** Where the deals are when the period asked for has none. */
function elsewhere(book: Book): string {
  const { deals, request } = book;
  const dated = deals.flatMap(({ standing }) => standing.deal.closeDate ?? []);
  if (dated.length === 0) return "no deal in the data has a close date.";
  const grain = request.period.grain;
  const periods = groupBy(dated, (day) => periodOf(day, grain, request.settings.calendar).label);
  let busiest = "";
  for (const [label, days] of periods) {
    if (days.length > (periods.get(busiest)?.length ?? 0)) busiest = label;
  }
  let [first, last] = [dated[0] ?? 0, dated[0] ?? 0];
  for (const day of dated) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return `the data's ${sayCount(deals.length, "deal")} close from ${sayMonth(first)} to ${sayMonth(last)}, most in ${busiest} (${periods.get(busiest)?.length ?? 0}).`;
}

/** Why the most severe finding matters, in a few words. */
function topRisk(findings: readonly Finding[]): string {
  const risk = findings.find(({ id }) => id !== "gap" && id !== "coverage");
  return risk === undefined || risk.severity === "low" ? "" : ` Top risk: ${lowerFirst(risk.what)}`;
}

export function forecastAnswer(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
  findings: readonly Finding[],
): string {
  const { currency, request } = book;
  const { title } = request.period;
  if (book.deals.length === 0 && request.team !== undefined) return `${request.team} has no deal.`;
  if (book.deals.length === 0) {
    return "There are no deals yet: import opportunities, then run the forecast again.";
  }
  if (numbers.lacksCloseDates) {
    const wonWords =
      numbers.won === undefined
        ? ""
        : `${sayMoney(numbers.won, currency)} won to date in ${title}; `;
    return `${wonWords}${wonWords === "" ? "No" : "no"} forecast, because none of the ${sayCount(book.allOpen.length, "open deal")} has a close date.`;
  }
  if (book.won.length === 0 && book.open.length === 0) {
    return `No deal was won or closes in ${title}: ${elsewhere(book)}`;
  }
  const range = rangeWords(book, revenue, numbers);
  const isOver = request.asOf >= request.period.to;
  const known = isOver && numbers.won !== undefined ? overWords : pointWords;
  const said = range === undefined ? known(book, numbers) : `${range}; ${madeOf(book, numbers)}.`;
  return `${said}${numbers.expected === undefined ? "" : topRisk(findings)}`;
}

const madeOf = ({ open }: Book, { won, weightedOpen }: ForecastNumbers) =>
  `${sayMoney(won ?? 0, "")} won and ${sayMoney(weightedOpen ?? 0, "")} weighted from ${sayCount(open.length, "open deal")}`;

/** A period that is over brings nothing more, whatever is still open in it. */
function overWords({ currency, open, request }: Book, numbers: ForecastNumbers): string {
  const { won = 0, quota, openPipeline } = numbers;
  const ofQuota =
    quota === undefined || quota <= 0
      ? ""
      : ` of ${sayMoney(quota, "")} quota (${sayPercent(won / quota)})`;
  const worth = openPipeline === undefined ? "" : ` worth ${sayMoney(openPipeline, currency)}`;
  const left =
    open.length === 0
      ? ""
      : `; ${sayCount(open.length, "deal")}${worth} due in it ${open.length === 1 ? "is" : "are"} still open`;
  return `${sayMoney(won, currency)} won${ofQuota} in ${request.period.title}, which is over${left}.`;
}

/** Where there is no range: what is expected against the quota, or what is known at least. */
function pointWords(book: Book, numbers: ForecastNumbers): string {
  const { expected, quota, gap, won, openPipeline } = numbers;
  const money = (value: number) => sayMoney(value, book.currency);
  if (expected === undefined) {
    const known = [
      won === undefined ? "" : `${money(won)} won to date`,
      openPipeline === undefined ? "" : `${money(openPipeline)} open`,
    ].filter((part) => part !== "");
    const why = missingPart(numbers);
    return `${known.length === 0 ? "No amounts are known" : known.join(" and ")}; the expected total is blank because ${why}.`;
  }
  const made = madeOf(book, numbers);
  if (quota === undefined || gap === undefined) return `${money(expected)} expected: ${made}.`;
  const left = gap > 0 ? `${sayMoney(gap, "")} not covered` : "quota covered";
  return `${money(expected)} expected of ${sayMoney(quota, "")} quota (${sayPercent(expected / quota)}), ${left}: ${made}.`;
}

function missingPart({ won, openPipeline, hasClosed }: ForecastNumbers): string {
  if (!hasClosed) return "the data holds no closed deal with a close date";
  if (won === undefined) return "no won deal of the period has an amount";
  if (openPipeline === undefined) return "no open deal of the period has an amount";
  return "no open deal of the period has both an amount and a probability, of its own or of its stage";
}
