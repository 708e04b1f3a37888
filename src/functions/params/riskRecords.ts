import type { Day } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { type DealRisk, dealRisk } from "../../core/deals/dealRisk.ts";
import { dealStatus } from "../../core/deals/dealStatus.ts";
import type { RiskSettings } from "../../core/deals/risk.ts";
import type { RiskEvidence } from "../../core/deals/riskFactor.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { opportunities } from "../../tables/opportunities.ts";
import type { Cells } from "../customFunction.ts";
import { readRecords } from "./readRecords.ts";

/** What a deal's row gave: a risk, or the reason why there is none. */
export type RiskRow = {
  readonly id?: string;
  readonly risk?: DealRisk;
  readonly note: string;
  /** What the risk was told from; undefined where there is none. */
  readonly seen?: { readonly deal: Deal; readonly evidence: RiskEvidence };
};

export type RiskArguments = [
  cells: Cells,
  asOf: Day | undefined,
  settings: RiskSettings,
  stages: readonly Stage[],
];

const INPUTS: readonly (keyof Deal)[] = [
  "pipeline",
  "stage",
  "isClosed",
  "isWon",
  "createdDate",
  "stageEntered",
  "contactCount",
  "competitor",
  "economicBuyerMet",
  "championLeft",
  "budgetConfirmed",
  "pocIssue",
  "activityChange",
  "discountPct",
  "listAmount",
];

/** Read only where a factor weighs otherwise in some segment. */
const withSegment: readonly (keyof Deal)[] = [...INPUTS, "segment"];

/** What the fitted risk looks at beside the factors. */
const STANDING: readonly (keyof Deal)[] = [
  "closeDate",
  "pushCount",
  "segment",
  "type",
  "leadSource",
  "owner",
  "lastActivity",
];

/** The risk of every deal of a table range, in its order; with how each stands if that is wanted. */
export function riskRows(
  ...[cells, asOf, settings, stages, wantsStanding = false]: [...RiskArguments, boolean?]
): RiskRow[] {
  const read = (fields: readonly (keyof Deal)[]) =>
    readRecords("deals", opportunities, cells, fields);
  const { entries, fields } = read(settings.weights.length > 0 ? withSegment : INPUTS);
  const ids = read(["opportunityId"]).entries;
  // The amount only matters beside a list price.
  const amounts = fields.has("listAmount") ? read(["amount"]).entries : [];
  const named = read(["economicBuyer", "champion"]).entries;
  const standings = wantsStanding ? read(STANDING).entries : [];
  const { find } = stageIndex(stages);
  return entries.map(({ record, problem }, row) => {
    const id = ids[row]?.record?.opportunityId;
    if (problem !== undefined) return { id, note: problem };
    if (!record) return { id, note: id === undefined ? "" : NO_INPUT };
    const deal: Deal = { ...record, amount: amounts[row]?.record?.amount };
    const stage = find(deal.pipeline, deal.stage);
    if (dealStatus(deal, stage) !== "open")
      return { id, note: "The deal is closed: nothing is at risk any more." };
    const evidence = { asOf, benchmarkDays: stage?.benchmarkDays, stageName: stage?.stage };
    const risk = dealRisk(deal, settings, evidence);
    const beside = { ...named[row]?.record, ...standings[row]?.record };
    const seen = { deal: { ...beside, ...deal }, evidence };
    return { id, risk, note: risk.score === undefined ? NO_INPUT : "", seen };
  });
}

const NO_INPUT = "Nothing is known that a risk could be told from.";
