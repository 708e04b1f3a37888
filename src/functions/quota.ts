import type { Day } from "../core/calendar/day.ts";
import { InputError } from "../core/inputError.ts";
import { projectedActual } from "../core/quota/projectedActual.ts";
import { quotaAttainment } from "../core/quota/quotaAttainment.ts";
import { quotaPace } from "../core/quota/quotaPace.ts";
import { type QuotaBands, quotaStatus } from "../core/quota/quotaStatus.ts";
import { requiredRunRate } from "../core/quota/requiredRunRate.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import { earlierFirst } from "./params/earlierFirst.ts";
import { optionsParam } from "./params/optionsParam.ts";

const family = "Quota";
const NO_QUOTA = "Blank without a quota above zero.";
const DAYS_IN = { day: 1, week: 7, month: 30 } as const;
/** Beyond it an attainment was meant as a percent: 87 for 87 %. */
const HIGHEST_ATTAINMENT = 20;

const actualParam: Param = {
  name: "actual",
  kind: "number",
  unit: "currency",
  about: "What was closed in the period so far: an amount or a column",
};
const quotaParam: Param = {
  name: "quota",
  kind: "number",
  unit: "currency",
  about: "Quota of the period: an amount or a column",
};
const startParam: Param = { name: "start", kind: "date", about: "First day of the period" };
const endParam: Param = { name: "end", kind: "date", about: "Last day of the period" };
const asOfParam: Param = {
  name: "as_of",
  kind: "date",
  optional: true,
  default: "blank result, since no function reads the clock",
  about: "The day on which things are looked at, such as REVOPS_AS_OF; it counts as passed",
};
const DATE_ERRORS = ["A cell that is no number or date.", "A period that ends before it starts."];

function attainmentOf(attainment: number): number {
  if (attainment <= HIGHEST_ATTAINMENT) return attainment;
  throw new InputError(`attainment is ${attainment}; expected a fraction such as 0.87 for 87%`);
}

export const quotaFunctions: readonly CustomFunction[] = [
  {
    name: "QUOTA_ATTAINMENT",
    family,
    shape: "rows",
    about: "Share of the quota that has been reached.",
    params: [actualParam, quotaParam],
    returns: `A fraction: 0.87 is 87%. ${NO_QUOTA}`,
    errors: ["A single value that is no number.", "Columns of different heights."],
    example: { formula: "=QUOTA_ATTAINMENT(522000, 600000)", result: 0.87 },
    source: "Quota analysis: actual / quota",
    compute: quotaAttainment,
  },
  {
    name: "QUOTA_PACE",
    family,
    shape: "rows",
    about: "How far the actual is ahead of (+) or behind (-) a linear pace through the period.",
    params: [actualParam, quotaParam, startParam, endParam, asOfParam],
    returns: `A fraction of what was expected by the as-of day: 0.0875 is 8.75% ahead. ${NO_QUOTA} Blank before the period.`,
    errors: DATE_ERRORS,
    example: {
      formula: "=QUOTA_PACE(522, 600, DATE(2026,1,1), DATE(2026,4,10), DATE(2026,3,21))",
      result: 0.0875,
    },
    source: "Quota analysis: actual / (quota x days passed / days of the period) - 1",
    compute: (actual: number, quota: number, start: Day, end: Day, asOf?: Day) => {
      earlierFirst("start", start, "end", end);
      return asOf === undefined ? undefined : quotaPace(actual, quota, start, end, asOf);
    },
  },
  {
    name: "PROJECTED_ATTAINMENT",
    family,
    shape: "rows",
    about:
      "Share of the quota that the period will have reached at its end: the actual plus an amount per day for every calendar day left.",
    params: [
      actualParam,
      quotaParam,
      startParam,
      endParam,
      {
        name: "recent_per_day",
        kind: "number",
        unit: "currency per day",
        optional: true,
        default: "the average of the period so far",
        about: "Amount closed per day lately, such as that of the last 30 days divided by 30",
      },
      asOfParam,
      {
        name: "unit",
        kind: "text",
        optional: true,
        default: "share",
        about: '"share" gives the projection as a fraction of the quota, "amount" as an amount',
      },
    ],
    returns: `A fraction such as 1.086 for 108.6%, or an amount. ${NO_QUOTA}`,
    errors: [...DATE_ERRORS, "A unit other than share or amount."],
    example: {
      formula:
        '=PROJECTED_ATTAINMENT(522, 600, DATE(2026,1,1), DATE(2026,3,31), 7.2, DATE(2026,3,13), "amount")',
      result: 651.6,
    },
    source: "Quota analysis: actual + amount of the last 30 days / 30 x days left",
    compute: (
      actual: number,
      quota: number,
      start: Day,
      end: Day,
      recentPerDay: number | undefined,
      asOf: Day | undefined,
      unit?: string,
    ) => {
      earlierFirst("start", start, "end", end);
      const asAmount = choice("unit", unit, ["share", "amount"]) === "amount";
      if (asOf === undefined) return undefined;
      const projected = projectedActual(actual, start, end, asOf, recentPerDay);
      if (projected === undefined || asAmount) return projected;
      return quotaAttainment(projected, quota);
    },
  },
  {
    name: "REQUIRED_RUN_RATE",
    family,
    shape: "rows",
    about: "Amount that has to be closed from now on, per day, week or month, to reach the quota.",
    params: [
      actualParam,
      quotaParam,
      endParam,
      asOfParam,
      {
        name: "unit",
        kind: "text",
        optional: true,
        default: "day",
        about: '"day" for a calendar day, "week" for 7 days, "month" for 30 days',
      },
    ],
    returns: `An amount; 0 when the quota is met. ${NO_QUOTA} Blank when no day is left.`,
    errors: ["A cell that is no number or date.", "A unit other than day, week or month."],
    example: {
      formula: "=REQUIRED_RUN_RATE(522, 600, DATE(2026,3,31), DATE(2026,3,18))",
      result: 6,
    },
    source: "Quota analysis: (quota - actual) / days left",
    compute: (actual: number, quota: number, end: Day, asOf: Day | undefined, unit?: string) => {
      const days = DAYS_IN[choice("unit", unit, ["day", "week", "month"]) ?? "day"];
      if (asOf === undefined) return undefined;
      const perDay = requiredRunRate(actual, quota, end, asOf);
      return perDay === undefined ? undefined : perDay * days;
    },
  },
  {
    name: "QUOTA_STATUS",
    family,
    shape: "rows",
    about:
      "The band of an attainment or a projected attainment: above 110% Exceeding, from 90% On Track, from 70% At Risk, else Critical.",
    params: [
      {
        name: "attainment",
        kind: "number",
        unit: "fraction, 1 = 100%",
        about: "Attainment as a fraction, such as the result of PROJECTED_ATTAINMENT",
      },
      optionsParam("the limits above"),
    ],
    returns: "Exceeding, On Track, At Risk or Critical.",
    errors: ["An attainment that is no number, or that was written as a percent without its sign."],
    example: { formula: "=QUOTA_STATUS(0.87)", result: "At Risk" },
    source: "Quota analysis brackets: 110, 90 and 70%",
    compute: (attainment: number, bands: QuotaBands) =>
      quotaStatus(attainmentOf(attainment), bands),
  },
];
