import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { oneOf } from "../../core/movement/oneOf.ts";
import type { Param } from "../customFunction.ts";

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

export function ownerFilter(owners: Texts | undefined): (deal: DealOnDay) => boolean {
  const isOwner = oneOf(owners, (text) => text.trim().toLowerCase());
  return ({ owner }) => isOwner(owner);
}

export function teamFilter(teams: Texts | undefined): (deal: DealOnDay) => boolean {
  const isTeam = oneOf(teams, (text) => text.trim().toLowerCase());
  return ({ team }) => isTeam(team);
}

export const pipelineParam = list(
  "pipeline",
  "pipeline",
  "One pipeline or a column of them, as it stood that day",
);

export function pipelineFilter(pipelines: Texts | undefined): (deal: DealOnDay) => boolean {
  const isPipeline = oneOf(pipelines, (text) => text.trim().toLowerCase());
  return ({ pipeline }) => isPipeline(pipeline);
}
