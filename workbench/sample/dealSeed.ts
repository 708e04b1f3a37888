import type { Day, Moment } from "../../src/core/calendar/day.ts";
import type { SampleAccount } from "./accounts.ts";
import type { SampleRep } from "./people.ts";
import type { DealType } from "./truth.ts";

/** What is settled about a deal before its story is told. */
export type Seed = {
  readonly number: number;
  readonly account: SampleAccount;
  readonly owner: SampleRep;
  readonly type: DealType;
  readonly created: Moment;
  readonly product: string;
  /** A renewal's amount before its increase; other deals draw theirs. */
  readonly baseAmount?: number;
  /** A renewal's close date: the end of the contract. */
  readonly due?: Day;
};

export type Terms = {
  readonly listAmount: number;
  readonly discount: number;
  readonly termMonths: number;
  readonly paymentTerms: string;
};

/** Whole amounts as people quote them. */
export function quoted(amount: number): number {
  const step = amount < 20000 ? 100 : amount < 100000 ? 500 : 1000;
  return Math.max(step, Math.round(amount / step) * step);
}
