import type { DealOnDay } from "../history/dealOnDay.ts";

/** The stage in which a deal was last open, of its states in order of time; undefined where nothing tells. */
export function stageLost(life: readonly DealOnDay[]): string | undefined {
  for (let at = life.length - 1; at >= 0; at--) {
    const state = life[at];
    if (state?.status !== "open") continue;
    return state.notRewound.includes("stage") ? undefined : state.stage;
  }
  return undefined;
}
