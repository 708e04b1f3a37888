import type { LossKindOf } from "../core/winloss/lossCategory.ts";
import { lossReasons } from "../core/winloss/lossReasons.ts";
import type { Cells, CustomFunction, FunctionResult } from "./customFunction.ts";
import { readDecided } from "./params/decidedDeals.ts";
import { stagesParam } from "./params/stagesParam.ts";
import {
  dealsParam,
  ERRORS,
  FAMILY,
  LEVEL,
  reasonsParam,
  type Window,
  windowParams,
} from "./params/winLossParams.ts";

function reasonTable(
  cells: Cells,
  ...[from, to, stages, kindOf]: [...Window, LossKindOf]
): FunctionResult[][] {
  const { deals } = readDecided(cells, { from, to }, stages);
  const valued = deals.some(({ won, amount }) => !won && amount !== undefined);
  return [
    [
      "Category",
      "Reason",
      "Lost deals",
      "Share",
      "Low",
      "High",
      "Amount",
      "Share of amount",
      "Addressable",
    ],
    ...lossReasons(deals, LEVEL, kindOf).map((one) => [
      ...[one.category ?? "Not given", one.reason ?? "All", one.deals, one.share, one.low],
      ...[one.high, ...(valued ? [one.amount, one.amountShare] : [undefined, undefined])],
      one.addressable,
    ]),
  ];
}

export const lossReasonFunctions: readonly CustomFunction[] = [
  {
    name: "LOSS_REASONS",
    family: FAMILY,
    shape: "records",
    spills: "table",
    about:
      "Why deals were lost: by kind (competitive, no decision, internal, other) and by the reasons as the CRM words them, by number and by value, with those that have no reason.",
    params: [dealsParam, ...windowParams, stagesParam, reasonsParam],
    returns:
      "A header row, then for each kind a row of all and one per reason, the most frequent first: lost deals, share of all lost deals and its 95% interval, amount, share of the lost amount, whether such losses could have been won where the settings say. Last those without a reason. Only the header when no deal was lost.",
    errors: ERRORS,
    example: {
      formula:
        '=INDEX(LOSS_REASONS({"Stage", "Loss Reason"; "Closed Lost", "Competitor"; "Closed Lost", ""; "Closed Won", ""}), 2, 4)',
      result: 0.5,
    },
    source:
      "The four kinds are win/loss practice, which words belong to which our own assumption; Wilson 1927",
    compute: reasonTable,
  },
  {
    name: "LOSS_CATEGORY",
    family: FAMILY,
    shape: "rows",
    about:
      "The kind of loss that a reason stands for: Competitive (a competitor, price, product), No decision (budget, timing, silence), Internal (the customer's own solution or changes) or Other.",
    params: [
      { name: "reason", kind: "text", about: "The loss reason as the CRM words it, or the column" },
      reasonsParam,
    ],
    returns: "Competitive, No decision, Internal or Other. Blank without a reason.",
    errors: ["A single value of #N/A.", "Loss reasons that cannot be read."],
    example: { formula: '=LOSS_CATEGORY("No budget")', result: "No decision" },
    source: "The four kinds are win/loss practice, which words belong to which our own assumption",
    compute: (reason: string | undefined, kindOf: LossKindOf) => kindOf(reason)?.category,
  },
];
