import type { Entered } from "../layout/sheetPlan.ts";
import { formulaKey } from "./references.ts";

/**
 * Whether a cell still says what was written. Where rows or columns have moved, the sheet has shifted the
 * formulas' references, so only their wording is compared.
 */
export function sameEntered(written: Entered, found: Entered, moved: boolean): boolean {
  if (written === found) return true;
  if (typeof written === "number" && typeof found === "number") {
    return Math.abs(written - found) <= 1e-9 * Math.max(1, Math.abs(written), Math.abs(found));
  }
  if (typeof written !== "string" || typeof found !== "string") return false;
  if (!written.startsWith("=") || !found.startsWith("=")) return false;
  return formulaKey(written, moved) === formulaKey(found, moved);
}
