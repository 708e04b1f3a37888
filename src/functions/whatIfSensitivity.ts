import type { Cells, CustomFunction } from "./customFunction.ts";
import {
  changeParam,
  leverParam,
  measureParam,
  settingsParam,
  tornadoCells,
  twoWayCells,
} from "./sensitivity.ts";
import {
  type DealContext,
  dealContextParams,
  dealInputs,
  LEVER_SOURCE,
  whatIfDealsParam,
} from "./whatIf.ts";

const family = "Forecast";
const LEFT_OUT =
  "Closed deals, and deals without an amount or a chance, are left out; without open deals the outcome is 0, and blank when all open deals were left out.";
const ERRORS = [
  "A first row without column headings of opportunities.",
  "A row that cannot be read, or amounts in several currencies.",
];

type TwoWayArguments = [
  cells: Cells,
  leverDown: string,
  down: readonly number[],
  leverAcross: string,
  across: readonly number[],
  measure: string | undefined,
  ...DealContext,
];

export const whatIfSensitivityFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_TORNADO",
    family,
    shape: "records",
    spills: "table",
    about:
      "FORECAST_SENSITIVITY of a table of deals: each lever by itself down and up by the same share, the widest swing of the mean first.",
    params: [whatIfDealsParam, changeParam, ...dealContextParams],
    returns: `A header row, then one row per lever: lever, mean with it down, mean with it up, swing of the mean, P50 down, P50 up, chance of the target down, up. ${LEFT_OUT}`,
    errors: ERRORS,
    example: {
      formula:
        '=INDEX(FORECAST_TORNADO({"Stage", "Amount"; "Proposal", 100; "Discovery", 200}), 2, 4)',
      result: 28,
    },
    source: `${LEVER_SOURCE}; one lever at a time by 10% is our own choice`,
    compute: (cells: Cells, change: number | undefined, ...context: DealContext) => {
      const inputs = dealInputs(cells, ...context);
      return inputs && tornadoCells(inputs, change ?? 0.1);
    },
  },
  {
    name: "FORECAST_GRID",
    family,
    shape: "records",
    spills: "table",
    about: "FORECAST_TWO_WAY of a table of deals: the forecast for every pair of two levers.",
    params: [
      whatIfDealsParam,
      leverParam("lever_down", "down the rows"),
      settingsParam("settings_down", "down the rows"),
      leverParam("lever_across", "across the columns"),
      settingsParam("settings_across", "across the columns"),
      measureParam,
      ...dealContextParams,
    ],
    returns: `A table with the settings across in its first row and the settings down in its first column, and in every other cell the measure: an amount, or a fraction for chance. ${LEFT_OUT}`,
    errors: [
      ...ERRORS,
      "A lever or a measure that is not known, or the measure chance without a target.",
      "A setting that its lever cannot take.",
    ],
    example: {
      formula:
        '=INDEX(FORECAST_GRID({"Stage", "Amount"; "Proposal", 100; "Discovery", 200}, "Deal size", {0; 0.5}, "Slippage", {0; 0.2}), 3, 3)',
      result: 168,
    },
    source: LEVER_SOURCE,
    compute: (
      ...[cells, leverDown, down, leverAcross, across, measure, ...context]: TwoWayArguments
    ) => {
      const inputs = dealInputs(cells, ...context);
      return inputs && twoWayCells(inputs, { leverDown, down, leverAcross, across, measure });
    },
  },
];
