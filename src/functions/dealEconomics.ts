import { margin, netDealValue } from "../core/deals/netDealValue.ts";
import type { CustomFunction, Param } from "./customFunction.ts";

const family = "Deals";

const amount = (name: string, about: string): Param => ({
  name,
  kind: "number",
  unit: "currency",
  about,
});

export const dealEconomicsFunctions: readonly CustomFunction[] = [
  {
    name: "NET_DEAL_VALUE",
    family,
    shape: "rows",
    about:
      "What is left of a list value, over the term of the contract, after the discount and the cost of concessions.",
    params: [
      amount("list", "Values at list price; of one year where a term is given"),
      {
        name: "discount",
        kind: "fraction",
        unit: "fraction 0-1",
        about: "Discounts on them, such as 15%",
      },
      {
        ...amount("costs", "What concessions cost, such as free months or services"),
        optional: true,
        default: "0",
      },
      {
        name: "term",
        kind: "number",
        unit: "months",
        range: [0],
        optional: true,
        default: "the list value is that of the whole deal",
        about: "Length of the contract: the yearly list value counts term / 12 times",
      },
    ],
    returns: "An amount.",
    errors: [
      "A single value that is no number.",
      "A single term below 0.",
      "Columns of different heights.",
    ],
    example: { formula: "=NET_DEAL_VALUE(100000, 15%, 5000)", result: 80000 },
    source:
      "Deal desk: list x (1 - discount) less concessions; list x term / 12 is our own reading",
    compute: netDealValue,
  },
  {
    name: "MARGIN",
    family,
    shape: "rows",
    about: "Share of the revenue that its costs leave.",
    params: [
      amount("revenue", "Net value of the deals, such as the result of NET_DEAL_VALUE"),
      amount("costs", "What they cost"),
    ],
    returns: "A fraction; blank without revenue above 0.",
    errors: ["A single value that is no number.", "Columns of different heights."],
    example: { formula: "=MARGIN(80000, 20000)", result: 0.75 },
    source: "(revenue - costs) / revenue",
    compute: margin,
  },
];
