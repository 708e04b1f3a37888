import type { DealChange } from "../../core/deals/deal.ts";
import { seenChanges } from "../../core/history/seenChanges.ts";
import type { ReportRequest } from "../report.ts";

/** The parts of one report look at the same changes. */
const worked = new WeakMap<ReportRequest, readonly DealChange[]>();

/** Every known change of a deal: the imported history, and what was seen between imports where it tells nothing. */
export function dealChangesOf(request: ReportRequest): readonly DealChange[] {
  const known = worked.get(request);
  if (known) return known;
  const { opportunityHistory, snapshots } = request.tables;
  const changes = opportunityHistory?.rows ?? [];
  const seen = seenChanges(snapshots?.rows ?? [], changes);
  const all = seen.length > 0 ? [...changes, ...seen] : changes;
  worked.set(request, all);
  return all;
}
