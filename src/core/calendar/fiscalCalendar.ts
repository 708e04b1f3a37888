import type { Day } from "./day.ts";

/** How the fiscal year is cut into periods: by calendar months, or into 13-week quarters of 4, 4 and 5 weeks. */
export type FiscalPattern = "months" | "4-4-5" | "4-5-4" | "5-4-4";

/** What the Calendar settings say. */
export type FiscalCalendar = {
  /** First month of the fiscal year, 1-12. */
  readonly startMonth: number;
  readonly pattern: FiscalPattern;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekStart: number;
  /** Weekdays on which people work, 1 = Monday … 7 = Sunday. */
  readonly workingWeekdays: readonly number[];
  readonly holidays: readonly Day[];
  /** Opening hours of a working day, as hours after midnight. */
  readonly openingHour: number;
  readonly closingHour: number;
  /** Time zone in which the business counts hours; the spreadsheet's own when empty. */
  readonly timeZone: string;
};

export type Grain = "month" | "quarter" | "year";

/** A fiscal period. A fiscal year is named by the calendar year it ends in. */
export type Period = {
  readonly grain: Grain;
  /** `2017-06`, `2017-Q2`, `FY2017`: what `--period` takes and what a sheet is named by. */
  readonly label: string;
  /** Spelt out for people: `Q2 2017, Apr-Jun 2017`. */
  readonly title: string;
  readonly from: Day;
  /** Last day that belongs to it. */
  readonly to: Day;
};
