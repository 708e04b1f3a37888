import { InputError } from "../core/inputError.ts";
import { logoRetention, revenueRetention } from "../core/metrics/retention.ts";
import type { CustomFunction, Param } from "./customFunction.ts";

const family = "GTM efficiency";
const ERRORS = [
  "A single value that is no number.",
  "Columns of different heights.",
  "An amount below zero: what was lost is written without a minus.",
];
const NO_START = "Blank without a start above zero.";

const startParam: Param = {
  name: "start",
  kind: "number",
  unit: "currency",
  range: [0],
  about: "Recurring revenue at the start of the period",
};
const churnParam: Param = {
  name: "churn",
  kind: "number",
  unit: "currency",
  range: [0],
  about: "Recurring revenue of the customers that left",
};
const contractionParam: Param = {
  name: "contraction",
  kind: "number",
  unit: "currency",
  range: [0],
  about: "Recurring revenue that customers who stayed gave up",
};

/** No more is lost than there was. */
function check(start: number, lost: Readonly<Record<string, number>>): void {
  const total = Object.values(lost).reduce((sum, amount) => sum + amount, 0);
  if (total <= start) return;
  throw new InputError(
    `${Object.keys(lost).join(" + ")} is ${total}, more than the start of ${start}; expected no more lost than there was`,
  );
}

export const retentionFunctions: readonly CustomFunction[] = [
  {
    name: "NRR",
    family,
    shape: "rows",
    about:
      "Net revenue retention, also net dollar retention (NDR): what the customers of the start bring at the end, new ones left out.",
    params: [
      startParam,
      {
        name: "expansion",
        kind: "number",
        unit: "currency",
        range: [0],
        about: "Recurring revenue that customers of the start added",
      },
      contractionParam,
      churnParam,
    ],
    returns: `A fraction: 1.04 is 104%. ${NO_START}`,
    errors: [...ERRORS, "More lost than there was at the start."],
    example: { formula: "=NRR(1000000, 120000, 30000, 50000)", result: 1.04 },
    source: "Retention decomposition: (start + expansion - contraction - churn) / start",
    compute: (start: number, expansion: number, contraction: number, churn: number) => {
      check(start, { contraction, churn });
      return revenueRetention({ start, expansion, contraction, churn });
    },
  },
  {
    name: "GRR",
    family,
    shape: "rows",
    about: "Gross revenue retention: the share of the start's recurring revenue that was not lost.",
    params: [startParam, churnParam, contractionParam],
    returns: `A fraction: 0.92 is 92%. ${NO_START}`,
    errors: [...ERRORS, "More lost than there was at the start."],
    example: { formula: "=GRR(1000000, 50000, 30000)", result: 0.92 },
    source: "Retention decomposition: (start - churn - contraction) / start",
    compute: (start: number, churn: number, contraction: number) => {
      check(start, { churn, contraction });
      return revenueRetention({ start, contraction, churn });
    },
  },
  {
    name: "LOGO_RETENTION",
    family,
    shape: "rows",
    about: "Logo retention: the share of the start's customers that stayed, whatever they pay.",
    params: [
      {
        name: "start",
        kind: "number",
        unit: "customers",
        range: [0],
        about: "Customers at the start of the period",
      },
      {
        name: "lost",
        kind: "number",
        unit: "customers",
        range: [0],
        about: "How many of them left in the period",
      },
    ],
    returns: `A fraction: 0.85 is 85%. ${NO_START}`,
    errors: [...ERRORS, "More lost than there were at the start."],
    example: { formula: "=LOGO_RETENTION(200, 30)", result: 0.85 },
    source: "Retention decomposition: 1 - customers lost / customers at the start",
    compute: (start: number, lost: number) => {
      check(start, { lost });
      return logoRetention(start, lost);
    },
  },
];
