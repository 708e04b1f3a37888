import { concentration } from "../../core/pipeline/concentration.ts";
import { ratio } from "../../core/pipeline/ratio.ts";
import { salesVelocity } from "../../core/pipeline/salesVelocity.ts";
import { figure } from "../forecast/figure.ts";
import { slowBy } from "../parts/slowWins.ts";
import { sayCount, sayNumber, sayPercent } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import { amountOf } from "./dealSignals.ts";
import { atRiskDeals } from "./dealTables.ts";
import type { Review } from "./review.ts";

const statusOf = { Green: "good", Yellow: "warning", Orange: "warning", Red: "bad" } as const;
/** What stands large at the top, as far as it is known, and what takes the place of the rest. */
const LARGE = ["health", "open", "coverage", "at_risk", "stalled", "to_generate"];
const SPARE = ["open_in_period", "won", "win_rate", "aged"];
/** With fewer known there is no more to say than what is missing. */
const LEAST_KNOWN = 4;

function withHeadlines(figures: readonly Figure[]): readonly Figure[] {
  const known = new Set(figures.flatMap(({ id, value }) => (value === undefined ? [] : id)));
  const large = [...LARGE, ...SPARE].filter((id) => known.has(id)).slice(0, LARGE.length);
  const shown = new Set(large.length < LEAST_KNOWN ? LARGE : large);
  return figures.map((one) => (shown.has(one.id) ? { ...one, headline: true } : one));
}

const SETTINGS = "Quotas, Report options and deals";

function healthFigures({ health, coverage, toGenerate, book }: Review): Figure[] {
  const { coverageTarget } = book.request.settings.options;
  return [
    figure({
      id: "health",
      label: "Health of 100",
      value: health.score,
      format: "number",
      words: "Sum of what the parts of the scorecard add.",
      source: "Scorecard of this report",
      ...(health.band === undefined
        ? { context: "too little is known" }
        : { status: statusOf[health.band], statusWord: health.band.toLowerCase() }),
      formula: "SUM({scorecard.adds})",
    }),
    figure({
      id: "coverage",
      label: "Coverage",
      value: coverage,
      format: "ratio",
      context: `target ${sayNumber(coverageTarget, 1)} x`,
      words: "Open pipeline that closes in the period over quota less won.",
      source: SETTINGS,
    }),
    figure({
      id: "to_generate",
      label: "Pipeline to create",
      value: toGenerate,
      format: "money",
      context: `to ${sayNumber(coverageTarget, 1)} x coverage`,
      words:
        "Target coverage times what is left of the quota, less the open pipeline of the period.",
      source: SETTINGS,
    }),
  ];
}

export function reviewFigures(review: Review): readonly Figure[] {
  const { deals, open } = review;
  const atRisk = atRiskDeals(review);
  const risky = amountOf(atRisk);
  const part = open === undefined || risky === undefined ? undefined : ratio(risky, open);
  const stalled = deals.filter(({ signals }) => signals.includes("stalled"));
  const amounts = deals.flatMap(({ amount }) => amount ?? []);
  const [health, coverage, generate] = healthFigures(review);
  const has = deals.length > 0;
  const isJudged = deals.some((deal) => deal.isJudged);
  const knowsDays = deals.some(
    ({ daysInStage, limit }) => limit !== undefined && daysInStage !== undefined,
  );
  const knowsClose = deals.some(({ deal }) => deal.standing.deal.closeDate !== undefined);
  const quiet = (
    id: string,
    label: string,
    value: number | undefined,
    format: Figure["format"],
    words: string,
    context?: string,
  ) => figure({ id, label, value, format, words, ...(value === undefined ? {} : { context }) });
  return withHeadlines([
    ...(health ? [health] : []),
    figure({
      id: "open",
      label: "Open pipeline",
      value: open,
      format: "money",
      context: sayCount(deals.length, "deal"),
      words: "Amounts of all open deals in home currency, whenever they close.",
      ...(has ? { formula: "SUM({deals.amount})" } : {}),
    }),
    ...(coverage ? [coverage] : []),
    figure({
      id: "at_risk",
      label: "At risk",
      value: isJudged ? risky : undefined,
      format: "money",
      context: `${sayCount(atRisk.length, "deal")}${part === undefined ? "" : `, ${sayPercent(part)}`}`,
      words:
        "Open deals with a high risk score or two signals and more: overdue, stalled, inactive, pushed.",
      ...(isJudged && risky !== undefined
        ? { formula: 'SUMIFS({deals.amount},{deals.at_risk},"At risk")' }
        : {}),
    }),
    figure({
      id: "stalled",
      label: "Stalled",
      value: knowsDays ? amountOf(stalled) : undefined,
      format: "money",
      context: knowsDays ? sayCount(stalled.length, "deal") : "days in stages are not known",
      words:
        "Open deals that have been in their stage beyond its limit: its P90, or twice the average.",
    }),
    ...(generate ? [generate] : []),
    quiet(
      "open_in_period",
      "Closing in the period",
      knowsClose ? review.openInPeriod : undefined,
      "money",
      "Open deals with a close date in the period.",
      sayCount(review.book.open.length, "deal"),
    ),
    quiet(
      "won",
      "Won in the period",
      review.won,
      "money",
      "Won deals that closed in the period up to the as-of day.",
      sayCount(review.book.won.length, "deal"),
    ),
    quiet(
      "win_rate",
      "Win rate, 12 months",
      review.winRate,
      "percent",
      "Won over won and lost, by count.",
      "won of decided deals",
    ),
    quiet(
      "average_won",
      "Average won deal",
      review.averageWon,
      "money",
      "Mean amount of deals won in 12 months.",
    ),
    quiet(
      "cycle",
      "Days to win",
      review.cycle,
      "days",
      "Mean days from created to won of deals won in 12 months; open deals are not in it, the days in stages above count them.",
    ),
    quiet(
      "slow_wins",
      "Unusually slow wins",
      review.slowWins,
      "integer",
      `Deals won in 12 months that took unusually long among them: ${slowBy(review.book.request.settings.options.outliersBy)}, as IS_OUTLIER tells. The method stands in the Report options.`,
    ),
    quiet(
      "leak",
      "Lost in the period",
      review.leak,
      "percent",
      "Leak rate: value lost or disqualified in the period over all that was lost, won or is open in it.",
    ),
    quiet(
      "velocity",
      "Velocity a day",
      review.averageWon === undefined || review.winRate === undefined || review.cycle === undefined
        ? undefined
        : salesVelocity(deals.length, review.averageWon, review.winRate, review.cycle),
      "money",
      "Open deals x average won deal x win rate / days to win.",
    ),
    quiet(
      "largest",
      "Largest deal's share",
      concentration(amounts),
      "percent",
      "Of all open amounts above zero.",
    ),
    quiet(
      "largest_three",
      "Largest three deals' share",
      concentration(amounts, 3),
      "percent",
      "Of all open amounts above zero.",
    ),
    quiet(
      "freshness",
      "Created in 30 days",
      review.health.parts.find(({ name }) => name === "freshness")?.value,
      "percent",
      "Over what is left of the quota.",
    ),
    quiet(
      "aged",
      "Older than 90 days",
      review.health.parts.find(({ name }) => name === "aged")?.value,
      "percent",
      "Share of open deals with a created date.",
      "of the open deals",
    ),
  ]);
}
