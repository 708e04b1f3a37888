import { upperFirst } from "../core/firstLetter.ts";
import { USUAL_CORRELATION } from "../core/forecast/distribution/correlationFromHistory.ts";
import type { Levers } from "../core/forecast/levers.ts";
import { type Outcome, type WhatIfInputs, whatIf } from "../core/forecast/whatIf.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { leversParam, leverWords } from "./params/leversParam.ts";
import { correlationParam, DISTRIBUTION_SOURCE, targetParam } from "./params/openDeals.ts";
import { whatIfDeals } from "./params/whatIfDeals.ts";
import type { WinArguments } from "./params/winRecords.ts";
import { winParams } from "./winProbability.ts";

const family = "Forecast";
export const LEVER_SOURCE = `${DISTRIBUTION_SOURCE}; every lever acts on the deals, and the distribution is worked out again`;
const { optional: _optional, default: _default, ...levers } = leversParam;
const [deals, model, asOf, by, stages, overrides] = winParams as [
  Param,
  Param,
  Param,
  Param,
  Param,
  Param,
];
/** The table of deals. */
export const whatIfDealsParam = deals;
export const anyTargetParam: Param = {
  ...targetParam,
  optional: true,
  default: "no chance is told",
};
export const usualCorrelationParam: Param = {
  ...correlationParam,
  default: `${USUAL_CORRELATION * 100}%`,
};

/** What tells the chances of the deals, up to when, and the goal. */
export const dealContextParams: readonly Param[] = [
  model,
  asOf,
  by,
  anyTargetParam,
  usualCorrelationParam,
  stages,
  overrides,
];
export type DealContext = [
  model: WinArguments[1],
  asOf: WinArguments[2],
  by: WinArguments[3],
  target: number | undefined,
  correlation: number | undefined,
  stages: WinArguments[4],
  overrides: WinArguments[5],
];

/** The open deals of a table range and what their outcome is asked for; undefined when nothing is known of them. */
export function dealInputs(
  cells: Cells,
  ...[model, asOf, by, target, together, stages, overrides]: DealContext
): WhatIfInputs | undefined {
  const open = whatIfDeals(cells, model, asOf, by, stages, overrides);
  return open && { open, target, correlation: together ?? USUAL_CORRELATION };
}

export const titled = (lever: keyof Levers) => {
  const words = leverWords(lever);
  return upperFirst(words);
};
const cellsOf = ({ mean, p10, p50, p90, chance }: Outcome): FunctionResult[] => [
  mean,
  p10,
  p50,
  p90,
  chance,
];

type WhatIfArguments = [cells: Cells, levers: Levers, ...DealContext];

export const whatIfFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_WHATIF",
    family,
    shape: "records",
    spills: "table",
    about:
      "A whole scenario in one call: what the open deals bring as they stand, what each lever changes, and what they bring with all of them.",
    params: [whatIfDealsParam, levers, ...dealContextParams],
    returns:
      "A header row, Base, one row per lever that is set, Scenario; columns: what, setting, mean, P10, P50, P90, chance of the target. Levers are pulled in the order growth, hiring, win rate, deal size, acceleration, slippage; base and changes add up to the scenario in every column. Closed deals, and deals without an amount or a chance, are left out; without open deals the outcome is 0, and blank when all open deals were left out.",
    errors: [
      "A first row without column headings of opportunities.",
      "A row that cannot be read, or amounts in several currencies.",
      "A lever that is not known, or not a number that it can take.",
    ],
    example: {
      formula:
        '=INDEX(FORECAST_WHATIF({"Stage", "Amount"; "Proposal", 100; "Discovery", 200}, {"Deal size", 0.1}), 3, 3)',
      result: 14,
    },
    source: LEVER_SOURCE,
    compute: (...args: WhatIfArguments) => {
      const [cells, set, ...context] = args;
      const inputs = dealInputs(cells, ...context);
      if (!inputs) return undefined;
      const { base, changes, scenario } = whatIf(inputs, set);
      return [
        ["", "Setting", "Mean", "P10", "P50", "P90", "Chance of target"],
        ["Base", undefined, ...cellsOf(base)],
        ...changes.map(({ lever, setting, change }) => [
          titled(lever),
          setting,
          ...cellsOf(change),
        ]),
        ["Scenario", undefined, ...cellsOf(scenario)],
      ];
    },
  },
];
