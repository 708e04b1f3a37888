import type { Day } from "../../core/calendar/day.ts";
import { type DealHistory, dealHistory } from "../../core/history/dealHistory.ts";
import type { ReportRequest } from "../report.ts";

/** The parts of one report look at the same past. */
const worked = new WeakMap<ReportRequest, DealHistory>();

/** Every deal of the workbook as it stood on any day, from its snapshots, its history and its present row. */
export function dealHistoryOf(request: ReportRequest): DealHistory {
  const known = worked.get(request) ?? historyOf(request);
  worked.set(request, known);
  return known;
}

function historyOf({ tables, settings, asOf }: ReportRequest): DealHistory {
  const snapshots = tables.snapshots?.rows ?? [];
  const changes = tables.opportunityHistory?.rows ?? [];
  // The rows stand as the last import left them, also for a report on an earlier day.
  let present: Day = asOf;
  for (const { snapshotDate } of snapshots) present = Math.max(present, snapshotDate);
  for (const { changedAt } of changes) present = Math.max(present, Math.floor(changedAt));
  return dealHistory({
    deals: tables.opportunities?.rows ?? [],
    snapshots,
    changes,
    stages: settings.stages,
    options: settings.options,
    asOf: present,
  });
}
