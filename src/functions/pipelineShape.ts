import { sum } from "simple-statistics";
import type { Day } from "../core/calendar/day.ts";
import { stageIndex } from "../core/deals/stageIndex.ts";
import { InputError } from "../core/inputError.ts";
import { concentration } from "../core/pipeline/concentration.ts";
import { freshness } from "../core/pipeline/freshness.ts";
import { mixDeviation } from "../core/pipeline/mixDeviation.ts";
import { ratio } from "../core/pipeline/ratio.ts";
import type { Stage, StageGroup } from "../core/pipeline/stage.ts";
import { IDEAL_MIX, stageMix } from "../core/pipeline/stageMix.ts";
import type { CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { stagesParam } from "./params/stagesParam.ts";

const family = "Pipeline";
const NO_NUMBER = "A cell that is no number.";

const paired = (name: string, kind: Param["kind"], about: string, unit?: string): Param => ({
  name,
  kind,
  about,
  takes: "paired",
  ...(unit === undefined ? {} : { unit }),
});
const amountsParam: Param = paired(
  "amounts",
  "number",
  "The column of the open deals' amounts",
  "currency",
);
const GROUP_WORDS: Readonly<Record<StageGroup, string>> = {
  early: "Early",
  mid: "Mid",
  late: "Late",
};

export const pipelineShapeFunctions: readonly CustomFunction[] = [
  {
    name: "STAGE_MIX",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "How the open pipeline spreads over early, mid and late stages, beside the bands of a healthy one. Won and lost deals are left out.",
    params: [
      paired("deal_stages", "text", "The column of the deals' stages"),
      amountsParam,
      {
        ...stagesParam,
        about: "The Stages settings (REVOPS_STAGES), whose Group column says what is early",
      },
    ],
    returns:
      "A header row, then one row a group: deals, amount, share, the band's ends and the percentage points outside it. A last row counts open deals whose stage has no group, if there are any.",
    errors: [NO_NUMBER, "Columns of different heights."],
    example: {
      formula:
        '=INDEX(STAGE_MIX({"Lead"; "Proposal"; "Negotiation"; "Closed Won"}, {50; 40; 10; 99}), 2, 4)',
      result: 0.5,
    },
    source: "Pipeline health practice: 40-50 % early, 35-45 % mid, 10-20 % late",
    compute: (
      names: (string | undefined)[],
      amounts: (number | undefined)[],
      stages: readonly Stage[],
    ): FunctionResult[][] => {
      const { find } = stageIndex(stages);
      const deals = names.flatMap((name, row) =>
        name === undefined ? [] : [{ stage: find(undefined, name), amount: amounts[row] }],
      );
      const { rows, leftOut } = stageMix(deals);
      return [
        ["Group", "Deals", "Amount", "Share", "From", "To", "Points outside"],
        ...rows.map(({ group, deals: count, amount, share }): FunctionResult[] => {
          const [low, high] = IDEAL_MIX[group];
          const outside = share === undefined ? undefined : mixDeviation(share, low, high);
          return [GROUP_WORDS[group], count, amount, share, low, high, outside];
        }),
        ...(leftOut > 0 ? [["No group", leftOut]] : []),
      ].map((row) => Array.from({ length: 7 }, (_, at) => row[at]));
    },
  },
  {
    name: "MIX_DEVIATION",
    family,
    shape: "rows",
    about: "By how many percentage points a share lies outside its band.",
    params: [
      {
        name: "share",
        kind: "fraction",
        unit: "fraction 0-1",
        about: "The share, such as 62%, or a column of them",
      },
      { name: "low", kind: "fraction", unit: "fraction 0-1", about: "The band's lower end" },
      { name: "high", kind: "fraction", unit: "fraction 0-1", about: "The band's upper end" },
    ],
    returns: "Percentage points such as 22, and 0 within the band.",
    errors: [
      "A single value that is no share between 0 and 1.",
      "A band that ends below its start.",
    ],
    example: { formula: "=MIX_DEVIATION(0.62, 0.3, 0.4)", result: 22 },
    source: "Pipeline health practice: the largest deviation from the bands of the stage mix",
    compute: (share: number, low: number, high: number) => {
      if (high < low)
        throw new InputError(`high is ${high}, below low, ${low}; expected the low end first`);
      return mixDeviation(share, low, high);
    },
  },
  {
    name: "CONCENTRATION",
    family,
    shape: "aggregate",
    about:
      "How much of the pipeline hangs on its largest deals: their share of all amounts. One deal above 40 % is a high risk, above 25 % a medium one; three above 70 % a high one.",
    params: [
      {
        name: "amounts",
        kind: "number",
        unit: "currency",
        about: "The column of the open deals' amounts",
      },
      {
        name: "largest",
        kind: "number",
        unit: "deals",
        optional: true,
        default: "1",
        takes: "single",
        about: "How many of the largest deals count",
      },
    ],
    returns:
      "A fraction. Amounts that are not above zero do not count. Blank when no other is there.",
    errors: [NO_NUMBER, "A number of deals below one."],
    example: { formula: "=CONCENTRATION({45; 30; 25})", result: 0.45 },
    source: "Pipeline analysis scripts: one deal above 40 % high, above 25 % medium",
    compute: (amounts: number[], largest = 1) => {
      if (largest < 1 || !Number.isInteger(largest))
        throw new InputError(`largest is ${largest}; expected a whole number from 1 on`);
      return concentration(amounts, largest);
    },
  },
  {
    name: "FRESHNESS",
    family,
    shape: "aggregate",
    about:
      "Pipeline created within the last days against what is left of the quota. From 30 % a month on it is good, below 15 % too little.",
    params: [
      paired("created", "date", "The column of the open deals' created dates"),
      amountsParam,
      {
        name: "quota_left",
        kind: "number",
        unit: "currency",
        about: "Quota that is still to be closed: one amount, or a column, which is added up",
      },
      {
        name: "days",
        kind: "number",
        unit: "days",
        range: [1],
        optional: true,
        default: "30",
        takes: "single",
        about: "How many days count as fresh, the as-of day being one of them",
      },
      { ...asOfParam, takes: "single" },
    ],
    returns:
      "A fraction, above 1 when more was created than is left. Blank without an as-of day, and once nothing of the quota is left.",
    errors: [NO_NUMBER, "A cell that is no date.", "Columns of different heights."],
    example: {
      formula: '=FRESHNESS({"2026-01-10"; "2026-03-20"}, {500; 60}, 200, 30, "2026-03-31")',
      result: 0.3,
    },
    source: "Pipeline health practice: new pipeline of the last 30 days / remaining quota",
    compute: (
      created: (Day | undefined)[],
      amounts: (number | undefined)[],
      quota: number[],
      days: number | undefined,
      asOf: Day | undefined,
    ) =>
      asOf === undefined
        ? undefined
        : freshness(
            created.map((day, row) => ({ created: day, amount: amounts[row] })),
            sum(quota),
            days ?? 30,
            asOf,
          ),
  },
  {
    name: "LEAK_RATE",
    family,
    shape: "aggregate",
    about: "Share of the pipeline's value that was lost or disqualified.",
    params: ["lost", "disqualified", "total"].map((name) => ({
      name,
      kind: "number" as const,
      unit: "currency",
      about: `${name === "total" ? "All pipeline there was" : `Value that was ${name}`}: one amount, or a column, which is added up`,
    })),
    returns: "A fraction. Blank when there was no pipeline.",
    errors: [NO_NUMBER],
    example: { formula: "=LEAK_RATE(300, 100, 1600)", result: 0.25 },
    source: "Pipeline health practice: (lost + disqualified value) / total pipeline value",
    compute: (lost: number[], disqualified: number[], total: number[]) =>
      ratio(sum(lost) + sum(disqualified), sum(total)),
  },
];
