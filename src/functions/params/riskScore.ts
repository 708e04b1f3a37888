import type { RiskSettings } from "../../core/deals/risk.ts";
import { InputError } from "../../core/inputError.ts";
import { wantedNumber } from "../run/readColumn.ts";

/** Refuses a number that no deal's risk can be: below 0, or above both 100 and the cap of the settings. */
export function checkRisk(place: string, score: number | undefined, { cap }: RiskSettings): void {
  const most = Math.max(100, cap);
  if (score === undefined || (score >= 0 && score <= most)) return;
  throw new InputError(`${place} holds ${score}; expected ${wantedNumber(0, most)}`);
}
