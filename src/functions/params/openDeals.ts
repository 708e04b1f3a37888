import type { OpenDeal } from "../../core/forecast/distribution/portfolio.ts";
import { InputError } from "../../core/inputError.ts";
import type { Param } from "../customFunction.ts";

export type Numbers = readonly (number | undefined)[];

export const amountsParam: Param = {
  name: "amounts",
  kind: "number",
  unit: "currency",
  takes: "paired",
  about:
    "The column of the open deals' amounts, all in one currency; a negative one is lost money when it is won",
};
export const chancesParam: Param = {
  name: "probabilities",
  kind: "fraction",
  unit: "fraction 0-1",
  takes: "paired",
  about:
    "The column of the deals' win probabilities, in step with the amounts (60%, 0.6 and 60 are told apart by the whole column)",
};
export const correlationParam: Param = {
  name: "correlation",
  kind: "fraction",
  unit: "fraction 0-1",
  optional: true,
  default: "0, every deal on its own",
  takes: "single",
  about: "How much all deals depend on one common factor such as the market; 5% is usual, 20% much",
};
export const targetParam: Param = {
  name: "target",
  kind: "number",
  unit: "currency",
  takes: "single",
  about: "What the open deals have to bring: the quota less what is already won",
};
export const confidenceParam: Param = {
  name: "confidence",
  kind: "fraction",
  unit: "fraction 0-1",
  optional: true,
  default: "80%",
  takes: "single",
  about: "The chance of reaching the target that is wanted",
};

export const DEAL_ERRORS = [
  "A cell that is no number, or amounts such as €100 and $200 in two currencies.",
  "A probability that is no share between 0 and 1, or a column that mixes percents and fractions.",
  "Columns of different heights.",
];
export const LEFT_OUT = "Deals without an amount or a probability are left out.";
export const DISTRIBUTION_SOURCE =
  "Exact distribution of a sum of independent deals (Hong 2013); one common factor by Vasicek (1987)";

/** The deals of which both amount and probability are known; undefined when there is none. */
export function openDeals(
  amounts: Numbers,
  probabilities: Numbers,
  evidence?: Numbers,
): OpenDeal[] | undefined {
  const deals: OpenDeal[] = [];
  for (let row = 0; row < amounts.length; row++) {
    const [amount, probability] = [amounts[row], probabilities[row]];
    if (amount === undefined || probability === undefined) continue;
    deals.push(
      evidence ? { amount, probability, evidence: evidence[row] } : { amount, probability },
    );
  }
  return deals.length > 0 ? deals : undefined;
}

/** A confidence or level that leaves something to chance. */
export function inside(name: string, share: number): number {
  if (share > 0 && share < 1) return share;
  throw new InputError(`${name} is ${share}; expected a share above 0% and below 100%`);
}
