import { plainText, stageIndex } from "../core/deals/stageIndex.ts";
import type { DealOnDay } from "../core/history/dealOnDay.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import type { Param } from "./customFunction.ts";

type Texts = readonly (string | undefined)[];

const list = (name: string, what: string, about: string): Param => ({
  name,
  kind: "text",
  takes: "column",
  optional: true,
  default: `every ${what}`,
  about,
});

export const ownerParam = list(
  "owner",
  "owner",
  "One owner or a column of them, as the history writes them",
);
export const teamParam = list(
  "team",
  "team",
  "One team or a column of them, as the history writes them",
);
export const stageParam = list("stage", "open stage", "One stage or a column of them");
export const categoryParam = list(
  "category",
  "forecast category",
  "One forecast category or a column of them: Commit, Best Case, Pipeline, Omitted",
);

function oneOf(texts: Texts | undefined, plain: (text: string) => string) {
  const wanted = new Set(
    (texts ?? []).flatMap((text) => (text === undefined ? [] : [plain(text)])),
  );
  return (text: string | undefined) =>
    wanted.size === 0 || (text !== undefined && wanted.has(plain(text)));
}

export function ownerFilter(owners: Texts | undefined): (deal: DealOnDay) => boolean {
  const isOwner = oneOf(owners, (text) => text.trim().toLowerCase());
  return ({ owner }) => isOwner(owner);
}

export function teamFilter(teams: Texts | undefined): (deal: DealOnDay) => boolean {
  const isTeam = oneOf(teams, (text) => text.trim().toLowerCase());
  return ({ team }) => isTeam(team);
}

/** Stages are one under all the spellings that the Stages settings give them. */
export function stageFilter(
  wanted: Texts | undefined,
  categories: Texts | undefined,
  stages: readonly Stage[],
): ((deal: DealOnDay) => boolean) | undefined {
  if (wanted === undefined && categories === undefined) return undefined;
  const { find } = stageIndex(stages);
  const nameOf = (text: string) => plainText(find(undefined, text)?.stage ?? text);
  const isStage = oneOf(wanted, nameOf);
  const isCategory = oneOf(categories, plainText);
  return ({ stage, category }) => isStage(stage) && isCategory(category);
}
