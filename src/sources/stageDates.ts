import type { Cell } from "../tables/cell.ts";

export type StageDateColumn = {
  readonly index: number;
  readonly heading: string;
  readonly stage: string;
  /** Undefined when the heading names none. */
  readonly pipeline: string | undefined;
};

const labelled = /^date entered ["'“”‘’«]+(.+?)["'“”‘’»]+$/i;
const internal = /^hs_(?:v2_)?date_entered_(?!current_stage)(.+)$/i;

/** HubSpot's columns that give the day on which each deal came into a stage: `Date entered "Demo (Sales Pipeline)"`. */
export function stageDateColumns(headings: readonly string[]): StageDateColumn[] {
  return headings.flatMap((heading, index) => {
    const text = heading.trim();
    const stageAndPipeline = labelled.exec(text)?.[1];
    if (stageAndPipeline !== undefined) {
      const parts = /^(.*\S)\s*\(([^()]+)\)$/.exec(stageAndPipeline);
      return [{ index, heading, stage: parts?.[1] ?? stageAndPipeline, pipeline: parts?.[2] }];
    }
    const id = internal.exec(text)?.[1];
    return id === undefined ? [] : [{ index, heading, stage: id, pipeline: undefined }];
  });
}

export function columnCells(rows: readonly (readonly Cell[])[], index: number): Cell[] {
  return rows.map((row) => row[index]);
}
