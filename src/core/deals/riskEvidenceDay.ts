import type { Day } from "../calendar/day.ts";
import type { Deal } from "./deal.ts";
import type { RiskFactorId } from "./risk.ts";

/** The day of what speaks for a factor: since when it is so where the record tells, else when the record was last changed. */
export function riskEvidenceDay(id: RiskFactorId, deal: Deal): Day | undefined {
  const since = { age: deal.createdDate, stageTime: deal.stageEntered }[id as "age" | "stageTime"];
  const moment = since ?? (id === "activityDown" ? deal.lastActivity : deal.lastModified);
  return moment === undefined ? undefined : Math.floor(moment);
}
