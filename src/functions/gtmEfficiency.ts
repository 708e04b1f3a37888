import { InputError } from "../core/inputError.ts";
import { lifetimeValue, paybackMonths, ratioOf } from "../core/metrics/unitEconomics.ts";
import type { CustomFunction, Param } from "./customFunction.ts";

const family = "GTM efficiency";
const NUMBER_ERRORS = ["A single value that is no number.", "Columns of different heights."];
const NEGATIVE = "An amount below zero.";
/** Beyond ten times, up or down, a change is a percent without its sign. */
const MOST_CHANGE = 10;

const cacParam: Param = {
  name: "cac",
  kind: "number",
  unit: "currency",
  range: [0],
  about: "What winning one customer costs, such as the result of CAC",
};
const arpaParam: Param = {
  name: "arpa",
  kind: "number",
  unit: "currency per month",
  range: [0],
  about: "Average recurring revenue of an account in a month",
};
const marginParam: Param = {
  name: "gross_margin",
  kind: "fraction",
  unit: "fraction 0-1",
  about: "Gross margin, such as 78%",
};
const netNewParam: Param = {
  name: "net_new_arr",
  kind: "number",
  unit: "currency",
  about:
    "Annual recurring revenue added in the period, less what was lost; below zero where it shrank",
};

function shareWithin(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new InputError(
    `${name} is ${value}; expected a fraction from ${least} to ${most}, such as 0.316 for 31.6%`,
  );
}

export const gtmEfficiencyFunctions: readonly CustomFunction[] = [
  {
    name: "CAC",
    family,
    shape: "rows",
    about: "Customer acquisition cost: what winning one customer costs in sales and marketing.",
    params: [
      {
        name: "spend",
        kind: "number",
        unit: "currency",
        range: [0],
        about: "Sales and marketing spend of the period",
      },
      {
        name: "new_customers",
        kind: "number",
        unit: "customers",
        range: [0],
        about: "Customers won in the period",
      },
    ],
    returns: "An amount per customer. Blank where no customer was won.",
    errors: [...NUMBER_ERRORS, NEGATIVE],
    example: { formula: "=CAC(1800000, 100)", result: 18000 },
    source: "Funnel metrics: (sales + marketing spend) / new customers",
    compute: ratioOf,
  },
  {
    name: "LTV",
    family,
    shape: "rows",
    about: "Lifetime value of a customer: the gross profit of an average account until it leaves.",
    params: [
      arpaParam,
      marginParam,
      {
        name: "annual_churn",
        kind: "fraction",
        unit: "fraction 0-1",
        about: "Share of customers, or of their revenue, that is lost in a year, such as 8%",
      },
    ],
    returns:
      "An amount per customer. Blank at a churn of 0: where nobody leaves, a lifetime has no end and a value no limit.",
    errors: [...NUMBER_ERRORS, NEGATIVE, "A margin or churn that is no share between 0 and 1."],
    example: { formula: "=LTV(2500, 78%, 8%)", result: 292500 },
    source: "Go-to-market efficiency practice: ARPA x 12 x gross margin / annual churn",
    compute: lifetimeValue,
  },
  {
    name: "LTV_CAC",
    family,
    shape: "rows",
    about: "LTV:CAC: how many times over a customer brings what winning it cost.",
    params: [
      {
        name: "ltv",
        kind: "number",
        unit: "currency",
        range: [0],
        about: "Lifetime value of a customer, such as the result of LTV",
      },
      cacParam,
    ],
    returns: "A multiple such as 16.25. Blank without a cost above zero.",
    errors: [...NUMBER_ERRORS, NEGATIVE],
    example: { formula: "=LTV_CAC(292500, 18000)", result: 16.25 },
    source: "Go-to-market efficiency practice: lifetime value / acquisition cost",
    compute: ratioOf,
  },
  {
    name: "CAC_PAYBACK",
    family,
    shape: "rows",
    about: "CAC payback: months until the gross profit of an account has paid for winning it.",
    params: [cacParam, arpaParam, marginParam],
    returns: "Months. Blank where an account brings no gross profit: it never pays back.",
    errors: [...NUMBER_ERRORS, NEGATIVE, "A margin that is no share between 0 and 1."],
    example: { formula: "=CAC_PAYBACK(15600, 2500, 78%)", result: 8 },
    source: "Go-to-market efficiency practice: CAC / (monthly ARPA x gross margin)",
    compute: paybackMonths,
  },
  {
    name: "MAGIC_NUMBER",
    family,
    shape: "rows",
    about:
      "Magic number: recurring revenue added for each unit of money that sales and marketing spent before.",
    params: [
      netNewParam,
      {
        name: "prior_spend",
        kind: "number",
        unit: "currency",
        range: [0],
        about: "Sales and marketing spend of the period before",
      },
    ],
    returns:
      "A multiple such as 0.75; below zero where revenue shrank. Blank without a spend above zero.",
    errors: [...NUMBER_ERRORS, "A spend below zero."],
    example: { formula: "=MAGIC_NUMBER(1200000, 1600000)", result: 0.75 },
    source: "Go-to-market efficiency practice: net new ARR / sales and marketing spend before",
    compute: ratioOf,
  },
  {
    name: "BURN_MULTIPLE",
    family,
    shape: "rows",
    about: "Burn multiple: cash burned for each unit of recurring revenue that was added.",
    params: [
      {
        name: "net_burn",
        kind: "number",
        unit: "currency",
        about: "Cash spent beyond what came in; below zero where cash was made",
      },
      netNewParam,
    ],
    returns:
      "A multiple such as 1.25; below zero where cash was made while revenue grew. Blank where no revenue was added: there is nothing that the burn bought.",
    errors: NUMBER_ERRORS,
    example: { formula: "=BURN_MULTIPLE(1500000, 1200000)", result: 1.25 },
    source: "Go-to-market efficiency practice: net burn / net new ARR",
    compute: ratioOf,
  },
  {
    name: "RULE_OF_40",
    family,
    shape: "rows",
    about: "Rule of 40: revenue growth and free cash flow margin together.",
    params: [
      {
        name: "growth",
        kind: "number",
        unit: "fraction, 0.3 = 30%",
        about: "Growth of revenue from a year before, such as 31.6%; below zero where it shrank",
      },
      {
        name: "fcf_margin",
        kind: "number",
        unit: "fraction, 0.1 = 10%",
        about: "Free cash flow as a share of revenue, such as 8.4%; below zero where cash was lost",
      },
    ],
    returns: "A fraction: 0.4 is 40%.",
    errors: [
      ...NUMBER_ERRORS,
      `A percent without its sign: growth outside -1 to ${MOST_CHANGE}, or a margin outside -${MOST_CHANGE} to 1.`,
    ],
    example: { formula: "=RULE_OF_40(31.6%, 8.4%)", result: 0.4 },
    source: "Go-to-market efficiency practice: revenue growth % + free cash flow margin %",
    compute: (growth: number, margin: number) =>
      shareWithin("growth", growth, -1, MOST_CHANGE) +
      shareWithin("fcf_margin", margin, -MOST_CHANGE, 1),
  },
];
