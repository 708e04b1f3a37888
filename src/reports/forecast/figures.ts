import type { Book } from "../book.ts";
import { countDeals, sumDeals } from "../parts/detailDeals.ts";
import { asOfFigure } from "../parts/figures.ts";
import { sayCount, sayNumber, sayPercent } from "../parts/words.ts";
import type { Figure, FormulaTemplate } from "../report.ts";
import { figure, openSum } from "./figure.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { coverageFigure, gapFigure } from "./quotaFigures.ts";
import { rangeFigures, rangeHeadlines } from "./rangeFigures.ts";
import type { Revenue } from "./revenue.ts";

export function forecastFigures(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
  hasQuotaTable: boolean,
): readonly Figure[] {
  const { won, openPipeline, weightedOpen, expected, quota } = numbers;
  const { asOf, settings } = book.request;
  const ofQuota = (value: number | undefined) =>
    value === undefined || quota === undefined
      ? undefined
      : `${sayPercent(value / quota)} of quota`;
  const money = (
    id: string,
    label: string,
    value: number | undefined,
    words: string,
    formula: FormulaTemplate,
  ) => figure({ id, label, value, format: "money", words, formula });
  const count = (
    id: string,
    label: string,
    value: number,
    words: string,
    formula: FormulaTemplate,
  ) => figure({ id, label, value, format: "integer", words, formula });
  const noDate = book.allOpen.filter(({ standing }) => standing.deal.closeDate === undefined);
  return [
    ...rangeHeadlines(book, revenue, numbers),
    figure({
      id: "expected",
      label: "Expected",
      value: expected,
      format: "money",
      headline: true,
      context: ofQuota(expected) ?? "won + weighted",
      words: "Won to date plus the weighted open pipeline.",
      formula: "{=won}+{=weighted_open}",
      source: "Figures won and weighted_open",
    }),
    figure({
      id: "won",
      label: "Won to date",
      value: won,
      format: "money",
      headline: true,
      context:
        ofQuota(won) ??
        (numbers.hasClosed
          ? sayCount(book.won.length, "deal")
          : "no dated closed deals in the data"),
      words: "Closed-won deals with a close date from the period's first day to the as-of date.",
      formula: sumDeals("amount", { status: '"Won"' }),
    }),
    figure({
      id: "open_pipeline",
      label: "Open pipeline",
      value: openPipeline,
      format: "money",
      headline: true,
      context: sayCount(book.open.length, "deal"),
      words: "Every open deal with a close date in the period, overdue ones included.",
      formula: openSum("amount"),
    }),
    figure({
      id: "weighted_open",
      label: "Weighted open",
      value: weightedOpen,
      format: "money",
      headline: quota === undefined,
      context:
        weightedOpen === undefined || !openPipeline || !(weightedOpen <= openPipeline)
          ? "amount x probability"
          : `${sayPercent(weightedOpen / openPipeline)} of open`,
      words:
        "Open pipeline times probability: the CRM's own, else the stage's; deals without one are left out.",
      formula: openSum("weighted"),
    }),
    coverageFigure(numbers, book),
    gapFigure(numbers, book),
    ...rangeFigures(revenue),
    figure({
      id: "quota",
      label: "Quota",
      value: quota,
      format: "money",
      words:
        "Sum of the reps' quotas inside the period; a longer quota is spread by working days, a manager's roll-up is not added.",
      source: "Sheet Quotas",
      formula: hasQuotaTable ? "{owners.quota.total}" : undefined,
    }),
    money(
      "commit",
      "Commit",
      numbers.byCategory("Commit"),
      "Open deals of category Commit alone.",
      openSum("amount", { category: '"Commit"' }),
    ),
    money(
      "best_case",
      "Best case",
      numbers.byCategory("Best Case"),
      "Open deals of category Best Case alone.",
      openSum("amount", { category: '"Best Case"' }),
    ),
    money(
      "pipeline_category",
      "Pipeline category",
      numbers.byCategory("Pipeline"),
      "Open deals of category Pipeline alone.",
      openSum("amount", { category: '"Pipeline"' }),
    ),
    money(
      "omitted",
      "Omitted",
      numbers.byCategory("Omitted"),
      "Open deals of category Omitted alone.",
      openSum("amount", { category: '"Omitted"' }),
    ),
    money(
      "no_category",
      "No category",
      numbers.byCategory(undefined),
      "Open deals for which neither CRM, stage nor probability tells a category.",
      openSum("amount", { category: '"No category"' }),
    ),
    money(
      "overdue_in_period",
      "Overdue in the period",
      numbers.overdueInPeriod,
      "Part of the open pipeline whose close date has passed.",
      sumDeals("amount", { status: '"Overdue"' }),
    ),
    money(
      "overdue_earlier",
      "Long overdue",
      numbers.overdueEarlier,
      "Open deals with a close date before the period; in no other figure.",
      sumDeals("amount", { status: '"Long overdue"' }),
    ),
    money(
      "coverage_gap",
      "Pipeline still to create",
      numbers.coverageGap,
      `Coverage target (${sayNumber(settings.options.coverageTarget, 2)}) times what is left of the quota, less the open pipeline; 0 when it is enough.`,
      `MAX(0,${settings.options.coverageTarget}*MAX(0,{=quota}-{=won})-{=open_pipeline})`,
    ),
    count(
      "won_count",
      "Deals won",
      book.won.length,
      "Number of deals in won to date.",
      countDeals({ status: '"Won"' }),
    ),
    count(
      "open_count",
      "Open deals",
      book.open.length,
      "Number of deals in the open pipeline.",
      `${countDeals({ status: '"Open"' })}+${countDeals({ status: '"Overdue"' })}`,
    ),
    count(
      "overdue_count",
      "Overdue deals",
      book.overdue.length,
      "Number of deals in overdue in the period.",
      countDeals({ status: '"Overdue"' }),
    ),
    count(
      "overdue_earlier_count",
      "Long overdue deals",
      book.overdueEarlier.length,
      "Number of deals in long overdue.",
      countDeals({ status: '"Long overdue"' }),
    ),
    figure({
      id: "no_close_date_count",
      label: "Open deals without close date",
      value: noDate.length,
      format: "integer",
      words: "Open deals that belong to no period because they have no close date.",
      source: "Sheet Opportunities",
    }),
    asOfFigure(asOf),
  ].map((one) =>
    book.won.length + book.open.length + book.overdueEarlier.length === 0
      ? { ...one, formula: undefined }
      : one,
  );
}
