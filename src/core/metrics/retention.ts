import { ratioOf } from "./unitEconomics.ts";

/** What the customers of a period's start bring at its end, without what new customers bring. */
type Change = {
  readonly start: number;
  readonly expansion?: number;
  readonly contraction: number;
  readonly churn: number;
};

/** Recurring revenue left of the start, as a share of it; undefined without a start above zero. */
export function revenueRetention({
  start,
  expansion = 0,
  contraction,
  churn,
}: Change): number | undefined {
  return ratioOf(start + expansion - contraction - churn, start);
}

/** Share of customers that stayed; undefined without customers. */
export function logoRetention(customers: number, lost: number): number | undefined {
  return ratioOf(customers - lost, customers);
}
