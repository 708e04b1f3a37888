import type { Day } from "../core/calendar/day.ts";
import { dealAge } from "../core/deals/dealAge.ts";
import { ageBucket } from "../core/pipeline/ageBucket.ts";
import { averageDeal } from "../core/pipeline/averageDeal.ts";
import { ratio } from "../core/pipeline/ratio.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { OUTLIER_METHODS, outlierRule } from "../core/statistics/outlier.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { CustomFunction } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import { outcomesOf } from "./params/outcome.ts";
import { stagesParam } from "./params/stagesParam.ts";

const family = "Pipeline";
const NO_NUMBER = "A single value that is no number.";

export const cycleFunctions: readonly CustomFunction[] = [
  {
    name: "AVG_DEAL",
    family,
    shape: "aggregate",
    about: "Average amount of the won deals.",
    params: [
      {
        name: "amounts",
        kind: "number",
        unit: "currency",
        takes: "paired",
        about: "The column of the deals' amounts",
      },
      {
        name: "outcomes",
        kind: "value",
        takes: "paired",
        about: "The column of their stages, or of won flags (TRUE is won)",
      },
      stagesParam,
    ],
    returns: "An amount. Blank when no won deal has one.",
    errors: ["A cell that is no number.", "Columns of different heights."],
    example: {
      formula: '=AVG_DEAL({72000; 91000; 5000}, {"Closed Won"; "Closed Won"; "Closed Lost"})',
      result: 81500,
    },
    source: "Average deal size: mean of won deals",
    compute: (
      amounts: (number | undefined)[],
      outcomes: (Cell | undefined)[],
      stages: readonly Stage[],
    ) => {
      const counted = amounts.map((amount, row) => (amount === undefined ? "" : outcomes[row]));
      const statuses = outcomesOf(counted, stages);
      return averageDeal(amounts, (row) => statuses[row] === "won");
    },
  },
  {
    name: "CYCLE_TIME",
    family,
    shape: "rows",
    about:
      "Days from the day a deal was created to the day it was closed. An average of them leaves out the deals that are still open: TIME_IN_STAGE counts these too.",
    params: [
      { name: "created", kind: "date", about: "Created date, or the column of them" },
      { name: "closed", kind: "date", about: "The day the deal was closed, or the column of them" },
    ],
    returns: "Whole days. Blank when the deal was closed before it was created.",
    errors: ["A single value that is no date.", "Columns of different heights."],
    example: { formula: "=CYCLE_TIME(DATE(2026,1,1), DATE(2026,3,14))", result: 72 },
    source: "Sales cycle: created to closed",
    compute: (created: Day, closed: Day) => dealAge(created, closed, undefined),
  },
  {
    name: "VELOCITY_RATIO",
    family,
    shape: "rows",
    about:
      "How long something takes against its benchmark. 0.8 to 1.2 is healthy, 1.3 calls for attention, 1.5 is critical.",
    params: [
      {
        name: "actual",
        kind: "number",
        unit: "days",
        range: [0],
        about: "Days it took, or a column of them",
      },
      { name: "benchmark", kind: "number", unit: "days", about: "Days it should take" },
    ],
    returns: "A multiple such as 1.21. Blank without a benchmark above zero.",
    errors: [NO_NUMBER],
    example: { formula: "=VELOCITY_RATIO(90, 72)", result: 1.25 },
    source: "Pipeline health practice: actual / benchmark days, 0.8-1.2 healthy",
    compute: ratio,
  },
  {
    name: "AGE_BUCKET",
    family,
    shape: "rows",
    about: "The band of a deal's age: 0-30, 31-60, 61-90 or Over 90 days.",
    params: [
      {
        name: "days",
        kind: "number",
        unit: "days",
        about: "Age, such as the result of DEAL_AGE, or a column of them",
      },
    ],
    returns: "The band as text. Blank for an age below zero.",
    errors: [NO_NUMBER],
    example: { formula: "=AGE_BUCKET(45)", result: "31-60" },
    source: "Pipeline ageing: 30, 60 and 90 days",
    compute: (days: number) => ageBucket(Math.floor(days)),
  },
  {
    name: "IS_OUTLIER",
    family,
    shape: "records",
    about:
      "Tells values that lie far out of a list, by the modified z-score beyond 3.5. Where the list is all above zero, logarithms are compared, as suits days and amounts. Or by Tukey's fences, 1.5 times the interquartile range beyond the quartiles.",
    params: [
      {
        name: "value",
        kind: "number",
        unit: "any",
        takes: "column",
        about: "A value, or a column of them",
      },
      {
        name: "range",
        kind: "number",
        unit: "as the value",
        takes: "column",
        about: "The list it is compared with",
      },
      {
        name: "method",
        kind: "text",
        optional: true,
        default: "modified z-score",
        about: "modified z-score, or 1.5 IQR for what lies beyond the quartiles by more than that",
      },
    ],
    returns: "TRUE or FALSE for each value. Blank for a list of fewer than four values.",
    errors: ["A cell that is no number.", "A method of another name."],
    example: { formula: "=IS_OUTLIER(400, {8; 10; 12; 14; 16; 400})", result: true },
    source:
      "Iglewicz and Hoaglin 1993, modified z-score with limit 3.5; Tukey 1977, 1.5 IQR, quartiles as QUARTILE has them",
    compute: (
      values: (number | undefined)[],
      range: (number | undefined)[],
      method: string | undefined,
    ) => {
      const isOut = outlierRule(
        range.filter((one) => one !== undefined),
        choice("method", method, OUTLIER_METHODS),
      );
      const results = values.map((value) => (value === undefined ? undefined : isOut?.(value)));
      return results.length > 1 ? results.map((result) => [result]) : results[0];
    },
  },
];
