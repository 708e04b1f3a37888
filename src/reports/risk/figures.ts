import { asOfFigure, figuresFrom } from "../parts/figures.ts";
import { share, tally, total } from "../parts/tally.ts";
import { sayCount, sayDay, sayPercent } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import { confidenceOf } from "./confidence.ts";
import { adjusted, amountOf } from "./levels.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";
import { riskWording } from "./wording.ts";

const figure = figuresFrom("Tables of this report");

export type RiskNumbers = {
  readonly open: number | undefined;
  readonly weighted: number | undefined;
  readonly high: readonly RiskDeal[];
  readonly highValue: number | undefined;
  readonly atRisk: number | undefined;
  readonly adjusted: number | undefined;
  readonly confidence: number | undefined;
  readonly rising: readonly RiskDeal[];
  readonly falling: readonly RiskDeal[];
};

export function riskNumbers(risks: RiskBook): RiskNumbers {
  const { deals } = risks;
  const high = deals.filter(({ level }) => level === "High");
  const moved = (sign: number) =>
    deals.filter(
      ({ score, before }) =>
        before !== undefined && score !== undefined && Math.round(score - before) * sign > 0,
    );
  return {
    open: total(tally(deals, amountOf)),
    weighted: total(tally(deals, ({ deal }) => deal.standing.weighted)),
    high,
    highValue: total(tally(high, amountOf)),
    atRisk: total(tally(deals, ({ atRisk }) => atRisk)),
    adjusted: adjusted(deals, risks),
    confidence: confidenceOf(
      deals.map((one) => ({ amount: amountOf(one), confidence: one.profile.confidence })),
    ),
    rising: moved(1),
    falling: moved(-1),
  };
}

export function riskFigures(risks: RiskBook, numbers: RiskNumbers): readonly Figure[] {
  const { open, weighted, high, highValue, atRisk, confidence, rising, falling } = numbers;
  const { deals, before, book } = risks;
  const wording = riskWording(risks);
  const some = deals.length > 0;
  const sum = (column: string) => (some ? `SUM({deals.${column}})` : undefined);
  const partOf = (part: number | undefined, all: number | undefined, words: string) => {
    const found = share(part, all);
    return found === undefined ? "" : `${sayPercent(found)} of ${words}`;
  };
  const highShare = share(highValue, open) ?? 0;
  return [
    figure({
      id: "open_value",
      label: "Open value",
      value: open,
      format: "money",
      headline: true,
      context: sayCount(deals.length, "open deal"),
      words: "Amounts of all open deals, whenever they close.",
      formula: sum("amount"),
    }),
    figure({
      id: "high_value",
      label: "Value at high risk",
      value: highValue,
      format: "money",
      headline: true,
      context: `${sayCount(high.length, "deal")}${highShare > 0 ? `, ${sayPercent(highShare)} of open` : ""}`,
      ...(high.length === 0
        ? {}
        : highShare > 0.25
          ? { status: "bad" as const, statusWord: "▼ heavy" }
          : { status: "warning" as const, statusWord: "● watch" }),
      words: `Amounts of open deals with a risk from ${book.request.settings.risk.highFrom} on.`,
      formula: some ? 'SUMIFS({deals.amount},{deals.level},"▼ High")' : undefined,
    }),
    figure({
      id: "money_at_risk",
      label: "Money at risk",
      value: atRisk,
      format: "money",
      headline: true,
      context: partOf(atRisk, wording.partOf === "open" ? open : weighted, wording.partOf),
      words: `${wording.atRisk}, added up over open deals.`,
      formula: sum("atRisk"),
    }),
    figure({
      id: "risk_adjusted",
      label: wording.adjusted,
      value: numbers.adjusted,
      format: "money",
      headline: true,
      context: partOf(numbers.adjusted, open, "open"),
      words: wording.adjustedWords,
      source: risks.model
        ? "Table of all open deals"
        : "RISK_ADJUSTED over the columns Amount and Risk of the last table",
    }),
    figure({
      id: "confidence",
      label: "Data confidence",
      value: confidence,
      format: "percent",
      headline: true,
      context: "of the factors could be judged",
      ...(confidence !== undefined && confidence < 0.5
        ? { status: "warning" as const, statusWord: "● little known" }
        : {}),
      words:
        "Points of the risk factors that the data can tell / points of all of them, by amount. What is unknown counts neither as good nor as bad.",
    }),
    figure({
      id: "rising",
      label: "Risk rising",
      value: before === undefined ? undefined : rising.length,
      format: "integer",
      headline: true,
      context:
        before === undefined
          ? "no earlier day is known"
          : `${falling.length} falling, since ${sayDay(before.day)}`,
      words:
        "Open deals whose risk is higher than on the day compared with; age, stage and days in it are taken back, the rest counts as now.",
    }),
    figure({
      id: "high_deals",
      label: "Deals at high risk",
      value: high.length,
      format: "integer",
      words: "Number of open deals at high risk.",
      formula: some ? 'COUNTIFS({deals.level},"▼ High")' : undefined,
    }),
    figure({
      id: "weighted",
      label: "Weighted value",
      value: weighted,
      format: "money",
      words: "Amount x probability of all open deals, before any risk is looked at.",
      formula: sum("weighted"),
    }),
    asOfFigure(book.request.asOf),
  ];
}
