import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";

/** Refuses two days of which the one named first is the later. */
export function earlierFirst(first: string, from: Day, second: string, to: Day): void {
  if (from <= to) return;
  throw new InputError(
    `${first} is ${isoFromDay(from)}, after ${second}, ${isoFromDay(to)}; expected the earlier day first`,
  );
}
