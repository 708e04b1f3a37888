import type { Day } from "../calendar/day.ts";

/** What one unit of a currency is worth in home currency from a day on. */
export type Rate = {
  readonly currency: string;
  readonly from: Day;
  readonly rate: number;
};
