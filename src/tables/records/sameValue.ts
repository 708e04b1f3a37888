import { recordKey } from "../../core/recordKey.ts";
import type { ColumnKind } from "../table.ts";

/** A second and a half: times of day lose their last digits on their way through a cell. */
const SAME_MOMENT = 1.5 / 86400;

/** Whether two values of a column say the same, whatever a cell does to the last digits. */
export function sameValue(kind: ColumnKind, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === "number" && typeof b === "number") {
    if (kind === "date" || kind === "datetime") return Math.abs(a - b) < SAME_MOMENT;
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  return (
    kind === "id" && typeof a === "string" && typeof b === "string" && recordKey(a) === recordKey(b)
  );
}
