import { recordKey } from "../../core/recordKey.ts";
import { type Cell, isBlank } from "../reading/cell.ts";
import type { ColumnKind } from "../table.ts";

/** A second and a half: times of day lose their last digits on their way through a cell. */
const SAME_MOMENT = 1.5 / 86400;

/** Whether two values of a column say the same, whatever a cell does to the last digits; no text is a blank. */
export function sameValue(kind: ColumnKind, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === "number" && typeof b === "number") {
    if (kind === "date" || kind === "datetime") return Math.abs(a - b) < SAME_MOMENT;
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (isBlank(a as Cell) && isBlank(b as Cell)) return true;
  return (
    kind === "id" && typeof a === "string" && typeof b === "string" && recordKey(a) === recordKey(b)
  );
}
