import type { Day } from "../calendar/day.ts";
import { homeCurrency } from "../money/homeCurrency.ts";
import type { Rate } from "../money/rate.ts";
import { type RateTable, rateTable } from "../money/rateTable.ts";
import { type HomeMoney, toHome } from "../money/toHome.ts";
import type { DealStatus, ForecastCategory, Stage } from "../pipeline/stage.ts";
import type { Deal } from "./deal.ts";
import { type CategoryOptions, dealCategory } from "./dealCategory.ts";
import { dealStatus, isGone } from "./dealStatus.ts";
import { type StageIndex, stageIndex } from "./stageIndex.ts";

/** The settings that decide how a deal stands. */
export type StandingRules = {
  readonly stages: readonly Stage[];
  readonly homeCurrency: string | undefined;
  readonly rates: readonly Rate[];
  readonly options: CategoryOptions & { readonly useConvertedAmount: boolean };
};

/** How a deal counts in reports on a day. */
export type DealStanding = {
  readonly deal: Deal;
  /** `gone`: an open deal that a complete file no longer held. */
  readonly status: DealStatus | "gone";
  /** Its row of the Stages settings. */
  readonly stage: Stage | undefined;
  /** In home currency; undefined when the deal has no amount or no rate is known. */
  readonly amount: number | undefined;
  /** The currency for which no rate was in force. */
  readonly missingRate: string | undefined;
  /** The rate that was used. */
  readonly rate: Rate | undefined;
  /** Fraction; 1 when won, 0 when lost, undefined when an open deal has none. */
  readonly probability: number | undefined;
  /** Undefined for a deal that is not open, and where nothing tells. */
  readonly category: ForecastCategory | undefined;
  /** Amount times probability of an open deal. */
  readonly weighted: number | undefined;
};

export type Standings = {
  readonly home: string | undefined;
  readonly stages: StageIndex;
  readonly rates: RateTable;
  readonly deals: readonly DealStanding[];
};

/**
 * How each deal stands on the as-of day, in the order given. An open deal's amount is converted at the as-of day's rate,
 * a closed one's at its close date's; with `useConvertedAmount` the CRM's converted amount is taken where there is one.
 */
export function standDeals(deals: readonly Deal[], rules: StandingRules, asOf: Day): Standings {
  const home = homeCurrency(
    rules.homeCurrency,
    deals.map((deal) => deal.currency),
  );
  const stages = stageIndex(rules.stages);
  const rates = rateTable(rules.rates);
  const standing = (deal: Deal): DealStanding => {
    const stage = stages.find(deal.pipeline, deal.stage);
    const status = dealStatus(deal, stage);
    const isOpen = status === "open";
    const day = isOpen ? asOf : (deal.closeDate ?? asOf);
    const money = homeAmount(deal, rules.options.useConvertedAmount, home, rates, day);
    const { amount } = money;
    const probability = isOpen
      ? (deal.probability ?? stage?.probability)
      : Number(status === "won");
    const counts = isOpen && !isGone(deal, asOf);
    return {
      deal,
      status: isOpen && !counts ? "gone" : status,
      stage,
      amount,
      missingRate: money.missingRate,
      rate: money.rate,
      probability,
      category: isOpen
        ? dealCategory(deal.forecastCategory, stage, probability, rules.options)
        : undefined,
      weighted:
        counts && amount !== undefined && probability !== undefined
          ? amount * probability
          : undefined,
    };
  };
  return { home, stages, rates, deals: deals.map(standing) };
}

function homeAmount(
  deal: Deal,
  useConverted: boolean,
  home: string | undefined,
  rates: RateTable,
  day: Day,
): HomeMoney {
  if (useConverted && deal.amountConverted !== undefined) {
    return { amount: deal.amountConverted };
  }
  if (deal.amount === undefined) return {};
  return toHome({ amount: deal.amount, currency: deal.currency }, home, rates, day);
}
