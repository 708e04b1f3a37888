import type { Day } from "../calendar/day.ts";

export type Quota = {
  readonly repId: string;
  readonly periodStart: Day;
  /** month, quarter or year; undefined: told from the last day, else from the distance to the rep's next quota. */
  readonly periodGrain?: string;
  /** Last day of the period; undefined: told by its grain. */
  readonly periodEnd?: Day;
  readonly quotaAmount: number;
  readonly quotaQuantity?: number;
  readonly currency?: string;
  readonly forecastType?: string;
  readonly productFamily?: string;
  readonly territory?: string;
};
