import { intervalCoverage } from "../../core/accuracy/intervalCoverage.ts";
import { sayCount, sayPercent } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import { HEADLINE, methodOf, type Tested } from "./tested.ts";

/** How many 80% ranges of the learned ensemble held what came. */
function coverageOf({ shown }: Tested) {
  return intervalCoverage(
    shown.flatMap(({ range, seen }) => (range ? [{ ...range, actual: seen.actual }] : [])),
  );
}

const SOURCE = "Table Methods";

export function accuracyFigures(tested: Tested): readonly Figure[] {
  const { grain, best, trusted, observations } = tested;
  const out = `${HEADLINE.daysLeft} days out`;
  const error = (id: string, what: string, name: string): Figure => {
    const accuracy = methodOf(tested, id)?.headline;
    return {
      id: `error_${id}`,
      label: name,
      value: accuracy?.wmape,
      format: "percent",
      headline: true,
      context: accuracy ? `error in ${sayCount(accuracy.periods, grain)}, ${out}` : "not known",
      words: `What ${what} missed by, ${HEADLINE.daysLeft} days before the end of each ${grain}: the sum of all misses over the sum of what came (WMAPE).`,
      source: SOURCE,
    };
  };
  const weighted = methodOf(tested, "weighted")?.headline;
  const coverage = coverageOf(tested);
  return [
    error("ensemble", "the learned ensemble", "Learned ensemble"),
    error("weighted", "the weighted pipeline", "Weighted pipeline"),
    {
      id: "bias_weighted",
      label: "Weighted pipeline leans",
      value: weighted?.bias,
      format: "percent",
      headline: true,
      context: leanContext(weighted?.bias),
      words: "Forecasts less what came, in total, over what came; above 0 is too high.",
      source: SOURCE,
    },
    error("naive", `repeating the ${grain} before`, `Same as the ${grain} before`),
    {
      id: "coverage",
      label: "80 % ranges that held",
      value: coverage?.share,
      format: "percent",
      headline: true,
      context: coverage
        ? `of ${sayCount(coverage.periods, "range")}; 95 % sure: ${sayPercent(coverage.low)} to ${sayPercent(coverage.high)}`
        : "too few periods",
      words:
        "The share of the learned ensemble's 80 % ranges that held what came, with the Wilson interval of that share.",
      source: "Table Period by period",
    },
    {
      id: "periods",
      label: `${grain === "month" ? "Months" : "Quarters"} looked at`,
      value: tested.periods.length,
      format: "integer",
      headline: true,
      context: `on ${sayCount(observations.length, "past day")}`,
      words: `Periods that are over and were forecast again, 12 at most.`,
      source: "Opportunities, Opportunity History, Snapshots",
    },
    {
      id: "trusted_method",
      label: "Method to trust",
      value: trusted?.method.label,
      format: "text",
      words: `The method whose error was the smallest share of that of repeating the ${grain} before at all days left together (geometric mean), of those with three periods or more at each.`,
      source: "Table By days left",
    },
    {
      id: "best_method",
      label: "Best method",
      value: best?.label,
      format: "text",
      words: `The method whose error, ${HEADLINE.daysLeft} days before the end, was the smallest share of that of repeating the ${grain} before, of those with three periods or more.`,
      source: SOURCE,
    },
    {
      id: "best_against_naive",
      label: "Best method against repeating",
      value: best?.headline.againstNaive,
      format: "ratio",
      words: `Its error over that of repeating the ${grain} before, in the same periods; below 1 is better.`,
      source: SOURCE,
    },
  ];
}

function leanContext(bias: number | undefined): string {
  if (bias === undefined) return "not known";
  if (Math.abs(bias) < 0.005) return "neither way";
  return bias > 0 ? "too high in total" : "too low in total";
}
