import { plainText, stageIndex } from "../deals/stageIndex.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import type { Stage } from "../pipeline/stage.ts";
import { oneOf } from "./oneOf.ts";

type Texts = readonly (string | undefined)[];

/**
 * Deals in some stages and categories; undefined when none are named. Stages are one under all the spellings that the
 * Stages settings give them.
 */
export function stageFilter(
  wanted: Texts | undefined,
  categories: Texts | undefined,
  stages: readonly Stage[],
): ((deal: Pick<DealOnDay, "stage" | "category">) => boolean) | undefined {
  if (wanted === undefined && categories === undefined) return undefined;
  const { find } = stageIndex(stages);
  const nameOf = (text: string) => plainText(find(undefined, text)?.stage ?? text);
  const isStage = oneOf(wanted, nameOf);
  const isCategory = oneOf(categories, plainText);
  return ({ stage, category }) => isStage(stage) && isCategory(category);
}
