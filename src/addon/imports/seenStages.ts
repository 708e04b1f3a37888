import { agreedProbability } from "../../core/deals/agreedProbability.ts";
import { stageWord } from "../../core/deals/stageWords.ts";
import type { SeenStage } from "../../settings/presets/mergeStages.ts";
import type { ReadRow } from "../../sources/planTypes.ts";

/** What besides a flag of the CRM and the name tells that deals of a stage are over. */
export type EndEvidence = "100 %" | "0 %" | "loss reason";

export type StageOfDeals = SeenStage & { readonly end?: EndEvidence };

/** Fewer deals of a stage tell nothing about it (our own number). */
const LEAST_DEALS = 3;

type Counts = {
  pipeline: string;
  stage: string;
  isClosed?: boolean;
  isWon?: boolean;
  chances: number[];
  deals: number;
  reasons: number;
};

/** Deals at 100 % are won, those with a reason for their loss lost; at 0 % where the name may mean an end. All of them must be. */
function endOf({ stage, deals, reasons, chances }: Counts): EndEvidence | undefined {
  const word = stageWord(stage);
  if (deals < LEAST_DEALS || (word !== undefined && word !== "unsure")) return undefined;
  const isAll = (share: number) =>
    chances.length === deals && chances.every((chance) => chance === share);
  if (isAll(1)) return "100 %";
  if (reasons === deals) return "loss reason";
  return isAll(0) && word === "unsure" ? "0 %" : undefined;
}

function countsOf(deals: readonly ReadRow[]): readonly Counts[] {
  const found = new Map<string, Counts>();
  for (const { pipeline = "", stage, isClosed, isWon, probability, lossReason } of deals) {
    if (typeof stage !== "string") continue;
    const key = `${pipeline}\n${stage}`;
    const seen = found.get(key) ?? {
      pipeline: String(pipeline),
      stage,
      chances: [],
      deals: 0,
      reasons: 0,
    };
    found.set(key, seen);
    seen.deals++;
    if (typeof probability === "number") seen.chances.push(probability);
    if (typeof lossReason === "string" && lossReason !== "") seen.reasons++;
    if (typeof isClosed === "boolean") seen.isClosed ??= isClosed;
    if (typeof isWon === "boolean") seen.isWon ??= isWon;
  }
  return [...found.values()];
}

/** Each pair of pipeline and stage once, with what its deals say about being closed; one pipeline alone is not named. */
export function seenStages(deals: readonly ReadRow[]): readonly StageOfDeals[] {
  const counts = countsOf(deals);
  const isOne = new Set(counts.map(({ pipeline }) => pipeline)).size <= 1;
  // Where open and closed deals alike have a reason, it tells nothing.
  const hasOpen = counts.some(({ reasons, deals: all }) => reasons < all);
  return counts.map((one) => {
    const { pipeline, stage, isClosed, isWon, chances } = one;
    // At 0 or 100 % an open stage says nothing.
    const probability = agreedProbability(chances.filter((chance) => chance > 0 && chance < 1));
    const found = isClosed === undefined && isWon === undefined ? endOf(one) : undefined;
    const end = found === "loss reason" && !hasOpen ? undefined : found;
    return {
      pipeline: isOne ? "" : pipeline,
      stage,
      ...(isClosed === undefined ? {} : { isClosed }),
      ...(isWon === undefined ? {} : { isWon }),
      ...(probability === undefined ? {} : { probability }),
      ...(end === undefined ? {} : { end, isClosed: true, isWon: end === "100 %" }),
    };
  });
}
