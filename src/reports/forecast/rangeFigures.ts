import { upperFirst } from "../../core/firstLetter.ts";
import type { Book } from "../book.ts";
import { sayCount, sayMoney, sayNumber } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import { chancesDoubt } from "./chancesDoubt.ts";
import { sayChance, sureness } from "./confidence.ts";
import { figure } from "./figure.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { newBusinessMean, type Revenue } from "./revenue.ts";

const WHOLE = "won to date, open deals and business not yet created, as one total";
const SOURCE =
  "Model: won + FORECAST_QUANTILE over the open deals and the new business of this report";

const IF_THEY_HOLD = "if the probabilities hold";

/** True of a chance that is good only if too high probabilities hold; a poor one is only poorer in truth. */
const restsOnDoubt = (book: Book, revenue: Revenue): boolean =>
  (revenue.forecast?.probOfQuota ?? 0) > 0.33 && chancesDoubt(book, revenue) !== undefined;

function statusOf(chance: number, isDoubted: boolean): "good" | "warning" | "bad" {
  if (chance > 0.66 && !isDoubted) return "good";
  return chance > 0.33 ? "warning" : "bad";
}

/** Low to high in words, the currency once: `340 k to 560 k`. */
export const sayRange = (low: number, high: number): string =>
  `${sayMoney(low, "")} to ${sayMoney(high, "")}`;

/** The middle estimate with its range, and the chance of the quota: what the report answers first. */
export function rangeHeadlines(
  book: Book,
  revenue: Revenue,
  { quota }: ForecastNumbers,
): readonly Figure[] {
  const { forecast } = revenue;
  const chance = forecast?.probOfQuota;
  const isDoubted = restsOnDoubt(book, revenue);
  return [
    figure({
      id: "p50",
      label: "Middle estimate (P50)",
      value: forecast?.p50,
      format: "money",
      headline: true,
      context:
        forecast === undefined ? "not known" : `80 %: ${sayRange(forecast.p10, forecast.p90)}`,
      words: `At least half of all outcomes bring this or more, at least half this or less: P50 of ${WHOLE}.`,
      source: SOURCE,
    }),
    figure({
      id: "prob_of_quota",
      label: "Chance of quota",
      value: chance,
      format: "percent",
      headline: quota !== undefined,
      context: chance === undefined ? "no quota" : isDoubted ? IF_THEY_HOLD : sureness(chance),
      ...(chance === undefined ? {} : { status: statusOf(chance, isDoubted) }),
      words: "The chance that won deals, open deals and business not yet created reach the quota.",
      source: "Model: PROB_OF_TARGET over the open deals and the new business of this report",
    }),
  ];
}

export function rangeFigures({ forecast, created, correlation }: Revenue): readonly Figure[] {
  const money = (id: string, label: string, value: number | undefined, words: string) =>
    figure({ id, label, value, format: "money", words, source: SOURCE });
  return [
    money("p10", "Low (P10)", forecast?.p10, "At most one outcome in ten is below."),
    money("p90", "High (P90)", forecast?.p90, "At most one outcome in ten is above."),
    money("mean", "Mean of all outcomes", forecast?.mean, `The mean of ${WHOLE}.`),
    money(
      "new_business",
      "Not yet created",
      newBusinessMean(created),
      "Expected from deals that are created and won before the period ends, as in past periods.",
    ),
    figure({
      id: "deal_correlation",
      label: "Correlation of deals",
      value: correlation,
      format: "number",
      words: "How much all open deals move together; more makes the range wider.",
      source: "Sheet Report options",
    }),
  ];
}

/** How the range came about, what it rests on and what it leaves out. */
export function rangeNotes(
  { forecast, chances, created, open, correlation }: Revenue,
  { currency, request }: Book,
): readonly string[] {
  if (forecast === undefined) return [];
  const { asOf, period } = request;
  if (asOf >= period.to) {
    return [
      "The period is over: low, middle and high are what was won, and nothing is added to it.",
    ];
  }
  const { business, deals, periods } = created;
  const notes = [
    "Low, middle and high (P10, P50, P90): worked out from the chances of all deals together, without random draws, so the same data gives the same range.",
    `Chances of the ${sayCount(open.length, "open deal")}: ${chances.basis}.`,
    `Open deals are taken to move together with a correlation of ${sayNumber(correlation)} (Report options).`,
  ];
  if (business === undefined) {
    const why = request.tables.opportunities?.fields.has("createdDate")
      ? `deals are not known from before the last days of any past ${period.grain}`
      : "the deals have no created date";
    notes.push(`Business not yet created is left out of the range, because ${why}.`);
  } else {
    const average = (newBusinessMean(created) ?? 0) / (business.count || 1);
    notes.push(
      deals === 0
        ? `Business not yet created: none, as in the last ${sayCount(periods, period.grain)}.`
        : `Business not yet created: ${sayNumber(business.count, 1)} ${business.count === 1 ? "deal" : "deals"} of ${sayMoney(average, currency)} on average, as were created and won within the last ${period.to - asOf} days of the last ${sayCount(periods, period.grain)} (${sayCount(deals, "deal")}).`,
    );
  }
  return notes;
}

/** The range in the words of the answer: `P50 USD 438 k of 849 k quota (80 % range …)`. */
export function rangeWords(
  book: Book,
  revenue: Revenue,
  { quota }: ForecastNumbers,
): string | undefined {
  const { forecast } = revenue;
  const { currency } = book;
  if (forecast === undefined || forecast.deviation === 0) return undefined;
  const { p10, p50, p90, probOfQuota } = forecast;
  const middle = sayMoney(p50, currency);
  const range = `80 % range ${sayRange(p10, p90)}`;
  if (quota === undefined || probOfQuota === undefined)
    return `${middle} as the middle estimate, ${range}`;
  const how = restsOnDoubt(book, revenue) ? IF_THEY_HOLD : sureness(probOfQuota);
  return `${upperFirst(sayChance(probOfQuota))} chance of quota (${how}): middle estimate ${middle} of ${sayMoney(quota, "")}, ${range}`;
}
