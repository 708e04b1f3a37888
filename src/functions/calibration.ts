import { brierParts, brierScore } from "../core/accuracy/brier.ts";
import {
  type Call,
  type Cut,
  calibrationBins,
  calibrationError,
} from "../core/accuracy/calibration.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import { chancesParam, inside, type Numbers } from "./params/openDeals.ts";
import { outcomesOf } from "./params/outcome.ts";
import { wholeNumber } from "./params/periodColumn.ts";
import { stagesParam } from "./params/stagesParam.ts";

const family = "Forecast";
const MOST_BINS = 100;

const givenParam: Param = {
  ...chancesParam,
  about:
    "The column of the win probabilities that deals were given (60%, 0.6 and 60 are told apart by the whole column)",
};
const outcomesParam: Param = {
  name: "outcomes",
  kind: "value",
  takes: "paired",
  about:
    "The column of what became of them, in step: stages, or TRUE for won and FALSE for lost; open deals are left out",
};
const binsParam: Param = {
  name: "bins",
  kind: "number",
  unit: "ranges",
  optional: true,
  default: "10",
  takes: "single",
  about: `Into how many ranges probabilities are sorted, 1 to ${MOST_BINS}`,
};
const cutParam: Param = {
  name: "cut",
  kind: "text",
  optional: true,
  default: "width",
  takes: "single",
  about:
    '"width" makes ranges of equal width, such as 10% to 20%; "count" makes ranges of equally many deals',
};
const ERRORS = [
  "A probability that is no share between 0 and 1, or a column that mixes percents and fractions.",
  "Columns of different heights.",
  "Ticks such as x, beside which blanks cannot be told from open deals.",
];
const CUT_ERROR = "A cut other than width or count.";
const BINS_ERROR = `Bins that are no whole number from 1 to ${MOST_BINS}.`;

/** Decided deals of which the probability is known. */
function callsOf(chances: Numbers, outcomes: readonly Cell[], stages: readonly Stage[]): Call[] {
  const called = chances.map((chance, row) => (chance === undefined ? undefined : outcomes[row]));
  const statuses = outcomesOf(called, stages);
  return chances.flatMap((chance, row): Call[] => {
    const status = statuses[row];
    if (chance === undefined || status === undefined || status === "open") return [];
    return [{ chance, won: status === "won" }];
  });
}

const cutOf = (cut: string | undefined) => choice<Cut>("cut", cut, ["width", "count"]);

const wholeBins = (bins = 10) => wholeNumber("bins", bins, 1, MOST_BINS);

export const calibrationFunctions: readonly CustomFunction[] = [
  {
    name: "BRIER",
    family,
    shape: "aggregate",
    about:
      "How good win probabilities were: the mean squared difference between probability and outcome, 0 is perfect, 0.25 is a coin.",
    params: [givenParam, outcomesParam, stagesParam],
    returns: "A number from 0 to 1, lower is better. Blank without a decided deal.",
    errors: ERRORS,
    example: { formula: "=BRIER({0.8; 0.4}, {TRUE; FALSE})", result: 0.1 },
    source: "Brier 1950",
    compute: (chances: Numbers, outcomes: readonly Cell[], stages: readonly Stage[]) =>
      brierScore(callsOf(chances, outcomes, stages)),
  },
  {
    name: "BRIER_EXPLAIN",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "The Brier score taken apart: reliability (dishonest probabilities), resolution (telling deals apart) and uncertainty (how even the odds are).",
    params: [givenParam, outcomesParam, binsParam, stagesParam],
    returns:
      "A table of six rows, part and number: reliability, resolution (taken off), uncertainty, within bins, which add up to the score below them, and the skill against giving every deal the overall share. Blank without a decided deal.",
    errors: [...ERRORS, BINS_ERROR],
    example: {
      formula: "=INDEX(BRIER_EXPLAIN({0.8; 0.4}, {TRUE; FALSE}), 5, 2)",
      result: 0.1,
    },
    source: "Murphy 1973; differences within bins by Stephenson, Coelho and Jolliffe 2008",
    compute: (
      chances: Numbers,
      outcomes: readonly Cell[],
      bins: number | undefined,
      stages: readonly Stage[],
    ) => {
      const parts = brierParts(callsOf(chances, outcomes, stages), wholeBins(bins));
      if (!parts) return undefined;
      const { score, uncertainty } = parts;
      return [
        ["Reliability", parts.reliability],
        ["Resolution", -parts.resolution],
        ["Uncertainty", uncertainty],
        ["Within bins", parts.within],
        ["Brier score", score],
        ["Skill", uncertainty > 0 ? 1 - score / uncertainty : undefined],
      ];
    },
  },
  {
    name: "CALIBRATION",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "Whether probabilities come true, range by range: what deals were given and what share of them was won, with the range chance allows.",
    params: [
      givenParam,
      outcomesParam,
      binsParam,
      {
        name: "level",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "80%",
        takes: "single",
        about: "How sure the range of a share won is",
      },
      stagesParam,
      cutParam,
    ],
    returns:
      "A row per range that has deals: from, to, deals, mean probability, share won, its low and high end. Blank without a decided deal.",
    errors: [...ERRORS, BINS_ERROR, "A level of 0% or 100%.", CUT_ERROR],
    example: {
      formula: "=INDEX(CALIBRATION({0.8; 0.8; 0.4}, {TRUE; FALSE; FALSE}), 2, 5)",
      result: 0.5,
    },
    source: "Reliability diagram; the range of a share by Wilson 1927",
    compute: (
      chances: Numbers,
      outcomes: readonly Cell[],
      bins: number | undefined,
      level: number | undefined,
      stages: readonly Stage[],
      cut: string | undefined,
    ) => {
      const calls = callsOf(chances, outcomes, stages);
      const sure = inside("level", level ?? 0.8);
      const found = calibrationBins(calls, wholeBins(bins), sure, cutOf(cut));
      return found.map((bin) => [
        bin.from,
        bin.to,
        bin.calls,
        bin.given,
        bin.won,
        bin.low,
        bin.high,
      ]);
    },
  },
  {
    name: "CALIBRATION_ERROR",
    family,
    shape: "aggregate",
    about:
      "How far win probabilities are from what comes true, on average: 0.05 means 5 points too high or too low.",
    params: [givenParam, outcomesParam, binsParam, stagesParam, cutParam],
    returns: "A number from 0 to 1. Blank without a decided deal.",
    errors: [...ERRORS, BINS_ERROR, CUT_ERROR],
    example: {
      formula: "=CALIBRATION_ERROR({0.75; 0.75; 0.75; 0.75}, {TRUE; TRUE; FALSE; FALSE})",
      result: 0.25,
    },
    source:
      "Expected calibration error: mean |share won - mean probability| by bin, weighed by deals",
    compute: (
      chances: Numbers,
      outcomes: readonly Cell[],
      bins: number | undefined,
      stages: readonly Stage[],
      cut: string | undefined,
    ) => {
      const calls = callsOf(chances, outcomes, stages);
      return calibrationError(calibrationBins(calls, wholeBins(bins), undefined, cutOf(cut)));
    },
  },
];
