import { dueDay } from "../../core/hygiene/dueDay.ts";
import { WINDOWS } from "../../core/probability/winModel.ts";
import { sayCount, sayList, sayNumber, sayPercent } from "../parts/words.ts";
import type { Figure, Finding, ReportChart, ReportTable } from "../report.ts";
import { LEAST_DECIDED, type Measured } from "./measured.ts";

/** `3.4 points`: a difference between two shares. */
const points = (share: number) => `${sayNumber(Math.abs(share) * 100, 1)} points`;

const isFew = ({ decided }: Measured) => decided < LEAST_DECIDED;

export function calibrationAnswer(measured: Measured): string {
  const { book, decided, untold, unrated, given, won, error, byChance } = measured;
  if (book.deals.length === 0)
    return "There are no deals yet: import opportunities, then run the report again.";
  if (decided === 0 && unrated > untold)
    return `The stages that ${sayCount(unrated, "closed deal")} went through have no probability, so there is nothing to hold against what became of them. Give each stage its probability in the Stages settings.`;
  if (decided === 0 || given === undefined || won === undefined)
    return untold > 0
      ? `Nothing tells which stages ${sayCount(untold, "closed deal")} went through, so the probabilities they had cannot be held against what became of them.${modelWords(measured)} Import the opportunity history, or dated exports from now on.`
      : "No deal is over yet, so no probability can be held against what became of it.";
  if (isFew(measured))
    return `Too few to judge: ${sayCount(decided, "stage entry", "stage entries")} of deals that are over, ${LEAST_DECIDED} are the least. So far ${sayPercent(given)} was given and ${sayPercent(won)} won.`;
  const lean =
    Math.abs(given - won) < 0.01
      ? "right in total"
      : `${points(given - won)} too ${given > won ? "high" : "low"} in total`;
  const chance =
    (error ?? 0) > 2 * (byChance ?? 0)
      ? `far more than the ${points(byChance ?? 0)} that chance alone explains`
      : `where chance alone explains ${points(byChance ?? 0)}`;
  return `Probabilities are ${lean}: ${sayPercent(given)} was given and ${sayPercent(won)} won in ${sayCount(decided, "stage entry", "stage entries")}. Range by range they are ${points(error ?? 0)} off, ${chance}. Deals count here by number and whenever they are won; what a period brought in money is in Forecast accuracy.`;
}

/** How the fitted model did on past days it had not seen, where there is one. */
function modelWords({ model }: Measured): string {
  const [used] = model?.scores.filter(({ rung, window }) => model.rungs[window] === rung) ?? [];
  if (!used) return "";
  return ` The fitted win model was ${points(used.calibrationError)} off in ${sayCount(used.outcomes, "outcome")} it had not seen, won within ${WINDOWS[used.window]}.`;
}

export function calibrationFigures(measured: Measured): readonly Figure[] {
  const { decided, entries, error, byChance, parts, given, won } = measured;
  const skill = parts && parts.uncertainty > 0 ? 1 - parts.score / parts.uncertainty : undefined;
  const source = "Opportunity History, Snapshots; table Reliability";
  return [
    {
      id: "calibration_error",
      label: "Calibration error",
      value: error,
      format: "percent",
      headline: true,
      context: byChance === undefined ? "not known" : `${points(byChance)} by chance alone`,
      words:
        "Mean distance between probability given and share won over ten ranges, weighed by stage entries (ECE).",
      source,
    },
    {
      id: "given",
      label: "Probability given",
      value: given,
      format: "percent",
      headline: true,
      context: "mean at stage entry",
      words: "Mean probability that deals were given when they first came into each stage.",
      source,
    },
    {
      id: "won",
      label: "Share won",
      value: won,
      format: "percent",
      headline: true,
      context: "of the same entries",
      words: "Share of these stage entries whose deal was won in the end.",
      source,
    },
    {
      id: "brier",
      label: "Brier score",
      value: parts?.score,
      format: "score",
      headline: true,
      context: "0 is perfect, 0.25 a coin",
      words: "Mean squared difference between probability and outcome.",
      source,
    },
    {
      id: "skill",
      label: "Skill",
      value: skill,
      format: "percent",
      headline: true,
      context: "against one probability for all",
      words: "1 less the Brier score over that of giving every deal the overall share won.",
      source,
    },
    {
      id: "decided",
      label: "Stage entries",
      value: decided,
      format: "integer",
      headline: true,
      context: `${sayNumber(entries.length - decided, 0)} more still open`,
      words: "First entries of deals into stages; deals that are over, one entry for each stage.",
      source,
    },
  ];
}

export function calibrationCharts(
  measured: Measured,
  bins: ReportTable,
  stages: ReportTable,
): readonly ReportChart[] {
  if (bins.rows.length === 0) return [];
  const off = bins.rows.filter(({ cells }) => cells.verdict !== "fair").length;
  const known = stages.rows.filter(({ cells }) => cells.won !== undefined);
  const charts: ReportChart[] = [
    {
      id: "bins_chart",
      kind: "combo",
      title: `${off} of ${sayCount(bins.rows.length, "range")} ${off === 1 ? "is" : "are"} off by more than chance`,
      subtitle: `Share won (bars) against probability given (line), ${sayCount(measured.decided, "stage entry", "stage entries")}`,
      table: "bins",
      category: "range",
      series: [
        { column: "won", label: "Won", colour: "#1a73e8", as: "column" },
        { column: "given", label: "Given", colour: "#5f6368", as: "line" },
      ],
      categoryTitle: "Probability given, %",
      valueTitle: "Share",
      format: "percent",
      place: "main",
    },
  ];
  if (known.length > 1 && known.length === stages.rows.length)
    charts.push({
      id: "stages_chart",
      kind: "bar",
      title: stageTitle(stages),
      subtitle: "Probability given and share won, by stage entered",
      table: "stages",
      category: "stage",
      series: [
        { column: "won", label: "Won", colour: "#1a73e8" },
        { column: "given", label: "Given", colour: "#5f6368" },
      ],
      categoryTitle: "Stage",
      valueTitle: "Share",
      format: "percent",
      place: "side",
    });
  return charts;
}

const gapOf = ({ cells }: ReportTable["rows"][number]) =>
  Number(cells.given ?? 0) - Number(cells.won ?? 0);

function stageTitle({ rows }: ReportTable): string {
  const off = rows.filter(({ cells }) => cells.verdict !== "fair");
  const [worst] = [...off].sort((a, b) => Math.abs(gapOf(b)) - Math.abs(gapOf(a)));
  if (!worst) return "Every stage is as good as it says";
  const gap = gapOf(worst);
  return `${worst.key} is ${points(gap)} too ${gap > 0 ? "high" : "low"}`;
}

/** Working days until a finding is due. */
const DUE_AFTER = 10;
const URGENT = 0.1;

/** Stages whose probability lies outside of the range of what is won. */
export function calibrationFindings(measured: Measured, stages: ReportTable): readonly Finding[] {
  const { book } = measured;
  if (isFew(measured)) return [];
  const off = stages.rows.filter(
    ({ cells }) => cells.verdict === "too high" || cells.verdict === "too low",
  );
  if (off.length === 0) return [];
  const named = off.map(
    ({ key, cells }) =>
      `${key} ${sayPercent(Number(cells.given))} given, ${sayPercent(Number(cells.won))} won`,
  );
  const { asOf, settings } = book.request;
  return [
    {
      id: "stages_off",
      severity: off.some((row) => Math.abs(gapOf(row)) > URGENT) ? "high" : "medium",
      what: `${sayCount(off.length, "stage")} ${off.length === 1 ? "says" : "say"} something else than what is won: ${sayList(named)}.`,
      evidence: [],
      action:
        "Look at the proposed probabilities and take them over in the Stages settings, or fit the win probabilities.",
      due: dueDay(asOf, DUE_AFTER, settings.calendar),
    },
  ];
}

export function calibrationNotes(measured: Measured): string[] {
  const { untold, unrated, decided, entries, model } = measured;
  return [
    "A deal counts once for each stage that it entered, with the probability it had that day: the CRM's own where a snapshot or the history kept it, else that of the stage in today's Stages sheet.",
    "A range is off when the probability given lies outside of the 80 % range of the share won (Wilson); of ten honest ranges two are off by chance.",
    "Entries of one deal into several stages end alike, so the true uncertainty is somewhat larger than the ranges say.",
    ...(untold > 0
      ? [
          `${sayCount(untold, "closed deal")} left out: nothing tells which stages ${untold === 1 ? "it" : "they"} went through.`,
        ]
      : []),
    ...(unrated > 0
      ? [`${sayCount(unrated, "closed deal")} left out: their stages have no probability.`]
      : []),
    ...(entries.length > decided
      ? [
          `${sayCount(entries.length - decided, "entry", "entries")} of deals that are still open left out. Where deals are lost sooner than they are won, recent ones make the share won look too low.`,
        ]
      : []),
    model
      ? "The win model was held against past days it had not seen when it was fitted; those are its scores."
      : "No win model is fitted; the menu item that fits the win probabilities makes one.",
  ];
}
