import type { Allowed } from "../../src/settings/input.ts";
import { shownNumber } from "../parts/cellTable.ts";
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

/** What was typed, as a cell of the sheet: a bare `60` in a field of shares is 60%, as on the sheet. */
export function typedCell(text: string, input: Allowed | undefined): SettingCell {
  const typed = text.trim();
  if (input?.kind !== "fraction") return typed;
  const number = Number(typed.replace(",", "."));
  return typed !== "" && number > 1 ? `${typed}%` : typed;
}

/** A change of a number with its sign: `+12,000`. */
export function shownChange(before: number, after: number): string {
  const change = after - before;
  return `${change > 0 ? "+" : ""}${shownNumber(change)}`;
}
