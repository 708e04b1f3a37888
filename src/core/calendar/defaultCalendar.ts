import type { FiscalCalendar } from "./fiscalCalendar.ts";

/** The calendar that holds while the Calendar settings say nothing: calendar years, Monday to Friday, nine to five. */
export const defaultCalendar: FiscalCalendar = {
  startMonth: 1,
  pattern: "months",
  weekStart: 1,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: [],
  openingHour: 9,
  closingHour: 17,
  timeZone: "",
};
