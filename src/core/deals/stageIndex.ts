import type { Stage } from "../pipeline/stage.ts";

/** Finds the settings of a stage by pipeline and any of its spellings. */
export type StageIndex = {
  readonly find: (pipeline: string | undefined, stage: string | undefined) => Stage | undefined;
  /** The stages in the order of the settings' order column. */
  readonly ordered: readonly Stage[];
};

/** Spelling without case, spaces and punctuation. */
export function plainText(text: string): string {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return plain === "" ? text.trim().toLowerCase() : plain;
}

/**
 * Stage names are compared without case, spaces and punctuation. A stage of the deal's own pipeline comes before
 * one that counts in every pipeline, a stage's name before its CRM spellings, an earlier row before a later one.
 */
export function stageIndex(stages: readonly Stage[]): StageIndex {
  const names = new Map<string, Stage>();
  const add = (pipeline: string, spelling: string, stage: Stage) => {
    const key = `${plainText(pipeline)}\n${plainText(spelling)}`;
    if (spelling.trim() !== "" && !names.has(key)) names.set(key, stage);
  };
  for (const stage of stages) add(stage.pipeline, stage.stage, stage);
  for (const stage of stages) {
    for (const spelling of stage.crmValues) add(stage.pipeline, spelling, stage);
  }
  const found = new Map<string, Stage | undefined>();
  return {
    ordered: [...stages].sort((a, b) => a.order - b.order),
    find(pipeline, stage) {
      if (stage === undefined) return undefined;
      const asked = `${pipeline ?? ""}\n${stage}`;
      if (!found.has(asked)) {
        const own = names.get(`${plainText(pipeline ?? "")}\n${plainText(stage)}`);
        found.set(asked, own ?? names.get(`\n${plainText(stage)}`));
      }
      return found.get(asked);
    },
  };
}
