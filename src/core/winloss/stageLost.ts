import type { DealOnDay } from "../history/dealOnDay.ts";

/** The stage in which a deal was last open, of its states in order of time; undefined where nothing tells. */
export function stageLost(life: readonly DealOnDay[]): string | undefined {
  return life[life.length - 1]?.lastOpenIn;
}
