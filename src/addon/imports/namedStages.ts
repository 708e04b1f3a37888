import type { Stage } from "../../core/pipeline/stage.ts";

/** Stages in a sentence, with their pipeline where they have one. */
export const namedStages = (stages: readonly Stage[]): string =>
  stages
    .map(({ pipeline, stage }) => (pipeline === "" ? stage : `${stage} (${pipeline})`))
    .join(", ");
