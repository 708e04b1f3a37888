import { defaultCalendar } from "../../core/calendar/defaultCalendar.ts";
import type { FiscalCalendar } from "../../core/calendar/fiscalCalendar.ts";
import { InputError } from "../../core/inputError.ts";
import { readCalendar } from "../../settings/calendar.ts";
import type { Cells, Param } from "../customFunction.ts";
import { settingsArgument } from "./settingsArgument.ts";

/** A single number is the first month of the fiscal year. */
function read(cells: Cells | undefined): FiscalCalendar {
  const only = cells?.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (only === undefined) return settingsArgument("calendar", readCalendar)(cells);
  if (typeof only === "number" && Number.isInteger(only) && only >= 1 && only <= 12) {
    return { ...defaultCalendar, startMonth: only };
  }
  throw new InputError(
    `calendar is "${String(only)}"; expected REVOPS_CALENDAR or a start month from 1 to 12`,
  );
}

/** The argument that takes the fiscal calendar, working days and holidays. */
export function calendarParam(standard: string): Param {
  return {
    name: "calendar",
    kind: "settings",
    optional: true,
    default: standard,
    about:
      "The Calendar settings (REVOPS_CALENDAR), or the number of the fiscal year's first month",
    read,
  };
}
