/** A column that holds when deals entered one stage; exports of HubSpot have one for each stage. */
export type StageColumn = {
  readonly column: number;
  readonly stage: string;
  readonly pipeline: string | undefined;
};

const labelled = /^date entered\s+["'“”‘’«]\s*(.+?)\s*["'“”‘’»]$/i;
const internal = /^(?:property_)?hs_(?:v2_)?date_entered_(.+)$/i;

/** Finds the `Date entered "Demo (Sales Pipeline)"` columns of a header and their stages. */
export function stageColumns(headings: readonly string[]): StageColumn[] {
  const found: StageColumn[] = [];
  headings.forEach((heading, column) => {
    const text = heading.trim();
    const name = labelled.exec(text)?.[1] ?? internal.exec(text)?.[1];
    if (name === undefined || name.toLowerCase() === "current_stage") return;
    const parts = /^(.+?)\s*\(([^()]+)\)$/.exec(name);
    found.push({ column, stage: parts?.[1] ?? name, pipeline: parts?.[2] });
  });
  return found;
}
