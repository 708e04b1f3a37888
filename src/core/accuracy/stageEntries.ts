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
  /** Deals that are over whose stages had no probability. */
  readonly unrated: number;
};

/**
 * What each deal was given when it first came into each of its stages, and how it ended. Deals that were deleted ended
 * in no way that is known and are left out.
 */
export function stageEntries(lives: Iterable<readonly DealOnDay[]>): StageEntries {
  const entries: StageEntry[] = [];
  let [untold, unrated] = [0, 0];
  for (const life of lives) {
    const end = life[life.length - 1]?.status;
    if (end === undefined || end === "gone") continue;
    const won = end === "open" ? undefined : end === "won";
    const told = toldStages(life);
    const rated = [...told].filter(([, chance]) => chance !== undefined);
    for (const [stage, chance] of rated)
      if (chance !== undefined) entries.push({ stage, chance, won });
    if (rated.length > 0 || won === undefined) continue;
    if (told.size > 0) unrated++;
    else untold++;
  }
  return { entries, untold, unrated };
}

/** The stages that a deal is known to have been in while open, each with the first probability it had there. */
function toldStages(life: readonly DealOnDay[]): ReadonlyMap<string, number | undefined> {
  const told = new Map<string, number | undefined>();
  for (const { status, stage, probability, notRewound } of life) {
    if (status !== "open" || stage === undefined || notRewound.includes("stage")) continue;
    told.set(stage, told.get(stage) ?? probability);
  }
  return told;
}

/** The entries of deals that are over. */
export const callsOf = (entries: readonly StageEntry[]): Call[] =>
  entries.flatMap(({ chance, won }) => (won === undefined ? [] : [{ chance, won }]));
