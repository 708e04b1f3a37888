import type { Day, Moment } from "../calendar/day.ts";
import type { DealChange } from "../deals/deal.ts";
import { plainText } from "../deals/stageIndex.ts";

/** Stage that a deal was in at the end of a day, and when it came into it. */
export type StageEntry = { readonly stage: string; readonly entered: Moment };

const STAGE_FIELDS: ReadonlySet<string> = new Set(["stage", "stagename", "dealstage"]);

/**
 * The last stage of each deal in its history up to the end of the as-of day, with the moment of the first of the rows in
 * a row that name it: a history holds changes of other fields too, and they repeat the stage. A deal without a stage in
 * its history is left out.
 */
export function stageEntries(
  changes: readonly DealChange[],
  asOf: Day,
): ReadonlyMap<string, StageEntry> {
  const entries = new Map<string, StageEntry>();
  const inOrder = changes
    .filter(({ changedAt }) => changedAt < asOf + 1)
    .sort((a, b) => a.changedAt - b.changedAt);
  for (const { opportunityId, field, toValue, changedAt } of inOrder) {
    if (field !== undefined && !STAGE_FIELDS.has(plainText(field))) continue;
    const stage = plainText(toValue ?? "");
    if (stage === "" || entries.get(opportunityId)?.stage === stage) continue;
    entries.set(opportunityId, { stage, entered: changedAt });
  }
  return entries;
}
