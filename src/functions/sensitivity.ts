import { USUAL_CORRELATION } from "../core/forecast/distribution/correlationFromHistory.ts";
import { sensitivity, twoWay } from "../core/forecast/sensitivity.ts";
import type { Outcome, WhatIfInputs } from "../core/forecast/whatIf.ts";
import { InputError } from "../core/inputError.ts";
import type { CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { leverNamed, leverSetting, leverWords } from "./params/leversParam.ts";
import {
  amountsParam,
  chancesParam,
  DEAL_ERRORS,
  LEFT_OUT,
  type Numbers,
  openDeals,
} from "./params/openDeals.ts";
import { anyTargetParam, LEVER_SOURCE, titled, usualCorrelationParam } from "./whatIf.ts";

const family = "Forecast";

const MEASURES: Readonly<Record<string, (outcome: Outcome) => number | undefined>> = {
  mean: ({ mean }) => mean,
  p10: ({ p10 }) => p10,
  p50: ({ p50 }) => p50,
  p90: ({ p90 }) => p90,
  chance: ({ chance }) => chance,
};

/** What stands in a two-way table, by its name. */
function measureNamed(name: string) {
  const found = MEASURES[name.trim().toLowerCase()];
  if (found) return found;
  throw new InputError(`measure is "${name}"; expected one of ${Object.keys(MEASURES).join(", ")}`);
}

export const leverParam = (name: string, where: string): Param => ({
  name,
  kind: "text",
  takes: "single",
  about: `The lever whose settings run ${where}`,
});
export const settingsParam = (name: string, where: string): Param => ({
  name,
  kind: "number",
  unit: "fraction",
  takes: "column",
  about: `The settings that run ${where}, such as -10%, 0%, 10%`,
});

export const changeParam: Param = {
  name: "change",
  kind: "fraction",
  unit: "fraction 0-1",
  optional: true,
  default: "10%",
  takes: "single",
  about: "How far each lever moves down and up; slippage only moves up from none",
};
export const measureParam: Param = {
  name: "measure",
  kind: "text",
  optional: true,
  default: "mean",
  takes: "single",
  about: "What stands in the table: mean, p10, p50, p90, or chance (of the target)",
};

/** A header row and a row per lever, the widest swing first. */
export function tornadoCells(inputs: WhatIfInputs, change: number): FunctionResult[][] {
  return [
    ["Lever", "Mean down", "Mean up", "Swing", "P50 down", "P50 up", "Chance down", "Chance up"],
    ...sensitivity(inputs, change).map(({ lever, low, high, swing }) => [
      titled(lever),
      low.mean,
      high.mean,
      swing,
      low.p50,
      high.p50,
      low.chance,
      high.chance,
    ]),
  ];
}

export type TwoWay = {
  readonly leverDown: string;
  readonly down: readonly number[];
  readonly leverAcross: string;
  readonly across: readonly number[];
  readonly measure: string | undefined;
};

/** The settings across in the first row and those down in the first column. */
export function twoWayCells(
  inputs: WhatIfInputs,
  { leverDown, down, leverAcross, across, measure = "mean" }: TwoWay,
): FunctionResult[][] {
  const [one, other] = [
    leverNamed("lever_down", leverDown),
    leverNamed("lever_across", leverAcross),
  ];
  if (one === other)
    throw new InputError(`lever_down and lever_across are both ${leverWords(one)}; expected two`);
  const measured = measureNamed(measure);
  if (inputs.target === undefined && measured === MEASURES.chance)
    throw new InputError("measure is chance, and target is missing; expected a target");
  const table = twoWay(
    inputs,
    { lever: one, settings: down.map((value) => leverSetting(one, value)) },
    { lever: other, settings: across.map((value) => leverSetting(other, value)) },
  );
  return [[undefined, ...across], ...table.map((row, at) => [down[at], ...row.map(measured)])];
}

export const sensitivityFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_SENSITIVITY",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "Which lever moves the forecast most: each by itself down and up by the same share, the widest swing of the mean first (a tornado).",
    params: [amountsParam, chancesParam, changeParam, anyTargetParam, usualCorrelationParam],
    returns: `A header row, then one row per lever: lever, mean with it down, mean with it up, swing of the mean, P50 down, P50 up, chance of the target down, up. ${LEFT_OUT} Blank when none is left.`,
    errors: DEAL_ERRORS,
    example: {
      formula: "=INDEX(FORECAST_SENSITIVITY({100; 200; 50}, {0.5; 0.25; 0.8}), 2, 4)",
      result: 28,
    },
    source: `${LEVER_SOURCE}; one lever at a time by 10% is our own choice`,
    compute: (
      amounts: Numbers,
      chances: Numbers,
      change = 0.1,
      goal?: number,
      together = USUAL_CORRELATION,
    ) => {
      const open = openDeals(amounts, chances);
      if (!open) return undefined;
      return tornadoCells({ open, target: goal, correlation: together }, change);
    },
  },
  {
    name: "FORECAST_TWO_WAY",
    family,
    shape: "aggregate",
    spills: "table",
    about: "The forecast for every pair of settings of two levers.",
    params: [
      amountsParam,
      chancesParam,
      leverParam("lever_down", "down the rows"),
      settingsParam("settings_down", "down the rows"),
      leverParam("lever_across", "across the columns"),
      settingsParam("settings_across", "across the columns"),
      measureParam,
      anyTargetParam,
      usualCorrelationParam,
    ],
    returns: `A table with the settings across in its first row and the settings down in its first column, and in every other cell the measure: an amount, or a fraction for chance. ${LEFT_OUT} Blank when none is left.`,
    errors: [
      ...DEAL_ERRORS,
      "A lever or a measure that is not known, or the measure chance without a target.",
      "A setting that its lever cannot take.",
    ],
    example: {
      formula:
        '=INDEX(FORECAST_TWO_WAY({100; 200}, {0.5; 0.25}, "Deal size", {0; 0.5}, "Slippage", {0; 0.2}), 3, 3)',
      result: 120,
    },
    source: LEVER_SOURCE,
    compute: (
      amounts: Numbers,
      chances: Numbers,
      leverDown: string,
      down: readonly number[],
      leverAcross: string,
      across: readonly number[],
      measure?: string,
      goal?: number,
      together = USUAL_CORRELATION,
    ) => {
      const open = openDeals(amounts, chances);
      if (!open) return undefined;
      return twoWayCells(
        { open, target: goal, correlation: together },
        { leverDown, down, leverAcross, across, measure },
      );
    },
  },
];
