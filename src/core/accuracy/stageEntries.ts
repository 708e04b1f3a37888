import type { DealOnDay } from "../history/dealOnDay.ts";
import type { Call } from "./calibration.ts";

/** A deal that came into a stage with a probability, and what became of it; undefined while it is open. */
export type StageEntry = {
  readonly stage: string;
  readonly chance: number;
  readonly won: boolean | undefined;
};

export type StageEntries = {
  readonly entries: readonly StageEntry[];
  /** Deals that are over of which nothing tells which stages they went through. */
  readonly untold: number;
};

/**
 * What each deal was given when it first came into each of its stages, and how it ended. Deals that were deleted ended
 * in no way that is known and are left out.
 */
export function stageEntries(lives: Iterable<readonly DealOnDay[]>): StageEntries {
  const entries: StageEntry[] = [];
  let untold = 0;
  for (const life of lives) {
    const end = life[life.length - 1]?.status;
    if (end === undefined || end === "gone") continue;
    const won = end === "open" ? undefined : end === "won";
    const seen = new Set<string>();
    for (const { status, stage, probability, notRewound } of life) {
      if (status !== "open" || stage === undefined || notRewound.includes("stage")) continue;
      if (probability === undefined || seen.has(stage)) continue;
      seen.add(stage);
      entries.push({ stage, chance: probability, won });
    }
    if (seen.size === 0 && won !== undefined) untold++;
  }
  return { entries, untold };
}

/** The entries of deals that are over. */
export const callsOf = (entries: readonly StageEntry[]): Call[] =>
  entries.flatMap(({ chance, won }) => (won === undefined ? [] : [{ chance, won }]));
