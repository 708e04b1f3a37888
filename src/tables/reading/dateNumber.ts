import { dayFromParts, isRealDate, type Moment, SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import type { Cell } from "./cell.ts";
import { isNullWord, isPlaceholder } from "./nullWord.ts";

/** A day as a file has it that was saved with plain numbers for dates: 45913 is 13 September 2025. */
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

/** True when every text that says anything is such a number; one among other texts may be anything. */
export function holdsSerials(cells: readonly Cell[]): boolean {
  let some = false;
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    const text = cell.trim();
    if (SERIAL.test(text)) some = true;
    else if (!isNullWord(text) && !isPlaceholder(text)) return false;
  }
  return some;
}

/** A serial number, digits such as 20260131, or milliseconds since 1970. */
export function momentOfNumber(value: number): Moment | undefined {
  if (value >= SERIAL_OF_EPOCH && value < 100000) return value - SERIAL_OF_EPOCH;
  if (Number.isInteger(value) && value >= 19700101 && value <= 21001231) {
    const [year, month, date] = [
      Math.floor(value / 10000),
      Math.floor(value / 100) % 100,
      value % 100,
    ];
    return isRealDate(year, month, date) ? dayFromParts(year, month, date) : undefined;
  }
  return value >= 1e11 && value <= 4.2e12 ? value / 86400000 : undefined;
}
