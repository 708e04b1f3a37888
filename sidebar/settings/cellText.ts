import type { Allowed } from "../../src/settings/input.ts";
import { shownNumber } from "../notation.ts";
import type { SettingCell } from "./draft.ts";

/** A setting as a person reads and types it: shares are percents. */
export function cellText(cell: SettingCell | undefined, input: Allowed | undefined): string {
  if (cell === undefined || cell === "") return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number" && input?.kind === "fraction") {
    return `${Number((cell * 100).toPrecision(12))}%`;
  }
  return String(cell);
}

const NUMBER = /^(-?\d+(?:[.,]\d+)?)\s*(%?)$/;
const NUMERIC: readonly string[] = ["number", "integer", "money", "fraction"];

/**
 * What was typed, as a cell of the sheet: `60%`, `60` and `0.6` in a field of shares are the same. What is no number
 * stays as it was typed, for the add-on to refuse in its words.
 */
export function typedCell(text: string, input: Allowed | undefined): SettingCell {
  const typed = text.trim();
  const match = NUMERIC.includes(input?.kind ?? "") ? NUMBER.exec(typed) : null;
  // `1,000` is a thousand in one country and one in another.
  if (!match || /,\d{3}$/.test(match[1] ?? "")) return typed;
  const number = Number(match[1]?.replace(",", "."));
  if (input?.kind !== "fraction") return match[2] === "%" ? typed : number;
  // 33.3 / 100 is not 0.333 in binary.
  return match[2] === "%" || number > 1 ? Number((number / 100).toPrecision(15)) : number;
}

/** A change of a number with its sign: `+12,000`. */
export function shownChange(before: number, after: number): string {
  const change = after - before;
  return `${change > 0 ? "+" : ""}${shownNumber(change)}`;
}
