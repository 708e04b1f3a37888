import type { Cell } from "../tables/reading/cell.ts";
import { headingKey } from "../tables/reading/header.ts";
import { cellText } from "./cellText.ts";

/** A stage as a CRM's own list of stages defines it. */
export type StageDefinition = {
  readonly stage: string;
  readonly pipeline: string;
  readonly order: number | undefined;
  /** As a fraction. */
  readonly probability: number | undefined;
  readonly category: string | undefined;
  readonly isClosed: boolean | undefined;
  readonly isWon: boolean | undefined;
  /** The stage's id, under which deals may name it. */
  readonly id: string | undefined;
};

const columns = {
  stage: ["MasterLabel", "label", "Stage Name", "Stage", "ApiName"],
  pipeline: ["pipeline_label", "pipeline_id", "Pipeline", "Pipeline Name"],
  order: ["SortOrder", "display_order", "Display Order", "Order"],
  probability: ["DefaultProbability", "probability"],
  category: ["ForecastCategoryName", "ForecastCategory", "Forecast Category"],
  isClosed: ["IsClosed", "is_closed", "Closed"],
  isWon: ["IsWon", "closed_won", "Won"],
  id: ["stage_id", "ApiName", "Stage ID"],
  active: ["IsActive", "active"],
} as const;

/** Reads a CRM's list of stages; inactive ones are left out. */
export function readStageFile(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): StageDefinition[] {
  const at = columnIndexes(headings);
  const text = (row: readonly Cell[], column: keyof typeof columns) => {
    const index = at[column];
    return index === undefined ? "" : cellText(row[index]);
  };
  const number = (row: readonly Cell[], column: keyof typeof columns) => {
    const value = text(row, column).replace("%", "").replace(",", ".");
    return value === "" || Number.isNaN(Number(value)) ? undefined : Number(value);
  };
  const isPercent = rows.some((row) => (number(row, "probability") ?? 0) > 1);
  const stages: StageDefinition[] = [];
  for (const row of rows) {
    const stage = text(row, "stage");
    if (stage === "" || flag(text(row, "active")) === false) continue;
    const probability = number(row, "probability");
    const won = flag(text(row, "isWon"));
    const closed = flag(text(row, "isClosed"));
    const id = text(row, "id");
    stages.push({
      stage,
      pipeline: text(row, "pipeline"),
      order: number(row, "order"),
      probability:
        probability === undefined ? undefined : isPercent ? probability / 100 : probability,
      category: text(row, "category") || undefined,
      isClosed: won === true ? true : closed,
      isWon: won,
      id: id !== "" && id !== stage ? id : undefined,
    });
  }
  return stages;
}

function columnIndexes(headings: readonly string[]): Partial<Record<keyof typeof columns, number>> {
  const indexes: Partial<Record<keyof typeof columns, number>> = {};
  const keys = headings.map(headingKey);
  for (const [name, wanted] of Object.entries(columns) as [
    keyof typeof columns,
    readonly string[],
  ][]) {
    const index = wanted
      .map((heading) => keys.indexOf(headingKey(heading)))
      .find((found) => found >= 0);
    if (index !== undefined) indexes[name] = index;
  }
  return indexes;
}

function flag(text: string): boolean | undefined {
  if (/^(true|1|1\.0|yes)$/i.test(text)) return true;
  return /^(false|0|0\.0|no)$/i.test(text) ? false : undefined;
}
