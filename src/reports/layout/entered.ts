import { SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import type { Format, Value } from "../report.ts";
import type { Entered } from "./sheetPlan.ts";

/** A report's value as it is entered in a cell. */
export function enteredValue(value: Value, format: Format): Entered {
  if (value === undefined || value === "") return "";
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "boolean") return value;
  if (!Number.isFinite(value)) return "";
  return format === "date" ? value + SERIAL_OF_EPOCH : value;
}

/** A text as it is entered in a cell: never a formula, number or date. */
export function enteredText(text: string): Entered {
  return text === "" ? "" : `'${text}`;
}

/** Words that no locale reads as a number, date or truth value go in without the apostrophe. */
const PLAIN = /^[\p{L}][\p{L} ,.()&/:;%·–—-]*$/u;

/** What is handed to the sheet: the apostrophe only where the text could be taken for something else. */
export function typedIn(entered: Entered): Entered {
  if (typeof entered !== "string" || !entered.startsWith("'")) return entered;
  const text = entered.slice(1);
  return PLAIN.test(text) && !/^(true|false|wahr|falsch|vrai|faux)$/i.test(text) ? text : entered;
}
